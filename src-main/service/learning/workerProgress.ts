// One worker's progress for the coach's page about them, and which tasks fit a worker today.
import type {
  StepProgress,
  TaskProgress,
  WorkerProgress,
  WorkerSummary,
} from '../../../src-domain/contract/workerProgress.schema.ts'
import type { PersonId, TaskId } from '../../../src-domain/ids.ts'
import type { Instruction, Step } from '../../../src-domain/instruction/instruction.schema.ts'
import { locateSteps } from '../../../src-domain/instruction/locateSteps.ts'
import { mediaRef } from '../../../src-domain/instruction/mediaRef.ts'
import type { Attempt } from '../../../src-domain/learning/attempt.ts'
import type { GuidancePolicy } from '../../../src-domain/learning/guidancePolicy.ts'
import { boundsAt, type GuidanceSettings } from '../../../src-domain/learning/guidanceSettings.ts'
import type { Learner } from '../../../src-domain/learning/learner.ts'
import { awardedSteps } from '../../../src-domain/learning/maintenance.ts'
import { guidedSteps } from '../../../src-domain/learning/modelGuidance.ts'
import { planWork, type TaskFit } from '../../../src-domain/learning/planWork.ts'
import type { PracticeFold } from '../../../src-domain/learning/practiceFold.ts'
import { type StepInsight, taskInsight } from '../../../src-domain/learning/progress.ts'
import { countingAttempts, openContests, type ReviewedAttempt } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Person } from '../../store/people.ts'
import type { Store } from '../../store/store.ts'
import type { Clock } from '../clock.ts'
import type { GuidanceService } from './guidanceService.ts'
import { readAttempts, readPractice } from './practice.ts'

type Ports = { readonly store: Store; readonly clock: Pick<Clock, 'wallMs'>; readonly guidance: GuidanceService }

/** What is worked out once for a worker and looked at from every task. */
type Practised = {
  readonly personId: PersonId
  readonly all: readonly ReviewedAttempt[]
  readonly practice: readonly Attempt[]
  readonly fold: PracticeFold
  readonly wallMs: number
}

export function createWorkerProgress({ store, clock, guidance }: Ports) {
  function awards(personId: PersonId, { id, skills }: Instruction) {
    return skills.flatMap(({ id: skillId, steps }) =>
      store.proposals
        .of({ personId, taskId: id, skillId })
        .flatMap(({ state, decidedWallMs }) =>
          state === 'awarded' && decidedWallMs !== null ? [{ steps, wallMs: decidedWallMs }] : [],
        ),
    )
  }

  function taskProgress(instruction: Instruction, { personId, all, practice, fold, wallMs }: Practised): TaskProgress {
    const taskId = instruction.id
    const settings = guidance.settings({ personId, taskId })
    const insight = taskInsight({
      learner: fold.learnerOf(practice),
      steps: guidedSteps(instruction),
      attempts: practice.filter((attempt) => attempt.taskId === taskId),
      wallMs,
      settings,
      awardedWallMs: awardedSteps(awards(personId, instruction)),
    })
    const policy = guidance.policyFor({ fold, personId, instruction, wallMs })
    const insightAt = new Map(insight.steps.map((step) => [step.stepId, step]))
    const cycles = store.progress.cycles({ personId, taskId })
    return {
      taskId,
      title: instruction.title,
      picture: mediaRef(instruction, instruction.picture),
      cycles: cycles.length,
      cleanCycles: cycles.filter(({ clean }) => clean).length,
      days: [...insight.days],
      curve: insight.curve,
      steps: locateSteps(instruction).flatMap(({ step }) => {
        const known = insightAt.get(step.id)
        if (!known) return []
        const own = all.filter(({ seen }) => seen.taskId === taskId && seen.stepId === step.id)
        return [stepProgress({ instruction, step, insight: known, own, policy, practice, settings })]
      }),
    }
  }

  function planFor(learner: Learner, wallMs: number): WorkerProgress['plan'] {
    const instructions = store.instructions.latest().map(({ instruction }) => instruction)
    const tasks = instructions.map((instruction) => ({ taskId: instruction.id, steps: guidedSteps(instruction) }))
    return planWork(learner, tasks, wallMs).flatMap((fit) => {
      const instruction = instructions.find(({ id }) => id === fit.taskId)
      return instruction
        ? [{ ...fit, title: instruction.title, picture: mediaRef(instruction, instruction.picture) }]
        : []
    })
  }

  const notesOf = (personId: PersonId): WorkerProgress['notes'] =>
    store.coaching.notesOf(personId).flatMap(({ noteId, taskId, coachId, wallMs }) => {
      const text = store.texts.of(noteId)
      const writtenBy = store.people.byId(coachId)?.name ?? ''
      return text === null ? [] : [{ noteId, taskId, text, wallMs, writtenBy }]
    })

  return {
    /** How each task fits a worker today. */
    fits: (personId: PersonId): ReadonlyMap<TaskId, TaskFit['fit']> => {
      const plan = planFor(guidance.learnerOf(readPractice(store, personId)), clock.wallMs())
      return new Map(plan.map(({ taskId, fit }) => [taskId, fit]))
    },

    /** Null when there is no such worker. */
    worker: (personId: PersonId): WorkerProgress | null => {
      const person = store.people.byId(personId)
      if (!person?.worker) return null
      const all = readAttempts(store, personId)
      const practice = countingAttempts(all)
      const practised = { personId, all, practice, fold: guidance.newFold(), wallMs: clock.wallMs() }
      return {
        ...workerSummary(store, person, openContests(all)),
        model: guidance.modelName(),
        arrangement: store.coaching.arrangementOf(personId),
        tasks: store.progress.tasksOf(personId).flatMap((taskId) => {
          const instruction = store.instructions.newest(taskId)?.instruction
          return instruction ? [taskProgress(instruction, practised)] : []
        }),
        plan: planFor(practised.fold.learnerOf(practice), practised.wallMs),
        notes: notesOf(personId),
      }
    },
  }
}

/** @param contested how many attempts the worker contests that no coach has looked at. */
export const workerSummary = (
  { progress, credentials, proposals }: Store,
  { personId, name, picture }: Person,
  contested: number,
): WorkerSummary => ({
  worker: { personId, name, picture },
  lastSeenWallMs: progress.lastSeenWallMs(personId),
  skills: credentials.of(personId).length,
  openProposals: proposals.all().filter((one) => one.personId === personId && one.state === 'open').length,
  contested,
})

const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 100) / 10)

type StepView = {
  readonly instruction: Instruction
  readonly step: Step
  readonly insight: StepInsight
  readonly own: readonly ReviewedAttempt[]
  readonly policy: GuidancePolicy
  readonly practice: readonly Attempt[]
  readonly settings: GuidanceSettings
}

function stepProgress({ instruction, step, insight, own, policy, practice, settings }: StepView): StepProgress {
  const { latestLevels, lastMs, plateauMs, ...shown } = insight
  const { level, reason } = policy.decide(step.id, practice)
  return {
    ...shown,
    text: step.text,
    picture: mediaRef(instruction, step.picture),
    level,
    reason,
    levels: [...latestLevels],
    lastSeconds: seconds(lastMs),
    plateauSeconds: seconds(plateauMs),
    contested: openContests(own),
    bounds: boundsAt(settings, step.id),
  }
}
