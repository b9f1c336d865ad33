// What a coach sees of the model and arranges above it. A correction counts from the first execution on: open proposals it
// takes the ground from are withdrawn, and what it makes ripe is proposed, in the same breath.
import type {
  ExecutionView,
  Refit,
  TaskLearning,
  WorkerLearning,
} from '../../../src-domain/contract/guidance.contract.ts'
import type { Arrangement } from '../../../src-domain/event/arrangement.schema.ts'
import type { Verdict } from '../../../src-domain/event/correction.schema.ts'
import type { Fact } from '../../../src-domain/event/event.schema.ts'
import type { Instruction } from '../../../src-domain/instruction/instruction.schema.ts'
import { locateSteps } from '../../../src-domain/instruction/locateSteps.ts'
import { mediaRef } from '../../../src-domain/instruction/mediaRef.ts'
import type { Practice } from '../../../src-domain/learning/guidancePolicy.ts'
import { boundsAt } from '../../../src-domain/learning/guidanceSettings.ts'
import { guidedSteps } from '../../../src-domain/learning/modelGuidance.ts'
import { planWork, type TaskFit } from '../../../src-domain/learning/planWork.ts'
import { taskInsight } from '../../../src-domain/learning/progress.ts'
import { countingAttempts, openContests, type ReviewedAttempt } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Moment } from '../../store/eventLog.ts'
import type { Store } from '../../store/store.ts'
import type { GuidanceDesk } from './guidanceService.ts'
import { readAttempts, readPractice } from './practice.ts'
import { proposeMastery, withdrawals } from './proposeMastery.ts'

const executionsShown = 200

type Ports = {
  readonly store: Store
  readonly desk: GuidanceDesk
  readonly now: () => Moment
  readonly newId: () => string
  /** Called when what counts of somebody's practice has changed. */
  readonly onChange: () => void
}

export function createGuidanceUseCases(ports: Ports) {
  const { store, desk, now } = ports

  const workerOf = (personId: string) => {
    const person = store.people.byId(personId)
    return person?.worker ? person : null
  }
  const instructionOf = (taskId: string): Instruction | null => store.instructions.newest(taskId)?.instruction ?? null
  const hasStep = (taskId: string, stepId: string): boolean => {
    const instruction = instructionOf(taskId)
    return instruction !== null && locateSteps(instruction).some(({ step }) => step.id === stepId)
  }

  /** When the skill that each step belongs to was awarded; where several were, the first. */
  function awardedSteps(personId: string, instruction: Instruction): Map<string, number> {
    const awarded = instruction.skills.flatMap((skill) =>
      store.proposals
        .of(personId, instruction.id, skill.id)
        .flatMap(({ state, decidedWallMs }) =>
          state === 'awarded' && decidedWallMs !== null ? [{ skill, decidedWallMs }] : [],
        ),
    )
    return new Map(
      awarded
        .toSorted((a, b) => b.decidedWallMs - a.decidedWallMs)
        .flatMap(({ skill, decidedWallMs }) => skill.steps.map((stepId) => [stepId, decidedWallMs] as const)),
    )
  }

  function learningAt(
    personId: string,
    instruction: Instruction,
    executions: readonly ReviewedAttempt[],
  ): TaskLearning {
    const practice = countingAttempts(executions)
    const { wallMs } = now()
    const settings = desk.settings(personId, instruction.id)
    const attempts = practice.filter(({ taskId }) => taskId === instruction.id)
    const insight = taskInsight({
      learner: desk.learnerOf(practice),
      steps: guidedSteps(instruction),
      attempts,
      wallMs,
      settings,
      awardedWallMs: awardedSteps(personId, instruction),
    })
    const policy = desk.policyAt(personId, instruction, wallMs)
    const insightAt = new Map(insight.steps.map((step) => [step.stepId, step]))
    return {
      taskId: instruction.id,
      title: instruction.title,
      days: [...insight.days],
      curve: insight.curve,
      steps: locateSteps(instruction).flatMap(({ step }) => {
        const one = insightAt.get(step.id)
        if (!one) return []
        const { level, reason } = policy.decide(step.id, practice)
        const { stepId, known, low, high, stuck, missing, upkeep, demonstrationWanted } = one
        return [
          {
            ...{ stepId, known, low, high, attempts: one.attempts, level, reason, stuck, missing, upkeep },
            text: step.text,
            picture: mediaRef(instruction, step.picture),
            bounds: boundsAt(settings, stepId),
            demonstrationWanted,
            contested: openContests(
              executions.filter(({ seen }) => seen.taskId === instruction.id && seen.stepId === stepId),
            ),
          },
        ]
      }),
    }
  }

  function planOf(practice: Practice): WorkerLearning['plan'] {
    const instructions = store.instructions.latest().map(({ instruction }) => instruction)
    const tasks = instructions.map((instruction) => ({ taskId: instruction.id, steps: guidedSteps(instruction) }))
    return planWork(desk.learnerOf(practice), tasks, now().wallMs).flatMap((fit) => {
      const instruction = instructions.find(({ id }) => id === fit.taskId)
      return instruction
        ? [{ ...fit, title: instruction.title, picture: mediaRef(instruction, instruction.picture) }]
        : []
    })
  }

  /** Makes facts durable together with what they change about proposals. */
  function correct(facts: readonly Fact[], personId: string, taskId: string): void {
    const moment = now()
    const question = { personId, taskId, wallMs: moment.wallMs }
    store.inTransaction(() => {
      store.append(facts, moment)
      store.append(withdrawals(ports, question), moment)
      store.append(proposeMastery(ports, question), moment)
    })
    ports.onChange()
  }

  function settle(fact: Fact): void {
    store.append([fact], now())
    ports.onChange()
  }

  return {
    /** How each task fits a worker today. */
    fits: (personId: string): ReadonlyMap<string, TaskFit['fit']> =>
      new Map(planOf(readPractice(store, personId)).map(({ taskId, fit }) => [taskId, fit])),

    /** Null when there is no such worker; so do the commands below return false for what is not there. */
    worker: (personId: string): WorkerLearning | null => {
      const person = workerOf(personId)
      if (!person) return null
      const executions = readAttempts(store, personId)
      return {
        worker: { personId, name: person.name, picture: person.picture },
        model: desk.modelName(),
        arrangement: store.coaching.arrangementOf(personId),
        tasks: store.progress.tasksOf(personId).flatMap((taskId) => {
          const instruction = instructionOf(taskId)
          return instruction ? [learningAt(personId, instruction, executions)] : []
        }),
        plan: planOf(countingAttempts(executions)),
        notes: store.coaching.notesOf(personId).flatMap(({ noteId, taskId, coachId, wallMs }) => {
          const text = store.noteTexts.of(noteId)
          return text === null
            ? []
            : [{ noteId, taskId, text, wallMs, writtenBy: store.people.byId(coachId)?.name ?? '' }]
        }),
      }
    },

    /** The latest executions, newest first, each with the decision it was done under. */
    executions: (personId: string, taskId: string, stepId: string | null): ExecutionView[] =>
      readAttempts(store, personId)
        .filter(({ seen }) => seen.taskId === taskId && (stepId ?? seen.stepId) === seen.stepId)
        .slice(-executionsShown)
        .toReversed()
        .map(({ recorded, seen, correction, contest, counts }) => ({
          seq: recorded.seq,
          stepId: seen.stepId,
          wallMs: recorded.wallMs,
          decision: recorded.decision,
          highestLevel: seen.highestLevel,
          errors: seen.errors,
          helpAsked: seen.helpAsked,
          durationMs: seen.durationMs,
          verdict: correction,
          objection: contest,
          counts: counts !== null,
        })),

    arrange: (coachId: string, personId: string, arrangement: Arrangement): boolean => {
      if (!workerOf(personId)) return false
      settle({ type: 'helpArranged', personId, coachId, arrangement })
      return true
    },

    demonstrate: (coachId: string, personId: string, taskId: string, stepId: string): boolean => {
      if (!workerOf(personId) || !hasStep(taskId, stepId)) return false
      settle({ type: 'demonstrationAsked', personId, coachId, taskId, stepId })
      return true
    },

    beginAnew: (coachId: string, personId: string, taskId: string, stepId: string | null): boolean => {
      if (!workerOf(personId) || !instructionOf(taskId) || (stepId !== null && !hasStep(taskId, stepId))) return false
      correct([{ type: 'practiceReset', personId, coachId, taskId, stepId }], personId, taskId)
      return true
    },

    judge: (coachId: string, attemptSeq: number, verdict: Verdict): boolean => {
      const owner = store.progress.attemptOwner(attemptSeq)
      if (!owner) return false
      const { personId, taskId } = owner
      correct([{ type: 'attemptJudged', personId, coachId, attemptSeq, verdict }], personId, taskId)
      return true
    },

    note: (coachId: string, personId: string, taskId: string | null, text: string): boolean => {
      if (!workerOf(personId)) return false
      const noteId = ports.newId()
      store.inTransaction(() => {
        store.append([{ type: 'noteWritten', personId, coachId, noteId, taskId }], now())
        store.noteTexts.add({ noteId, personId, text })
      })
      return true
    },

    siteNumbers: (): { inUse: string; proposal: Refit | null } => ({
      inUse: desk.population().name,
      proposal: store.settings.get('refit'),
    }),

    /** Takes the proposed numbers into use. False when they are no longer what is proposed. */
    acceptSiteNumbers: (coachId: string, name: string): boolean => {
      const proposal = store.settings.get('refit')
      if (proposal?.chances.name !== name) return false
      store.inTransaction(() => {
        store.append([{ type: 'siteChancesAccepted', coachId, chances: proposal.chances }], now())
        store.settings.set('refit', null)
      })
      ports.onChange()
      return true
    },
  }
}
