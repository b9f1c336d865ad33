// The words for how one worker learns, and for what a coach arranges and corrects. Part of the staff's words.
import type { ContestReason, Correction } from '../../../src-domain/event/correction.schema.ts'
import type { CountedText } from '../../../src-domain/instruction/plural.ts'
import type { TaskFit } from '../../../src-domain/learning/planWork.ts'

export type LearningWords = {
  readonly known: {
    readonly title: string
    readonly about: string
    readonly range: (known: string, low: string, high: string) => string
    readonly change: (step: string) => string
  }
  readonly attention: {
    readonly title: string
    readonly nothing: string
    /** Each stands before the steps it holds for. */
    readonly contested: string
    readonly notLearning: string
    readonly keepsReturning: string
    readonly refreshDue: string
    readonly probeDue: (date: string) => string
  }
  readonly days: {
    readonly title: string
    readonly about: string
    readonly time: string
    readonly mistakes: string
    readonly help: string
    readonly day: string
    readonly steps: string
    readonly plateau: (share: string) => string
    readonly summary: (days: number, first: string, last: string) => CountedText
    readonly table: string
  }
  readonly plan: {
    readonly title: string
    readonly about: string
    readonly fit: Readonly<Record<TaskFit['fit'], string>>
    readonly newSteps: (count: number) => CountedText
  }
  readonly arrange: {
    readonly title: string
    readonly about: string
    readonly by: string
    readonly model: string
    readonly rule: string
    readonly always: (level: string) => string
    readonly pace: string
    readonly paces: Readonly<Record<'usual' | 'slower' | 'slowest', string>>
    readonly mentor: string
    readonly mentorAbout: string
    readonly least: string
    readonly most: string
    readonly noLimit: string
    readonly limitsCross: string
    readonly saved: string
  }
  readonly step: {
    readonly level: string
    readonly adapts: string
    readonly fixed: (level: string) => string
    readonly demonstrate: string
    readonly demonstrationWanted: string
    readonly beginAnew: string
    readonly beginAnewAbout: string
    readonly beginAnewSure: string
    readonly seen: string
    readonly seenAbout: string
    readonly none: string
    readonly judge: (date: string) => string
    readonly corrections: Readonly<Record<Correction, string>>
    readonly contestReason: Readonly<Record<ContestReason, string>>
    readonly agree: Readonly<Record<'noMistake' | 'notDone', string>>
    readonly keepAsSeen: string
    readonly notCounting: string
    readonly decidedBy: (model: string) => string
  }
  readonly notes: {
    readonly title: string
    readonly about: string
    readonly write: string
    readonly keep: string
  }
  readonly siteParameters: {
    readonly title: string
    readonly about: string
    readonly judgedOn: (fitted: number, heldOut: number) => CountedText
    readonly worthwhile: string
    readonly notWorthwhile: string
    readonly level: string
    readonly before: string
    readonly after: string
    readonly happened: string
    readonly accept: string
    readonly accepted: string
  }
}
