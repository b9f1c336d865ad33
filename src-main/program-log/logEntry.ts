// What the program log may hold: named events with ids, numbers and traces. The schema is the door: nothing else is written.
import { z } from 'zod'
import { conditionKeys } from '../../src-domain/fault/condition.schema.ts'
import { faultKinds, traceSchema } from '../../src-domain/fault/fault.schema.ts'

/** A procedure of the contract, a window, or the kind of an Electron process. */
const placeSchema = z.string().regex(/^[A-Za-z][\w.-]{0,59}$/)
const msSchema = z.number().nonnegative()

export const faultEntrySchema = traceSchema.extend({
  event: z.literal('fault'),
  id: z.string().regex(/^[0-9a-f]{12}$/),
  kind: z.enum(faultKinds),
  where: placeSchema.nullable(),
  sentence: z.string().max(300).nullable().describe('one of the program’s own, word for word'),
  exitCode: z.int().nullable(),
  times: z.int().positive(),
})
export type FaultEntry = Readonly<z.infer<typeof faultEntrySchema>>

const dismissedSchema = z.strictObject({ event: z.literal('faultsDismissed'), untilWallMs: z.number() })

export const logEntrySchema = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('started'),
    version: z.string().max(40),
    node: z.string().max(40),
    platform: z.string().max(40),
  }),
  z.strictObject({ event: z.literal('stopped') }),
  faultEntrySchema,
  dismissedSchema,
  z.strictObject({ event: z.literal('conditionRaised'), key: z.enum(conditionKeys) }),
  z.strictObject({ event: z.literal('conditionCleared'), key: z.enum(conditionKeys), lastedMs: msSchema }),
  z.strictObject({
    event: z.literal('slowCall'),
    procedure: placeSchema,
    loopMs: msSchema.describe('in which the event loop was busy while the call was out'),
    totalMs: msSchema,
  }),
  z.strictObject({ event: z.literal('stall'), ms: msSchema, during: z.array(placeSchema).max(20) }),
  z.strictObject({ event: z.literal('lost'), lines: z.int().positive() }),
])
export type LogEntry = Readonly<z.infer<typeof logEntrySchema>>
/** An entry as it is read back. */
export type PastEntry = { readonly wallMs: number; readonly entry: FaultEntry | z.infer<typeof dismissedSchema> }

export const levels: Readonly<Record<LogEntry['event'], 'info' | 'warn' | 'error'>> = {
  started: 'info',
  stopped: 'info',
  fault: 'error',
  faultsDismissed: 'info',
  conditionRaised: 'warn',
  conditionCleared: 'info',
  slowCall: 'warn',
  stall: 'warn',
  lost: 'warn',
}

/** The logs of a bench's processes in its `logs` folder. One process writes each. */
export const logFiles = {
  service: { name: 'service', maxBytes: 5_000_000, files: 5 },
  shell: { name: 'shell', maxBytes: 1_000_000, files: 2 },
} as const
export type LogOwner = keyof typeof logFiles

/** The entry, when it has exactly a shape that may be written; null otherwise. */
export const admitted = (entry: LogEntry): LogEntry | null => logEntrySchema.safeParse(entry).data ?? null
