// The shape that all facts share: a literal type and strict members.
import { z } from 'zod'

/** An id within a fact. */
export const factId = z.string().min(1).max(80)

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal')

/**
 * A text about a person that lies outside the log, where it can be erased: its id, and SHA-256 over its salt and its words. The salt
 * is erased with the words, so that nobody can find out by trying what they were.
 */
export const textRefSchema = z.strictObject({ textId: factId, sha256: sha256Schema })
export type TextRef = Readonly<z.infer<typeof textRefSchema>>

export const fact = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape })
