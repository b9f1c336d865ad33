// The words for backups, for restoring one, and for a bench whose data cannot be used. Part of the staff's words.
import type { Backups } from '../../../src-domain/contract/admin.contract.ts'
import type { RescueRefusal, Restorable, StartProblem } from '../../../src-domain/contract/rescue.contract.ts'

export type SafekeepingWords = {
  readonly problem: Readonly<Record<StartProblem, { readonly title: string; readonly about: string }>>
  readonly safe: string
  readonly tryAgain: string
  readonly details: string
  readonly lookAtScreen: string
  readonly remedies: string
  readonly restore: {
    readonly title: string
    readonly open: string
    readonly about: string
    readonly which: string
    readonly verified: string
    readonly notLookedAt: string
    readonly events: (count: string) => string
    readonly place: Readonly<Record<Restorable['place'], string>>
    readonly none: string
    readonly elsewhere: string
    readonly folder: string
    readonly folderAbout: string
    readonly look: string
    readonly nothingThere: string
    readonly next: string
    readonly confirmTitle: (moment: string) => string
    readonly steps: readonly string[]
    readonly withKeys: string
    readonly code: string
    readonly codeAbout: (moment: string) => string
    readonly now: string
    readonly working: string
    readonly workingAbout: string
  }
  readonly keys: {
    readonly title: string
    readonly about: string
    readonly fromBackup: string
    readonly noSealed: string
    readonly byCode: string
    readonly fromFolder: string
    readonly folderAbout: string
    readonly byFolder: string
  }
  readonly goOn: {
    readonly title: string
    readonly about: Readonly<Record<'keys' | 'media' | 'database', string>>
    readonly who: string
    readonly now: string
  }
  readonly refused: Readonly<Record<RescueRefusal, string>>
  readonly backups: {
    readonly reason: Readonly<Record<Backups['sets'][number]['reason'], string>>
    readonly verified: string
    readonly notVerified: string
    readonly withKeys: string
    readonly inSecondPlace: string
    readonly failed: string
    readonly more: string
    readonly backedUp: (size: string) => string
    readonly trialNever: string
    readonly trialGood: (duration: string, moment: string) => string
    readonly trialBad: string
    readonly tryNow: string
    readonly codeTitle: string
    readonly codeNone: string
    readonly codeMade: (moment: string) => string
    readonly makeCode: string
    readonly makeNewCode: string
    readonly newCodeAbout: string
    readonly writeDown: string
    readonly written: string
    readonly secondTitle: string
    readonly secondNone: string
    readonly secondFolder: string
    readonly secondFolderAbout: string
    readonly secondSet: string
    readonly secondStop: string
    readonly secondOk: (moment: string, free: string) => string
    readonly secondNever: string
    readonly secondFailed: string
    readonly secondRefused: Readonly<Record<'notThere' | 'notWritable' | 'sameDisk', string>>
  }
}
