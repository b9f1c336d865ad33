// What the made-up coach wrote down, in the languages that staff read.
import type { Language } from '../../../../src-domain/instruction/language.ts'

type Notes = { readonly awarded: string; readonly declined: string }

const en: Notes = {
  awarded: 'I watched three of them being made.',
  declined: 'First let us look at the fuse together once more.',
}

const notes: Readonly<Partial<Record<Language, Notes>>> = {
  nl: {
    awarded: 'Ik heb er drie zien maken.',
    declined: 'Laten we eerst samen nog eens naar de zekering kijken.',
  },
  en,
  de: {
    awarded: 'Ich habe bei drei Stück zugesehen.',
    declined: 'Schauen wir uns zuerst noch einmal gemeinsam die Sicherung an.',
  },
  fr: {
    awarded: 'J’en ai vu fabriquer trois.',
    declined: 'Regardons d’abord le fusible ensemble encore une fois.',
  },
}

export const coachNotesIn = (language: Language): Notes => notes[language] ?? en
