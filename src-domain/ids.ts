// Ids, each kind a type of its own, so that an id of one kind given where another is due does not compile. At run time they are
// the strings they always were. The brand is on a schema's input too: a caller of the contract must hold an id of the kind.
import { z } from 'zod'

const id = z.string().min(1).max(80)

/** A person of the site, by a random id that says nothing about them. */
export const personIdSchema = id.brand<'PersonId', 'inout'>()
/** A person acting as coach. Only the check of the role creates this id. */
export const coachIdSchema = personIdSchema.brand<'CoachId', 'inout'>()
export const sessionIdSchema = id.brand<'SessionId', 'inout'>()
export const runIdSchema = id.brand<'RunId', 'inout'>()
export const cycleIdSchema = id.brand<'CycleId', 'inout'>()
export const proposalIdSchema = id.brand<'ProposalId', 'inout'>()
export const credentialIdSchema = id.brand<'CredentialId', 'inout'>()
export const noteIdSchema = id.brand<'NoteId', 'inout'>()
/** One bench's log, wherever it lies. */
export const benchIdSchema = id.brand<'BenchId', 'inout'>()
export const siteIdSchema = id.brand<'SiteId', 'inout'>()

// Ids that authors choose in instructions and layouts, whose formats set the narrower rules for a new one.
export const taskIdSchema = id.brand<'TaskId', 'inout'>()
export const stepIdSchema = id.brand<'StepId', 'inout'>()
export const skillIdSchema = id.brand<'SkillId', 'inout'>()
export const layoutIdSchema = id.brand<'LayoutId', 'inout'>()

export type PersonId = z.infer<typeof personIdSchema>
export type CoachId = z.infer<typeof coachIdSchema>
export type BenchId = z.infer<typeof benchIdSchema>
export type SessionId = z.infer<typeof sessionIdSchema>
export type RunId = z.infer<typeof runIdSchema>
export type CycleId = z.infer<typeof cycleIdSchema>
export type ProposalId = z.infer<typeof proposalIdSchema>
export type CredentialId = z.infer<typeof credentialIdSchema>
export type NoteId = z.infer<typeof noteIdSchema>
export type SiteId = z.infer<typeof siteIdSchema>
export type TaskId = z.infer<typeof taskIdSchema>
export type StepId = z.infer<typeof stepIdSchema>
export type SkillId = z.infer<typeof skillIdSchema>
export type LayoutId = z.infer<typeof layoutIdSchema>

/** Creates a new unique id of the kind whose schema is given. */
export type NewId = <Kind extends z.ZodType<string>>(kind: Kind) => z.output<Kind>

/** @param fresh says another string each time: random in the service, counted in tests. */
export const createNewId =
  (fresh: () => string): NewId =>
  (kind) =>
    kind.parse(fresh())
