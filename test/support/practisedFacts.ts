// Facts that leave something in every table of the read models: sessions of a worker, and all that a coach can decide.
import { usualArrangement } from '../../src-domain/event/arrangement.schema.ts'
import { contestReasonSchema } from '../../src-domain/event/correction.schema.ts'
import type { Fact, SessionFact } from '../../src-domain/event/event.schema.ts'
import { benchIdSchema, noteIdSchema } from '../../src-domain/ids.ts'
import { coachId, credentialId, personId, proposalId, skillId, stepId, taskId } from './ids.ts'
import { StoryBench } from './storyBench.ts'
import { packageOf, penTask } from './tasks.ts'

const els = coachId('els')
const pen = taskId('pen')
const benchId = benchIdSchema.parse('bench')
const sha256 = 'ab'.repeat(32)
const evidence = {
  criterion: 'three-days-unaided/1',
  unaidedCleanCycles: 5,
  attempts: 64,
  errorsLastCycles: 0,
  days: 3,
  firstWallMs: 1,
  lastWallMs: 2,
  retentionDays: 2,
  medianCycleSeconds: 18.2,
  expectedCycleSeconds: 20,
}
const chances = [0.5, 0.5, 0.5, 0.5] as const

/** The facts of a session with so many finished pens; the worker stays signed in. */
export const penSession = (pens: number, worker = 'sam'): SessionFact[] => {
  const bench = new StoryBench().signedIn(worker).started(penTask)
  for (let pen = 0; pen < pens; pen += 1) bench.onePen().after(2500)
  return bench.log.map(({ seq: _seq, monoMs: _monoMs, ...fact }) => fact as SessionFact)
}

/** A session of a worker that says something was seen wrongly in its last pen, and is over. */
function wholeSession(worker: string, pens: number): SessionFact[] {
  const facts = penSession(pens, worker)
  const cycle = facts.findLast((fact) => fact.type === 'cycleCompleted')
  const step = facts.findLast((fact) => fact.type === 'stepCompleted')
  const signIn = facts.find((fact) => fact.type === 'workerSignedIn')
  if (!cycle || !step || !signIn) throw new Error('The story has no pen.')
  const { stepKey, stepId } = step
  const because = contestReasonSchema.parse('sawWrong')
  return [
    ...facts,
    { type: 'detectionContested', cycleId: cycle.cycleId, stepKey, stepId, because },
    { type: 'workerSignedOut', sessionId: signIn.sessionId },
  ]
}

/** What a coach decides about a worker whose attempt an event completed. */
function coachFacts(worker: string, attemptSeq: number): Fact[] {
  const about = { personId: personId(worker), coachId: els }
  const [first, second] = [proposalId(`${worker}-1`), proposalId(`${worker}-2`)]
  const proposed = {
    personId: about.personId,
    taskId: pen,
    packageSha256: packageOf(penTask.instruction),
    skillId: skillId('pen-skill'),
    evidence,
  }
  return [
    { type: 'helpArranged', ...about, arrangement: { ...usualArrangement, bounds: { pinned: 1 } } },
    { type: 'demonstrationAsked', ...about, taskId: pen, stepId: stepId('pick-A') },
    { type: 'practiceReset', ...about, taskId: pen, stepId: null },
    { type: 'attemptJudged', ...about, attempt: { benchId, epoch: 1, seq: attemptSeq }, verdict: 'noMistake' },
    { type: 'noteWritten', ...about, noteId: noteIdSchema.parse(`note-${worker}`), taskId: null, sha256: null },
    { type: 'masteryProposed', proposalId: first, ...proposed },
    { type: 'masteryProposed', proposalId: second, ...proposed },
    { type: 'proposalDeclined', proposalId: second, ...about, reason: { textId: second, sha256 } },
    {
      type: 'proposalAwarded',
      proposalId: first,
      ...about,
      packageSha256: proposed.packageSha256,
      note: null,
    },
    {
      type: 'credentialIssued',
      credentialId: credentialId(`credential-${worker}`),
      proposalId: first,
      personId: about.personId,
      sha256,
    },
  ]
}

/** Where the first fact stands in a new log: after the event that began its epoch. */
const firstSeq = 2

/** Several workers' sessions of so many pens with what a coach decided, and one more session that is still running. */
export function practisedFacts(workers: readonly string[], pens: number): Fact[] {
  const facts: Fact[] = []
  for (const worker of workers) {
    facts.push(...wholeSession(worker, pens))
    const attemptSeq = firstSeq + facts.findLastIndex(({ type }) => type === 'stepCompleted')
    facts.push(...coachFacts(worker, attemptSeq))
  }
  facts.push({
    type: 'siteChancesAccepted',
    coachId: els,
    chances: {
      name: 'site/1',
      entry: 0,
      guess: chances,
      slip: chances,
      learnFromCorrect: chances,
      learnFromError: 0.1,
    },
  })
  return [...facts, ...penSession(1, workers[0])]
}
