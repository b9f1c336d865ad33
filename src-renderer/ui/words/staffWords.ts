// The words of the staff's windows. Each language is one file that fills this shape: a missing word does not compile.
import type { StaffRole } from '../../../src-domain/access/roles.ts'
import type { Level } from '../../../src-domain/event/level.schema.ts'
import type { DoneBy, Step } from '../../../src-domain/instruction/instruction.schema.ts'
import type { CountedText } from '../../../src-domain/instruction/plural.ts'
import type { MasteryGap } from '../../../src-domain/learning/mastery.ts'
import type { PictureName } from '../personPictures/personPictures.ts'
import type { CalibrationWords } from './calibrationWords.ts'
import type { FaultWords } from './faultWords.ts'
import type { LearningWords } from './learningWords.ts'
import type { ReasonWords } from './reasonWords.ts'
import type { SafekeepingWords } from './safekeepingWords.ts'

type Count = (count: number) => CountedText

/** The reasons that have numbers, all of which the staff are told. */
type Told =
  | 'newButFamiliar'
  | 'fadedAfterCorrect'
  | 'keptAfterCorrect'
  | 'expectedToGoWell'
  | 'stillLearning'
  | 'lessSure'
  | 'afterBreak'
  | 'probe'
  | 'onlyASlip'
  | 'tryWithLess'
  | 'mistakeMatters'

export type StaffWords = {
  readonly common: {
    readonly start: string
    readonly language: string
    readonly back: string
    readonly cancel: string
    readonly save: string
    readonly saved: string
    readonly download: string
    readonly close: string
    readonly never: string
    readonly oneMoment: string
    readonly signOut: string
    readonly menu: string
  }
  readonly doors: Readonly<
    Record<'workplace' | 'bench' | 'studio' | 'coach' | 'admin', { readonly name: string; readonly about: string }>
  >
  readonly home: {
    readonly welcome: string
    readonly firstQuestion: string
    readonly lookAround: string
    readonly lookAroundAbout: string
    readonly setUp: string
    readonly setUpAbout: string
    readonly making: string
    readonly workshopName: string
    readonly yourName: string
    readonly pin: string
    readonly pinAgain: string
    readonly pinRule: string
    readonly pinsDiffer: string
    readonly finish: string
    readonly demoAccountsTitle: string
    readonly demoAccountsAbout: string
    readonly code: (pin: string) => string
    readonly noSuchPage: string
  }
  readonly signIn: {
    readonly title: string
    readonly nobody: string
    readonly enterPin: (name: string) => string
    readonly wrongPin: string
    readonly wait: Count
    readonly erase: string
    readonly done: string
    readonly notYours: string
  }
  readonly roles: Readonly<Record<StaffRole | 'worker', string>>
  readonly failure: {
    readonly forbidden: string
    readonly notFound: string
    readonly notNow: string
    readonly diskFull: string
    readonly diskFailed: string
    readonly readOnly: string
    readonly fault: string
    readonly lost: string
    readonly badgeTaken: string
    readonly weakPin: string
  }
  readonly level: Readonly<Record<Level, { readonly name: string; readonly about: string }>>
  readonly reason: ReasonWords<Told>
  readonly table: {
    readonly title: string
    readonly virtualBench: string
    readonly worker: Readonly<Record<'me' | 'beginner' | 'learner' | 'expert', string>>
    readonly camera: string
    readonly noCamera: string
    readonly clip: string
    readonly openElsewhere: string
    readonly sideScreen: string
  }
  readonly coach: {
    readonly proposals: string
    readonly proposalsAbout: string
    readonly noneOpen: string
    readonly proposedOn: (date: string) => string
    readonly inARow: Count
    readonly onDays: Count
    readonly between: (first: string, last: string) => string
    readonly retained: Count
    readonly noErrors: string
    readonly errors: Count
    readonly attempts: Count
    readonly typicalTime: (time: string) => string
    readonly rule: string
    readonly ruleAbout: string
    readonly award: string
    readonly decline: string
    readonly awardTitle: (skill: string, name: string) => string
    readonly awardAbout: string
    readonly note: string
    readonly noteAbout: string
    readonly awardSure: string
    readonly awarded: (name: string) => string
    readonly awardChecked: string
    readonly awardUnchecked: string
    readonly declineTitle: (skill: string, name: string) => string
    readonly declineAbout: (name: string) => string
    readonly reason: string
    readonly reasonAbout: string
    readonly reasonNeeded: string
    readonly declineSure: string
    readonly declined: string
    readonly decided: string
    readonly noneDecided: string
    readonly stateAwarded: string
    readonly stateDeclined: string
    readonly stateOpen: string
    readonly decidedBy: (name: string, date: string) => string
    readonly credential: string
    readonly workers: string
    readonly workersAbout: string
    readonly noWorkers: string
    readonly lastSeen: (date: string) => string
    readonly neverSeen: string
    readonly waiting: Count
    readonly contested: Count
    readonly practises: string
    readonly nothingYet: string
    readonly stepsOf: (task: string) => string
    /** How many products, on how many days, and how many of them without mistake or asking for help. */
    readonly practised: (products: number, days: number, clean: number) => CountedText
    readonly step: string
    readonly helpNow: string
    readonly history: string
    readonly historyOf: (count: number, from: string, to: string) => CountedText
    readonly practice: string
    readonly times: Count
    readonly mistakes: Count
    readonly helpAsked: Count
    readonly unaided: Count
    readonly ownPace: string
    readonly lastTime: (time: string) => string
    readonly lacks: string
    readonly missing: Readonly<Record<NonNullable<MasteryGap>, string>>
    readonly mastered: string
    readonly skillsAndProposals: string
  }
  readonly calibration: CalibrationWords
  readonly learning: LearningWords
  readonly safekeeping: SafekeepingWords
  readonly studio: {
    readonly tasks: string
    readonly tasksAbout: string
    readonly noTasks: string
    readonly steps: Count
    readonly version: (number: number) => string
    readonly importedOn: (date: string) => string
    readonly ready: string
    readonly toChoose: Count
    readonly importTask: string
    readonly importing: string
    readonly imported: (title: string) => string
    readonly refused: string
    readonly refusedAbout: string
    readonly place: string
    readonly why: string
    readonly remedy: string
    readonly wordsIn: string
    readonly order: string
    readonly anyOrder: string
    readonly inOrder: string
    readonly repeated: Count
    readonly kind: Readonly<Record<Step['kind'], string>>
    readonly doneBy: {
      readonly [By in DoneBy['by']]: (
        way: Extract<DoneBy, { by: By }>,
      ) => By extends 'weigh' | 'time' ? CountedText : string
    }
    readonly doneWhen: string
    readonly takes: (time: string) => string
    readonly difficulty: Readonly<Record<Step['difficulty'], string>>
    readonly mistakeIs: Readonly<Record<Step['mistakeIs'], string>>
    readonly skills: string
    readonly noSkills: string
    readonly skillSteps: Count
    readonly catalogue: string
    readonly binding: string
    readonly bindingAbout: string
    readonly bindingFor: (layout: string) => string
    readonly parts: string
    readonly zones: string
    readonly chooseBin: string
    readonly binTaken: (label: string) => string
    readonly choosePlace: string
    readonly otherPlace: string
    readonly bin: (label: string) => string
    readonly nothingToBind: string
    readonly bindSaved: string
    readonly bindIncomplete: Count
    readonly layouts: string
    readonly layoutsAbout: string
    readonly noLayouts: string
    readonly current: string
    readonly bins: Count
    readonly zoneCount: Count
    readonly table: (width: string, depth: string) => string
    readonly seenFromAbove: string
    readonly workersSide: string
    readonly rim: (height: string) => string
    readonly zoneUse: Readonly<Record<'fixture' | 'tray' | 'surface' | 'forbidden', string>>
    readonly buttons: Readonly<Record<'done' | 'help' | 'pause', string>>
    readonly whatWhere: string
    readonly what: string
    readonly size: string
    readonly height: string
    readonly use: string
  }
  readonly faults: FaultWords
  readonly admin: {
    readonly title: string
    readonly health: string
    readonly well: string
    readonly ailing: string
    readonly wellAbout: string
    readonly ailingAbout: string
    readonly version: string
    readonly running: string
    readonly startedIn: string
    readonly events: string
    readonly size: string
    readonly memory: string
    readonly windows: string
    readonly lastBackup: string
    readonly people: string
    readonly addPerson: string
    readonly name: string
    readonly picture: string
    readonly pictureAbout: string
    readonly badge: string
    readonly badgeAbout: string
    readonly badgeShort: string
    readonly pin: string
    readonly pinAbout: string
    readonly pinWrong: string
    readonly pinNeeded: string
    readonly roles: string
    readonly rolesNeeded: string
    readonly nameNeeded: string
    readonly wayInNeeded: string
    readonly added: (name: string) => string
    readonly backups: string
    readonly backUpNow: string
    readonly noBackups: string
    readonly log: string
    readonly logAbout: string
    readonly checkLog: string
    readonly logWhole: Count
    readonly logCode: string
    readonly logBroken: (event: string) => string
  }
  readonly pictures: Readonly<Record<PictureName, string>>
}
