// What is kept about a fault of the program: its kind, where it happened and its trace. Never what a person entered or is called.
import { z } from 'zod'

/** Faults that a window reports about itself: its code, its error boundary, its graphics context, its worker threads. */
export const windowFaultKinds = ['window', 'screen', 'graphics', 'worker'] as const

/**
 * The others are noticed outside of windows: in the bench service, by the store, by a call's use case, in Electron's main
 * process, and where a window's process, the service's process or another helper process of Electron has ended.
 */
export const faultKinds = [
  ...windowFaultKinds,
  'service',
  'store',
  'call',
  'shell',
  'windowGone',
  'serviceEnded',
  'processGone',
] as const
export type FaultKind = (typeof faultKinds)[number]

export const windowNames = [
  'home',
  'table',
  'calibrate',
  'display',
  'workplace',
  'bench',
  'studio',
  'coach',
  'admin',
] as const
export type WindowName = (typeof windowNames)[number]

/** Frames of a stack that are kept. */
export const framesKept = 12

/** The class of an error, an identifier of the program: `TypeError`. */
const nameSchema = z.string().regex(/^[A-Za-z_$][\w$]{0,59}$/)
/** What operating system, database or contract call the failure, as `ENOSPC`; for a StoreFailure its reason. */
const codeSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/)
/** `function file:line:column`; the file is relative to the program. */
const frameSchema = z.string().regex(/^(?:[\w$.#<>]{1,80} )?[\w@.+/-]{1,120}:\d{1,7}:\d{1,7}$/)

/** The part of an error that can carry no personal data, because each field can hold identifiers of the program only. */
export const traceSchema = z.strictObject({
  name: nameSchema,
  code: codeSchema.nullable(),
  frames: z.array(frameSchema).max(framesKept),
})
export type Trace = Readonly<z.infer<typeof traceSchema>>

/** A fault as a window tells it to the service. */
export const reportedFaultSchema = traceSchema.extend({
  kind: z.enum(windowFaultKinds),
  window: z.enum(windowNames),
})
export type ReportedFault = Readonly<z.infer<typeof reportedFaultSchema>>

/** The same fault, however often: of one kind, at one place, with one name, code and innermost frame. */
export const countedFaultSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(faultKinds),
  where: z.string().nullable().describe('the window or the procedure'),
  name: z.string(),
  code: z.string().nullable(),
  sentence: z.string().nullable().describe('where the program wrote a fixed one'),
  at: z.string().nullable().describe('the innermost frame'),
  count: z.int().positive().describe('in the last 7 days'),
  firstWallMs: z.number(),
  lastWallMs: z.number(),
  open: z.boolean().describe('happened in the last 24 hours and was not dismissed since'),
})
export type CountedFault = Readonly<z.infer<typeof countedFaultSchema>>
