// Ids for tests, made from words that a reader can follow.
import {
  coachIdSchema,
  credentialIdSchema,
  cycleIdSchema,
  layoutIdSchema,
  personIdSchema,
  proposalIdSchema,
  siteIdSchema,
  skillIdSchema,
  stepIdSchema,
  taskIdSchema,
} from '../../src-domain/ids.ts'

export const coachId = (word: string) => coachIdSchema.parse(word)
export const credentialId = (word: string) => credentialIdSchema.parse(word)
export const cycleId = (word: string) => cycleIdSchema.parse(word)
export const layoutId = (word: string) => layoutIdSchema.parse(word)
export const personId = (word: string) => personIdSchema.parse(word)
export const proposalId = (word: string) => proposalIdSchema.parse(word)
export const siteId = (word: string) => siteIdSchema.parse(word)
export const skillId = (word: string) => skillIdSchema.parse(word)
export const stepId = (word: string) => stepIdSchema.parse(word)
export const taskId = (word: string) => taskIdSchema.parse(word)
