import { describe, expect, it } from 'vitest'
import { type Language, workerLanguages } from '../../../src-domain/instruction/language.ts'
import { casesOf, type Expected, workerCalls } from '../../../test/support/words/countedTexts.ts'
import { workerWords } from './words.ts'
import type { WorkerWords } from './workerWords.ts'

const expected: Readonly<Record<Language, Expected<WorkerWords>>> = {
  nl: {
    'signIn.waitSeconds': {
      '1': 'Wacht 1 seconde en probeer het dan weer.',
      '0 2 3 5 11 21 100': 'Wacht # seconden en probeer het dan weer.',
    },
    'tasks.made': '# keer gemaakt',
    'work.productsMade': '# gemaakt',
    'reason.fadedAfterCorrect': {
      '1': 'Je deed het 1 keer goed, dus ik help iets minder.',
      '0 2 3 5 11 21 100': 'Je deed het # keer achter elkaar goed, dus ik help iets minder.',
    },
    'reason.keptAfterCorrect': {
      '1': 'Het gaat goed. Ik help hetzelfde tot het 1 keer lukt.',
      '0 2 3 5 11 21 100': 'Het gaat goed. Ik help hetzelfde tot het # keer achter elkaar lukt.',
    },
    'skills.evidence': {
      '1': '1 keer zonder hulp, op 1 dag',
      '0 2 3 5 11 21 100': '# keer zonder hulp, op # dagen',
    },
    'skills.retained': {
      '1': 'Na 1 dag lukte het nog steeds',
      '0 2 3 5 11 21 100': 'Na # dagen lukte het nog steeds',
    },
  },
  en: {
    'signIn.waitSeconds': {
      '1': 'Wait 1 second, then try again.',
      '0 2 3 5 11 21 100': 'Wait # seconds, then try again.',
    },
    'tasks.made': { '1': 'Made 1 time', '0 2 3 5 11 21 100': 'Made # times' },
    'work.productsMade': '# made',
    'reason.fadedAfterCorrect': {
      '1': 'You did it right 1 time, so I help a little less.',
      '0 2 3 5 11 21 100': 'You did it right # times in a row, so I help a little less.',
    },
    'reason.keptAfterCorrect': {
      '1': 'It goes well. I help the same until it is right 1 time.',
      '0 2 3 5 11 21 100': 'It goes well. I help the same until it is right # times in a row.',
    },
    'skills.evidence': {
      '1': '1 time without help, on 1 day',
      '0 2 3 5 11 21 100': '# times without help, on # days',
    },
    'skills.retained': { '1': 'Still right after 1 day', '0 2 3 5 11 21 100': 'Still right after # days' },
  },
  de: {
    'signIn.waitSeconds': {
      '1': 'Warte 1 Sekunde und versuche es dann wieder.',
      '0 2 3 5 11 21 100': 'Warte # Sekunden und versuche es dann wieder.',
    },
    'tasks.made': '#-mal gemacht',
    'work.productsMade': '# gemacht',
    'reason.fadedAfterCorrect': {
      '1': 'Du hast es 1-mal richtig gemacht, darum helfe ich etwas weniger.',
      '0 2 3 5 11 21 100': 'Du hast es #-mal hintereinander richtig gemacht, darum helfe ich etwas weniger.',
    },
    'reason.keptAfterCorrect': {
      '1': 'Es läuft gut. Ich helfe gleich viel, bis es 1-mal klappt.',
      '0 2 3 5 11 21 100': 'Es läuft gut. Ich helfe gleich viel, bis es #-mal hintereinander klappt.',
    },
    'skills.evidence': {
      '1': '1-mal ohne Hilfe, an 1 Tag',
      '0 2 3 5 11 21 100': '#-mal ohne Hilfe, an # Tagen',
    },
    'skills.retained': {
      '1': 'Nach 1 Tag immer noch richtig',
      '0 2 3 5 11 21 100': 'Nach # Tagen immer noch richtig',
    },
  },
  fr: {
    'signIn.waitSeconds': {
      '0 1': 'Attends # seconde, puis essaie encore.',
      '2 3 5 11 21 100': 'Attends # secondes, puis essaie encore.',
    },
    'tasks.made': 'Fait # fois',
    'work.productsMade': { '0 1': '# fait', '2 3 5 11 21 100': '# faits' },
    'reason.fadedAfterCorrect': {
      '0 1': 'Tu as réussi # fois, alors j’aide un peu moins.',
      '2 3 5 11 21 100': 'Tu as réussi # fois de suite, alors j’aide un peu moins.',
    },
    'reason.keptAfterCorrect': {
      '0 1': 'Ça va bien. J’aide autant jusqu’à # réussite.',
      '2 3 5 11 21 100': 'Ça va bien. J’aide autant jusqu’à # réussites de suite.',
    },
    'skills.evidence': {
      '0 1': '# fois sans aide, sur # jour',
      '2 3 5 11 21 100': '# fois sans aide, sur # jours',
    },
    'skills.retained': { '0 1': 'Toujours juste après # jour', '2 3 5 11 21 100': 'Toujours juste après # jours' },
  },
  pl: {
    'signIn.waitSeconds': {
      '1': 'Poczekaj 1 sekundę i spróbuj ponownie.',
      '2 3': 'Poczekaj # sekundy i spróbuj ponownie.',
      '0 5 11 21 100': 'Poczekaj # sekund i spróbuj ponownie.',
    },
    'tasks.made': { '1': 'Zrobione 1 raz', '0 2 3 5 11 21 100': 'Zrobione # razy' },
    'work.productsMade': 'Zrobiono: #',
    'reason.fadedAfterCorrect': {
      '1': 'Udało się 1 raz, więc pomagam trochę mniej.',
      '0 2 3 5 11 21 100': 'Udało się # razy z rzędu, więc pomagam trochę mniej.',
    },
    'reason.keptAfterCorrect': {
      '1': 'Idzie dobrze. Pomagam tak samo, aż uda się 1 raz.',
      '0 2 3 5 11 21 100': 'Idzie dobrze. Pomagam tak samo, aż uda się # razy z rzędu.',
    },
    'skills.evidence': {
      '1': '1 raz bez pomocy, w ciągu 1 dnia',
      '0 2 3 5 11 21 100': '# razy bez pomocy, w ciągu # dni',
    },
    'skills.retained': { '1': 'Po 1 dniu nadal dobrze', '0 2 3 5 11 21 100': 'Po # dniach nadal dobrze' },
  },
  tr: {
    'signIn.waitSeconds': '# saniye bekle, sonra tekrar dene.',
    'tasks.made': '# kez yapıldı',
    'work.productsMade': '# yapıldı',
    'reason.fadedAfterCorrect': {
      '1': '1 kez doğru yaptın, o yüzden biraz daha az yardım ediyorum.',
      '0 2 3 5 11 21 100': 'Üst üste # kez doğru yaptın, o yüzden biraz daha az yardım ediyorum.',
    },
    'reason.keptAfterCorrect': {
      '1': 'İyi gidiyor. 1 kez doğru olana kadar aynı yardım sürer.',
      '0 2 3 5 11 21 100': 'İyi gidiyor. Üst üste # kez doğru olana kadar aynı yardım sürer.',
    },
    'skills.evidence': '# günde # kez yardımsız',
    'skills.retained': '# gün sonra da doğru',
  },
  ar: {
    'signIn.waitSeconds': {
      '1': 'انتظر ثانية واحدة ثم حاول مرة أخرى.',
      '2': 'انتظر ثانيتين ثم حاول مرة أخرى.',
      '3 5': 'انتظر # ثوانٍ ثم حاول مرة أخرى.',
      '0 11 21 100': 'انتظر # ثانية ثم حاول مرة أخرى.',
    },
    'tasks.made': { '1': 'صُنع مرة واحدة', '2': 'صُنع مرتين', '3 5': 'صُنع # مرات', '0 11 21 100': 'صُنع # مرة' },
    'work.productsMade': 'صُنع #',
    'reason.fadedAfterCorrect': {
      '1': 'أصبت مرة واحدة، لذلك أساعد أقل قليلًا.',
      '2': 'أصبت مرتين متتاليتين، لذلك أساعد أقل قليلًا.',
      '3 5': 'أصبت # مرات متتالية، لذلك أساعد أقل قليلًا.',
      '0 11 21 100': 'أصبت # مرة متتالية، لذلك أساعد أقل قليلًا.',
    },
    'reason.keptAfterCorrect': {
      '1': 'الأمر يسير جيدًا. أساعد بالقدر نفسه حتى تنجح مرة واحدة.',
      '2': 'الأمر يسير جيدًا. أساعد بالقدر نفسه حتى تنجح مرتين متتاليتين.',
      '3 5': 'الأمر يسير جيدًا. أساعد بالقدر نفسه حتى تنجح # مرات متتالية.',
      '0 11 21 100': 'الأمر يسير جيدًا. أساعد بالقدر نفسه حتى تنجح # مرة متتالية.',
    },
    'skills.evidence': {
      '1': 'مرة واحدة دون مساعدة في يوم واحد',
      '2': 'مرتين دون مساعدة في يومين',
      '3 5': '# مرات دون مساعدة في # أيام',
      '11 21': '# مرة دون مساعدة في # يومًا',
      '0 100': '# مرة دون مساعدة في # يوم',
    },
    'skills.retained': {
      '1': 'صحيح أيضًا بعد يوم واحد',
      '2': 'صحيح أيضًا بعد يومين',
      '3 5': 'صحيح أيضًا بعد # أيام',
      '11 21': 'صحيح أيضًا بعد # يومًا',
      '0 100': 'صحيح أيضًا بعد # يوم',
    },
  },
  uk: {
    'signIn.waitSeconds': {
      '1 21': 'Зачекай # секунду і спробуй знову.',
      '2 3': 'Зачекай # секунди і спробуй знову.',
      '0 5 11 100': 'Зачекай # секунд і спробуй знову.',
    },
    'tasks.made': { '1 21': 'Зроблено # раз', '2 3': 'Зроблено # рази', '0 5 11 100': 'Зроблено # разів' },
    'work.productsMade': 'Зроблено: #',
    'reason.fadedAfterCorrect': {
      '1 21': 'Правильно # раз поспіль, тому я допомагаю трохи менше.',
      '2 3': 'Правильно # рази поспіль, тому я допомагаю трохи менше.',
      '0 5 11 100': 'Правильно # разів поспіль, тому я допомагаю трохи менше.',
    },
    'reason.keptAfterCorrect': {
      '1 21': 'Усе добре. Я допомагаю так само, доки не вийде # раз поспіль.',
      '2 3': 'Усе добре. Я допомагаю так само, доки не вийде # рази поспіль.',
      '0 5 11 100': 'Усе добре. Я допомагаю так само, доки не вийде # разів поспіль.',
    },
    'skills.evidence': {
      '1 21': '# раз без допомоги, протягом # дня',
      '2 3': '# рази без допомоги, протягом # днів',
      '0 5 11 100': '# разів без допомоги, протягом # днів',
    },
    'skills.retained': {
      '1 21': 'Через # день усе ще добре',
      '2 3': 'Через # дні усе ще добре',
      '0 5 11 100': 'Через # днів усе ще добре',
    },
  },
}

describe.each(workerLanguages)('the worker’s counted texts in %s', (language) => {
  const words = workerWords[language]

  it.each(casesOf(words, workerCalls, expected[language]))('say at $place for $count: $text', ({ text, said }) => {
    expect(said()).toBe(text)
  })
})

describe('a worker’s text with two counts', () => {
  it('takes the form of each by itself', () => {
    expect(workerWords.en.skills.evidence(5, 1)).toBe('5 times without help, on 1 day')
    expect(workerWords.pl.skills.evidence(1, 2)).toBe('1 raz bez pomocy, w ciągu 2 dni')
    expect(workerWords.uk.skills.evidence(21, 5)).toBe('21 раз без допомоги, протягом 5 днів')
    expect(workerWords.ar.skills.evidence(11, 2)).toBe('11 مرة دون مساعدة في يومين')
  })
})

describe('a count that is not whole', () => {
  it.each([
    ['nl', 'Wacht 1,5 seconden en probeer het dan weer.'],
    ['en', 'Wait 1.5 seconds, then try again.'],
    ['de', 'Warte 1,5 Sekunden und versuche es dann wieder.'],
    ['fr', 'Attends 1,5 seconde, puis essaie encore.'],
    ['pl', 'Poczekaj 1,5 sekundy i spróbuj ponownie.'],
    ['tr', '1,5 saniye bekle, sonra tekrar dene.'],
    ['ar', 'انتظر 1.5 ثانية ثم حاول مرة أخرى.'],
    ['uk', 'Зачекай 1,5 секунди і спробуй знову.'],
  ] as const)('takes its own form in %s: %s', (language, text) => {
    expect(workerWords[language].signIn.waitSeconds(1.5)).toBe(text)
  })

  it('takes the genitive of times and days in Polish and Ukrainian', () => {
    expect(workerWords.pl.skills.evidence(1.5, 1.5)).toBe('1,5 raza bez pomocy, w ciągu 1,5 dnia')
    expect(workerWords.pl.skills.retained(1.5)).toBe('Po 1,5 dnia nadal dobrze')
    expect(workerWords.uk.skills.evidence(1.5, 1.5)).toBe('1,5 раза без допомоги, протягом 1,5 дня')
    expect(workerWords.uk.skills.retained(1.5)).toBe('Через 1,5 дня усе ще добре')
  })
})
