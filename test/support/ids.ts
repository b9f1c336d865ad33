// Ids for tests, made from words that a reader can follow.
import { coachIdSchema, personIdSchema } from '../../src-domain/ids.ts'

export const personId = (word: string) => personIdSchema.parse(word)
export const coachId = (word: string) => coachIdSchema.parse(word)
