// Reads the JSON that stands in a column by its schema, so that a row which another version or a damaged disk left is a failure
// with a name and never a value of the wrong shape.
import { z } from 'zod'
import { StoreFailure } from './storeFailure.ts'

/**
 * Reads a value, or the text of one, by its schema.
 * @param stored JSON text, or what `parseStored` made of it.
 * @param what names the row, for the sentence.
 * @throws StoreFailure `corrupted` where the text is no JSON or does not have the shape.
 */
export function readStored<Schema extends z.ZodType>(
  schema: Schema,
  stored: string | Readonly<Record<string, unknown>>,
  what: string,
): z.output<Schema> {
  const read = schema.safeParse(typeof stored === 'string' ? parseStored(stored, what) : stored)
  if (read.success) return read.data
  throw unreadable(what, z.prettifyError(read.error))
}

/** @throws StoreFailure `corrupted` where the text is no JSON. */
export function parseStored(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unreadable(what, error)
  }
}

export const unreadable = (what: string, cause: unknown) =>
  new StoreFailure(
    'corrupted',
    `What is stored of ${what} cannot be read. Start the version of Handwijzer that wrote it, or restore the last backup (README, “recover it”).`,
    cause,
  )
