// Ids, each kind a type of its own, so that an id of one kind given where another is due does not compile. At run time they are
// the strings they always were.
import { z } from 'zod'

const id = z.string().min(1).max(80)

/** A person of the site, by a random id that says nothing about them. */
export const personIdSchema = id.brand<'PersonId'>()
/** A person acting as coach. Only the check of the role creates this id. */
export const coachIdSchema = personIdSchema.brand<'CoachId'>()
export const sessionIdSchema = id.brand<'SessionId'>()
export const runIdSchema = id.brand<'RunId'>()
export const cycleIdSchema = id.brand<'CycleId'>()
export const proposalIdSchema = id.brand<'ProposalId'>()
export const credentialIdSchema = id.brand<'CredentialId'>()
export const noteIdSchema = id.brand<'NoteId'>()
/** One bench's log, wherever it lies. */
export const benchIdSchema = id.brand<'BenchId'>()
export const siteIdSchema = id.brand<'SiteId'>()

export type PersonId = z.infer<typeof personIdSchema>
export type CoachId = z.infer<typeof coachIdSchema>
export type BenchId = z.infer<typeof benchIdSchema>
export type SessionId = z.infer<typeof sessionIdSchema>
export type RunId = z.infer<typeof runIdSchema>
export type ProposalId = z.infer<typeof proposalIdSchema>
export type CredentialId = z.infer<typeof credentialIdSchema>
export type NoteId = z.infer<typeof noteIdSchema>

/** Creates a new unique id of the kind whose schema is given. */
export type NewId = <Kind extends z.ZodType<string>>(kind: Kind) => z.output<Kind>

/** @param fresh says another string each time: random in the service, counted in tests. */
export const createNewId =
  (fresh: () => string): NewId =>
  (kind) =>
    kind.parse(fresh())
