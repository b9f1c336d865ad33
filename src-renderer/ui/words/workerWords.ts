// The words a worker reads and hears. Each language is one file that fills this shape: a missing word does not compile.
import type { ContestReason } from '../../../src-domain/event/correction.schema.ts'
import type { CountedText } from '../../../src-domain/instruction/plural.ts'
import type { TaskFit } from '../../../src-domain/learning/planWork.ts'
import type { Preferences } from '../../../src-domain/people/person.schema.ts'
import type { SightState } from '../../../src-domain/perception/interaction.schema.ts'
import type { Refusal } from '../../../src-domain/session/refusal.ts'
import type { ReasonWords } from './reasonWords.ts'

export type WorkerWords = {
  readonly languageName: string
  readonly signIn: {
    readonly starting: string
    readonly sessionLost: string
    readonly title: string
    readonly holdBadge: string
    readonly orTouchPicture: string
    readonly guest: string
    readonly enterPin: (name: string) => string
    readonly wrongPin: string
    readonly waitSeconds: (seconds: number) => CountedText
    readonly unknownBadge: string
    readonly erase: string
  }
  readonly tasks: {
    readonly greeting: (name: string) => string
    readonly greetingGuest: string
    readonly choose: string
    readonly made: (count: number) => CountedText
    readonly neverMade: string
    /** How a task fits the worker today. Never says that it does not: what is far off is shown in full. */
    readonly fit: Readonly<Record<TaskFit['fit'], string>>
    readonly notReady: string
    readonly none: string
  }
  readonly work: {
    readonly step: (number: number, of: number) => string
    readonly count: (number: number, of: number) => string
    readonly moreHelp: string
    readonly lessHelp: string
    readonly why: string
    readonly done: string
    readonly takeBack: string
    readonly skip: string
    /** The worker says that the bench saw something wrongly; what; and what comes of it. */
    readonly contest: string
    readonly contestWhat: string
    readonly contestReason: Readonly<Record<ContestReason, string>>
    readonly contested: string
    readonly pause: string
    readonly resume: string
    readonly paused: string
    readonly end: string
    readonly endSure: string
    readonly callSomeone: string
    readonly calling: string
    readonly callAnswered: string
    readonly productsMade: (count: number) => CountedText
    readonly wellDone: string
    readonly right: string
    readonly next: string
    readonly wrongPart: string
    readonly wrongOrder: string
    readonly wrongPlace: string
    readonly doubtPick: string
    readonly doubtPlace: string
    readonly takenBack: string
    readonly thinkFirst: string
    readonly whatISee: string
    readonly noPicture: string
    readonly lookAtLight: string
    /** A step that is done by waiting, with a circle that empties meanwhile. */
    readonly waitForCircle: string
    readonly more: string
  }
  readonly reason: ReasonWords<'fadedAfterCorrect' | 'keptAfterCorrect'>
  readonly sight: Readonly<Record<SightState, string>>
  /** Light or camera moved: the bench can put it right when asked, or someone has to. */
  readonly light: Readonly<Record<'moved' | 'putRight' | 'looking' | 'handsAway' | 'callSomeone', string>>
  readonly sightGoOn: string
  readonly refusal: Readonly<Record<Refusal, string>>
  readonly skills: {
    readonly title: string
    readonly none: string
    readonly earned: (date: string) => string
    readonly confirmedBy: (name: string) => string
    readonly strength: Readonly<Record<'hard' | 'semi-hard' | 'soft', string>>
    readonly evidence: (cycles: number, days: number) => CountedText
    readonly retained: (days: number) => CountedText
    readonly takeAlong: string
    readonly saved: string
    readonly genuine: string
    readonly notGenuine: string
    /** Stands before the names that the European catalogue has for the skill. */
    readonly inEurope: string
  }
  readonly read: string
  readonly signOut: string
  readonly back: string
  readonly cancel: string
  readonly yes: string
  readonly language: string
  readonly settings: string
  readonly voice: string
  readonly rewards: string
  readonly tableLight: Readonly<Record<'title' | Preferences['light'], string>>
  readonly on: string
  readonly off: string
  readonly oneMoment: string
  readonly failed: string
}
