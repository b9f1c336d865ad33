// Ids for tests, made from words that a reader can follow.
import { coachIdSchema, credentialIdSchema, personIdSchema, proposalIdSchema } from '../../src-domain/ids.ts'

export const personId = (word: string) => personIdSchema.parse(word)
export const coachId = (word: string) => coachIdSchema.parse(word)
export const proposalId = (word: string) => proposalIdSchema.parse(word)
export const credentialId = (word: string) => credentialIdSchema.parse(word)
