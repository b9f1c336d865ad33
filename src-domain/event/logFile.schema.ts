// A log as a file: one JSON value per line. The first line says whose log it is; then come its events in order, and after the last
// event of each closed segment its signed head.
import { z } from 'zod'
import { benchIdSchema } from '../ids.ts'
import { signedHeadSchema } from './segment.ts'

const logFileStartSchema = z.strictObject({
  format: z.literal('handwijzer.log'),
  formatVersion: z.literal(1),
  benchId: benchIdSchema,
  epochs: z.array(
    z.strictObject({
      epoch: z.int().positive(),
      fromSeq: z.int().positive(),
      publicKey: z.string().min(1).max(100),
    }),
  ),
})
export type LogFileStart = Readonly<z.infer<typeof logFileStartSchema>>

const logFileEventSchema = z.strictObject({
  seq: z.int().positive(),
  epoch: z.int().nonnegative(),
  type: z.string(),
  version: z.int().positive(),
  wallMs: z.int(),
  monoMs: z.int(),
  bootId: z.string(),
  previousHash: z.string(),
  hash: z.string(),
  text: z.string().describe('the fact as it is stored, JSON or not'),
})

export const logFileLineSchema = z.union([logFileEventSchema, signedHeadSchema, logFileStartSchema])
export type LogFileLine = Readonly<z.infer<typeof logFileLineSchema>>
