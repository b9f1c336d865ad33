// The fixed texts of the projected picture, in the worker's languages. The texts of a step come with its instruction.
import type { Language } from '../../src-domain/instruction/language.ts'

export type SceneWords = {
  readonly done: string
  readonly help: string
  readonly pause: string
  readonly goOn: string
  readonly paused: string
  /** `{name}` stands for the worker's first name. */
  readonly hello: string
  readonly chooseOnScreen: string
  readonly putBack: string
  readonly overHere: string
  readonly didYouTake: string
  readonly isItThere: string
  readonly wellDone: string
}

export const sceneWords: Readonly<Record<Language, SceneWords>> = {
  nl: {
    done: 'Klaar',
    help: 'Hulp',
    pause: 'Pauze',
    goOn: 'Verder',
    paused: 'Pauze',
    hello: 'Dag {name}',
    chooseOnScreen: 'Kies op het scherm',
    putBack: 'Leg terug',
    overHere: 'Hier hoort het',
    didYouTake: 'Heb je hem gepakt?',
    isItThere: 'Ligt het goed?',
    wellDone: 'Goed gedaan',
  },
  en: {
    done: 'Done',
    help: 'Help',
    pause: 'Pause',
    goOn: 'Go on',
    paused: 'Pause',
    hello: 'Hello {name}',
    chooseOnScreen: 'Choose on the screen',
    putBack: 'Put it back',
    overHere: 'It goes here',
    didYouTake: 'Did you take it?',
    isItThere: 'Is it in place?',
    wellDone: 'Well done',
  },
  de: {
    done: 'Fertig',
    help: 'Hilfe',
    pause: 'Pause',
    goOn: 'Weiter',
    paused: 'Pause',
    hello: 'Hallo {name}',
    chooseOnScreen: 'Wähle am Bildschirm',
    putBack: 'Leg es zurück',
    overHere: 'Hier gehört es hin',
    didYouTake: 'Hast du es genommen?',
    isItThere: 'Liegt es richtig?',
    wellDone: 'Gut gemacht',
  },
  fr: {
    done: 'Fini',
    help: 'Aide',
    pause: 'Pause',
    goOn: 'Continuer',
    paused: 'Pause',
    hello: 'Bonjour {name}',
    chooseOnScreen: 'Choisis sur l’écran',
    putBack: 'Remets-la',
    overHere: 'C’est ici',
    didYouTake: 'Tu l’as prise ?',
    isItThere: 'Elle est en place ?',
    wellDone: 'Bien joué',
  },
  pl: {
    done: 'Gotowe',
    help: 'Pomoc',
    pause: 'Przerwa',
    goOn: 'Dalej',
    paused: 'Przerwa',
    hello: 'Cześć {name}',
    chooseOnScreen: 'Wybierz na ekranie',
    putBack: 'Odłóż',
    overHere: 'Tutaj',
    didYouTake: 'Część wzięta?',
    isItThere: 'Leży dobrze?',
    wellDone: 'Dobra robota',
  },
  tr: {
    done: 'Tamam',
    help: 'Yardım',
    pause: 'Mola',
    goOn: 'Devam',
    paused: 'Mola',
    hello: 'Merhaba {name}',
    chooseOnScreen: 'Ekrandan seç',
    putBack: 'Geri koy',
    overHere: 'Yeri burası',
    didYouTake: 'Aldın mı?',
    isItThere: 'Yerinde mi?',
    wellDone: 'Çok iyi',
  },
  ar: {
    done: 'تم',
    help: 'مساعدة',
    pause: 'استراحة',
    goOn: 'متابعة',
    paused: 'استراحة',
    hello: 'مرحبًا {name}',
    chooseOnScreen: 'اختر على الشاشة',
    putBack: 'أعدها إلى مكانها',
    overHere: 'مكانها هنا',
    didYouTake: 'هل أخذتها؟',
    isItThere: 'هل هي في مكانها؟',
    wellDone: 'أحسنت',
  },
  uk: {
    done: 'Готово',
    help: 'Допомога',
    pause: 'Перерва',
    goOn: 'Далі',
    paused: 'Перерва',
    hello: 'Вітаю, {name}',
    chooseOnScreen: 'Обери на екрані',
    putBack: 'Поклади назад',
    overHere: 'Місце тут',
    didYouTake: 'Деталь узято?',
    isItThere: 'Лежить правильно?',
    wellDone: 'Чудова робота',
  },
}
