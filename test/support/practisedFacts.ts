// Facts that leave something in every table of the read models: sessions of a worker, and all that a coach can decide.
import { usualArrangement } from '../../src-domain/event/arrangement.schema.ts'
import { contestReasonSchema } from '../../src-domain/event/correction.schema.ts'
import type { Fact, SessionFact } from '../../src-domain/event/event.schema.ts'
import { noteIdSchema } from '../../src-domain/ids.ts'
import { coachId, credentialId, personId, proposalId } from './ids.ts'
import { StoryBench } from './storyBench.ts'
import { penTask } from './tasks.ts'

const els = coachId('els')
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
  const proposed = { personId: about.personId, taskId: 'pen', skillId: 'pen-skill', evidence }
  return [
    { type: 'helpArranged', ...about, arrangement: { ...usualArrangement, bounds: { pinned: 1 } } },
    { type: 'demonstrationAsked', ...about, taskId: 'pen', stepId: 'pick-A' },
    { type: 'practiceReset', ...about, taskId: 'pen', stepId: null },
    { type: 'attemptJudged', ...about, attemptSeq, verdict: 'noMistake' },
    { type: 'noteWritten', ...about, noteId: noteIdSchema.parse(`note-${worker}`), taskId: null },
    { type: 'masteryProposed', proposalId: first, ...proposed },
    { type: 'masteryProposed', proposalId: second, ...proposed },
    { type: 'proposalDeclined', proposalId: second, ...about, reason: 'Not yet.' },
    { type: 'proposalAwarded', proposalId: first, ...about, note: '' },
    {
      type: 'credentialIssued',
      credentialId: credentialId(`credential-${worker}`),
      proposalId: first,
      personId: about.personId,
      sha256: 'ab',
    },
  ]
}

/** Several workers' sessions of so many pens with what a coach decided, and one more session that is still running. */
export function practisedFacts(workers: readonly string[], pens: number): Fact[] {
  const facts: Fact[] = []
  for (const worker of workers) {
    facts.push(...wholeSession(worker, pens))
    const attemptSeq = 1 + facts.findLastIndex(({ type }) => type === 'stepCompleted')
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
