// The words inside a credential, in the two languages that credentials are written in. Plain: A2 to B1, nothing negative.
import type { StaffRole } from '../access/roles.ts'
import type { Language } from '../instruction/language.ts'
import { type CountedText, pluralIn, sentence } from '../instruction/plural.ts'
import type { EvidenceGrade } from './evidenceGrade.ts'

export const credentialLanguages = ['nl', 'en'] as const
export type CredentialLanguage = (typeof credentialLanguages)[number]

/** The language for a site's credentials: Dutch where the site speaks Dutch, else English. */
export const credentialLanguageFor = (site: Language): CredentialLanguage => (site === 'nl' ? 'nl' : 'en')

export type CredentialTexts = {
  /** What must be shown for the skill, by criterion; `other` for a criterion without words of its own. */
  readonly criteria: { readonly [criterion: string]: string; readonly other: string }
  readonly measured: string
  readonly measurement: (count: {
    readonly units: number
    readonly days: number
    readonly withoutError: boolean
  }) => CountedText
  readonly confirmed: (coach: string) => string
  readonly confirmation: (coach: string, role: string) => string
  readonly roles: Readonly<Record<StaffRole, string>>
  readonly bench: string
  readonly results: {
    readonly unaidedCycles: string
    readonly attempts: string
    readonly timeAgainstTarget: string
    readonly retentionDays: string
    readonly guidanceLevel: string
    readonly criterion: string
    readonly guidanceModel: string
    readonly evidenceStrength: string
  }
  /** Prompting levels 3 to 0, so from most help to none. */
  readonly guidanceLevels: readonly [string, string, string, string]
  readonly grades: Readonly<Record<EvidenceGrade, { readonly name: string; readonly description: string }>>
}

const english = pluralIn('en')
const dutch = pluralIn('nl')

const en: CredentialTexts = {
  criteria: {
    'three-days-unaided/1':
      'Every step of the work was done without help and without mistakes, at least 3 times in a row, on at least 3 ' +
      'different days and at a steady pace. Whole products were then made without help and without mistakes, at least 3 ' +
      'in a row, the last one at least 1 day after the first. The workbench measured this and a coach confirmed it.',
    other: 'The workbench measured the work by the rule named in the results, and a coach confirmed it.',
  },
  measured: 'Measured by the workbench',
  measurement: ({ units, days, withoutError }) =>
    sentence`${english(units, { one: '# product', other: '# products in a row' })} made without help${
      withoutError ? ' and without mistakes' : ''
    }. The steps were done without help on ${english(days, { one: '# day', other: '# different days' })}.`,
  confirmed: (coach) => `Confirmed by ${coach}`,
  confirmation: (coach, role) => `${coach}, ${role}, has looked at the evidence and confirms this skill.`,
  roles: { supervisor: 'supervisor', coach: 'job coach', admin: 'administrator' },
  bench: 'Handwijzer workbench',
  results: {
    unaidedCycles: 'Products in a row made without help',
    attempts: 'Times that steps were done',
    timeAgainstTarget: 'Time for a product, as a percentage of the target time',
    retentionDays: 'Days between the first and the last of these products',
    guidanceLevel: 'Level of guidance',
    criterion: 'Rule for mastery, with its version',
    guidanceModel: 'Model that chose the guidance, with its version',
    evidenceStrength: 'Evidence strength',
  },
  guidanceLevels: ['shown step by step', 'shown', 'hint', 'on one’s own'],
  grades: {
    hard: {
      name: 'hard',
      description:
        'Measured several times in a row without help, again after at least a day, and confirmed by a named coach.',
    },
    'semi-hard': { name: 'semi-hard', description: 'Measured by the workbench, or seen by a coach who signed for it.' },
    soft: { name: 'soft', description: 'Told by the worker or a colleague.' },
  },
}

const nl: CredentialTexts = {
  criteria: {
    'three-days-unaided/1':
      'Elke stap van het werk is zonder hulp en zonder fouten gedaan, minstens 3 keer achter elkaar, op minstens 3 ' +
      'verschillende dagen en in een vast tempo. Daarna zijn hele producten gemaakt zonder hulp en zonder fouten, minstens ' +
      '3 achter elkaar, het laatste minstens 1 dag na het eerste. De werkbank heeft dit gemeten en een coach heeft het bevestigd.',
    other:
      'De werkbank heeft het werk gemeten volgens de regel die bij de resultaten staat. Een coach heeft het bevestigd.',
  },
  measured: 'Gemeten door de werkbank',
  measurement: ({ units, days, withoutError }) =>
    sentence`${dutch(units, { one: '# product', other: '# producten achter elkaar' })} gemaakt zonder hulp${
      withoutError ? ' en zonder fouten' : ''
    }. De stappen zijn zonder hulp gedaan op ${dutch(days, { one: '# dag', other: '# verschillende dagen' })}.`,
  confirmed: (coach) => `Bevestigd door ${coach}`,
  confirmation: (coach, role) => `${coach}, ${role}, heeft het bewijs bekeken en bevestigt deze vaardigheid.`,
  roles: { supervisor: 'werkbegeleider', coach: 'jobcoach', admin: 'beheerder' },
  bench: 'Handwijzer-werkbank',
  results: {
    unaidedCycles: 'Producten achter elkaar gemaakt zonder hulp',
    attempts: 'Aantal keren dat stappen zijn gedaan',
    timeAgainstTarget: 'Tijd voor een product, als percentage van de richttijd',
    retentionDays: 'Dagen tussen het eerste en het laatste van deze producten',
    guidanceLevel: 'Mate van hulp',
    criterion: 'Regel voor beheersing, met versie',
    guidanceModel: 'Model dat de hulp koos, met versie',
    evidenceStrength: 'Sterkte van het bewijs (evidence strength)',
  },
  guidanceLevels: ['voorgedaan', 'getoond', 'hint', 'zelfstandig'],
  grades: {
    hard: {
      name: 'hard',
      description:
        'Meerdere keren achter elkaar gemeten zonder hulp, na minstens een dag opnieuw, en bevestigd door een coach met naam.',
    },
    'semi-hard': {
      name: 'semi-hard',
      description: 'Gemeten door de werkbank, of gezien door een coach die ervoor tekent.',
    },
    soft: { name: 'zacht', description: 'Verteld door de werknemer of een collega.' },
  },
}

export const credentialTexts: Readonly<Record<CredentialLanguage, CredentialTexts>> = { nl, en }
