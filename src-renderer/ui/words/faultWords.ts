// The words for what ails a bench and for the program's own faults, on the administrator's page.
import type { ConditionKey } from '../../../src-domain/fault/condition.schema.ts'
import type { FaultKind, WindowName } from '../../../src-domain/fault/fault.schema.ts'
import type { CountedText } from '../../../src-domain/instruction/plural.ts'

export type FaultWords = {
  readonly condition: Readonly<Record<ConditionKey, string>>
  readonly since: (moment: string) => string
  readonly title: string
  readonly none: string
  readonly what: string
  readonly howOften: string
  readonly last: string
  readonly more: (count: number) => CountedText
  readonly kind: Readonly<Record<FaultKind, string>>
  readonly window: Readonly<Record<WindowName, string>>
  /** For a fault that nobody has looked at, and that may still happen. */
  readonly isNew: string
  readonly markSeen: string
  readonly saveLog: string
  readonly logAbout: string
}
