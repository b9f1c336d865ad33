// The facts about people and products that are appended to the event log. All state is derived from them.
import { z } from 'zod'
import {
  coachIdSchema,
  credentialIdSchema,
  cycleIdSchema,
  layoutIdSchema,
  noteIdSchema,
  personIdSchema,
  proposalIdSchema,
  runIdSchema,
  sessionIdSchema,
  siteIdSchema,
  skillIdSchema,
  stepIdSchema,
  taskIdSchema,
} from '../ids.ts'
import { evidenceSourceSchema, sightStateSchema } from '../perception/interaction.schema.ts'
import { arrangementSchema } from './arrangement.schema.ts'
import { benchFactSchema } from './benchFact.schema.ts'
import { contestReasonSchema, correctionSchema } from './correction.schema.ts'
import { decisionEstimateSchema } from './decisionEstimate.schema.ts'
import { eventRefSchema } from './eventRef.schema.ts'
import { fact, factId, sha256Schema, textRefSchema } from './factShape.ts'
import { levelSchema } from './level.schema.ts'
import { masteryEvidenceSchema } from './masteryEvidence.schema.ts'
import { reasonSchema } from './reason.schema.ts'
import { siteParametersSchema } from './siteParameters.schema.ts'

const id = factId
const durationMs = z.int().nonnegative()
const packageSha256 = sha256Schema
  .nullable()
  .describe('the sealed instruction package it is about; null in logs written before packages were named')

/** What went wrong: a part that is not asked for, one that comes later, or the right one in the wrong place. */
export const errorKindSchema = z.enum(['wrongPart', 'wrongOrder', 'wrongPlace'])
export type ErrorKind = z.infer<typeof errorKindSchema>

const observed = { confidence: z.number().min(0).max(1), sources: z.array(evidenceSourceSchema) }

export const stepStartedSchema = fact('stepStarted', {
  stepKey: id,
  stepId: stepIdSchema,
  insteadOf: id
    .optional()
    .describe('the step that was suggested, where the worker chose another of an any-order group'),
  level: levelSchema,
  reason: reasonSchema,
  hintDelayMs: z.int().positive(),
  policy: id.describe('name and version of what decided the level'),
  numbers: decisionEstimateSchema.optional().describe('what the learner model then held of the step'),
})

export const stepCompletedSchema = fact('stepCompleted', {
  stepKey: id,
  stepId: stepIdSchema,
  by: z.enum(['hand', 'button', 'key', 'pedal', 'scan', 'scale', 'tool', 'time']),
  level: levelSchema.describe('as decided at the start'),
  highestLevel: levelSchema.describe('the most help shown before it was done'),
  faultLevel: levelSchema.optional().describe('the most help shown before the first mistake or request for help'),
  errors: z.int().nonnegative(),
  helpAsked: z.boolean(),
  lessAsked: z.boolean(),
  interrupted: z.boolean().describe('paused, restarted or taken back: its time says nothing'),
  durationMs,
  ...observed,
})

/** The facts of a session at the bench, from sign-in to sign-out. */
export const sessionFactSchema = z.discriminatedUnion('type', [
  fact('workerSignedIn', {
    sessionId: sessionIdSchema,
    personId: personIdSchema.nullable().describe('null for a guest'),
    by: z.enum(['badge', 'pin', 'guest']),
  }),
  fact('workerSignedOut', { sessionId: sessionIdSchema }),
  fact('taskStarted', {
    runId: runIdSchema,
    taskId: taskIdSchema,
    packageSha256,
    instructionVersion: z.int(),
    layoutId: layoutIdSchema,
  }),
  fact('taskEnded', { runId: runIdSchema, reason: z.enum(['finished', 'aborted', 'signedOut']) }),
  fact('cycleStarted', { cycleId: cycleIdSchema, number: z.int().min(1) }),
  fact('cycleCompleted', {
    cycleId: cycleIdSchema,
    clean: z.boolean().describe('no error, no help asked, nothing skipped'),
    durationMs,
  }),
  stepStartedSchema,
  stepCompletedSchema,
  fact('stepSkipped', { stepKey: id, stepId: stepIdSchema }),
  fact('stepTakenBack', { stepKey: id, stepId: stepIdSchema, because: z.enum(['removed', 'asked']) }),
  fact('detectionContested', {
    cycleId: cycleIdSchema,
    stepKey: id,
    stepId: stepIdSchema,
    because: contestReasonSchema,
  }).describe('the worker says that it was not so; it counts as seen until a coach has decided'),
  fact('errorMade', { stepKey: id, target: id, error: errorKindSchema, ...observed }),
  fact('interactionDoubted', { stepKey: id, kind: z.enum(['pick', 'place']), target: id, ...observed }),
  fact('helpShown', { stepKey: id, level: levelSchema, because: z.enum(['delay', 'asked', 'error']) }),
  fact('helpLessened', { stepKey: id, level: levelSchema }),
  fact('paused', {}),
  fact('resumed', {}),
  fact('someoneCalled', {}),
  fact('callAnswered', {}),
  fact('sightLost', { state: sightStateSchema }),
  fact('sightReturned', {}),
  fact('deviceLost', { device: id }),
  fact('deviceReturned', { device: id }),
  fact('serviceRestarted', {}),
])

/** The facts of a bench outside sessions. */
export const siteFactSchema = z.discriminatedUnion('type', [
  fact('benchSetUp', { siteId: siteIdSchema, mode: z.enum(['demonstration', 'own']) }),
  fact('lightRealigned', {
    moved: z.enum(['camera', 'projector', 'both']),
    mm: z.number().nonnegative(),
    asked: z.boolean().describe('a person agreed; small shifts are put right without asking'),
  }),
  fact('instructionImported', {
    taskId: taskIdSchema,
    version: z.int(),
    sha256: sha256Schema,
    bodySha256: sha256Schema.nullable().describe('of the instruction as it is stored; null in older logs'),
  }),
  fact('masteryProposed', {
    proposalId: proposalIdSchema,
    personId: personIdSchema,
    taskId: taskIdSchema,
    packageSha256,
    skillId: skillIdSchema,
    evidence: masteryEvidenceSchema,
  }),
  fact('proposalAwarded', {
    proposalId: proposalIdSchema,
    personId: personIdSchema,
    coachId: coachIdSchema,
    packageSha256,
    note: textRefSchema.nullable(),
  }),
  fact('proposalDeclined', {
    proposalId: proposalIdSchema,
    personId: personIdSchema,
    coachId: coachIdSchema,
    reason: textRefSchema,
  }),
  fact('proposalWithdrawn', { proposalId: proposalIdSchema, personId: personIdSchema }).describe(
    'a correction took away what it rested on',
  ),
  fact('credentialIssued', {
    credentialId: credentialIdSchema,
    proposalId: proposalIdSchema,
    personId: personIdSchema,
    sha256: z.string(),
  }),
  fact('helpArranged', { personId: personIdSchema, coachId: coachIdSchema, arrangement: arrangementSchema }),
  fact('demonstrationAsked', {
    personId: personIdSchema,
    coachId: coachIdSchema,
    taskId: taskIdSchema,
    stepId: stepIdSchema,
  }),
  fact('practiceReset', {
    personId: personIdSchema,
    coachId: coachIdSchema,
    taskId: taskIdSchema,
    stepId: stepIdSchema.nullable().describe('null for all steps of the task'),
  }),
  fact('attemptJudged', {
    personId: personIdSchema,
    coachId: coachIdSchema,
    attempt: eventRefSchema.describe('the event that it was completed with'),
    verdict: correctionSchema,
  }),
  fact('noteWritten', {
    personId: personIdSchema,
    coachId: coachIdSchema,
    noteId: noteIdSchema,
    taskId: taskIdSchema.nullable(),
    sha256: sha256Schema.nullable().describe('over its salt and its words; null in older logs'),
  }).describe('its words lie apart, where they can be erased'),
  fact('siteChancesAccepted', { coachId: coachIdSchema, chances: siteParametersSchema }),
])

export const factSchema = z.discriminatedUnion('type', [sessionFactSchema, siteFactSchema, benchFactSchema])

export type SessionFact = Readonly<z.infer<typeof sessionFactSchema>>
export type SiteFact = Readonly<z.infer<typeof siteFactSchema>>
export type BenchFact = Readonly<z.infer<typeof benchFactSchema>>
export type Fact = SessionFact | SiteFact | BenchFact
export type FactOf<Type extends Fact['type']> = Extract<Fact, { type: Type }>
