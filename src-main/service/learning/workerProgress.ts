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
import type { GuidancePolicy } from '../../../src-domain/learning/guidancePolicy.ts'
import { boundsAt, type GuidanceSettings } from '../../../src-domain/learning/guidanceSettings.ts'
import type { Learner } from '../../../src-domain/learning/learner.ts'
import { awardedSteps } from '../../../src-domain/learning/maintenance.ts'
import { guidedSteps } from '../../../src-domain/learning/modelGuidance.ts'
import { planWork, type TaskFit } from '../../../src-domain/learning/planWork.ts'
import type { HelpPractice, PracticeRecord } from '../../../src-domain/learning/practiceRecord.ts'
import { type StepInsight, taskInsight } from '../../../src-domain/learning/progress.ts'
import type { Person } from '../../store/people.ts'
import type { PractisedTask } from '../../store/readModels/progressReader.ts'
import type { Store } from '../../store/store.ts'
import type { Clock } from '../clock.ts'
import type { GuidanceService } from './guidanceService.ts'
import { type OpenContest, openContests } from './openContests.ts'
import type { Practices } from './practices.ts'

type Ports = {
  readonly store: Store
  readonly clock: Pick<Clock, 'wallMs'>
  readonly guidance: GuidanceService
  readonly practices: Practices
}

/** What is worked out once for a worker and looked at from every task. */
type Practised = {
  readonly personId: PersonId
  readonly practice: PracticeRecord
  readonly contests: readonly OpenContest[]
  readonly wallMs: number
}

export function createWorkerProgress({ store, clock, guidance, practices }: Ports) {
  function awards(personId: PersonId, { id, skills }: Instruction) {
    return skills.flatMap(({ id: skillId, steps }) =>
      store.proposals
        .of({ personId, taskId: id, skillId })
        .flatMap(({ state, decidedWallMs, decidedSeq }) =>
          state === 'awarded' && decidedWallMs !== null && decidedSeq !== null
            ? [{ steps, wallMs: decidedWallMs, seq: decidedSeq }]
            : [],
        ),
    )
  }

  function taskProgress(
    instruction: Instruction,
    { cycles, cleanCycles }: PractisedTask,
    { personId, practice, contests, wallMs }: Practised,
  ): TaskProgress {
    const taskId = instruction.id
    const settings = guidance.settings({ personId, taskId })
    const insight = taskInsight({
      learner: practice.learner,
      steps: guidedSteps(instruction),
      history: practice.taskAt(taskId),
      wallMs,
      settings,
      awarded: awardedSteps(awards(personId, instruction)),
    })
    const policy = guidance.policyFor({ personId, instruction, wallMs })
    const insightAt = new Map(insight.steps.map((step) => [step.stepId, step]))
    return {
      taskId,
      title: instruction.title,
      picture: mediaRef(instruction, instruction.picture),
      cycles,
      cleanCycles,
      days: [...insight.days],
      curve: insight.curve,
      steps: locateSteps(instruction).flatMap(({ step }) => {
        const known = insightAt.get(step.id)
        if (!known) return []
        const contested = contests.filter((one) => one.taskId === taskId && one.stepId === step.id).length
        return [stepProgress({ instruction, step, insight: known, contested, policy, practice, settings })]
      }),
    }
  }

  function planFor(learner: Learner, wallMs: number): WorkerProgress['plan'] {
    const instructions = new Map(store.instructions.latest().map(({ instruction }) => [instruction.id, instruction]))
    const tasks = Array.from(instructions, ([taskId, instruction]) => ({ taskId, steps: guidedSteps(instruction) }))
    return planWork(learner, tasks, wallMs).flatMap((fit) => {
      const instruction = instructions.get(fit.taskId)
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
      const plan = planFor(practices.of(personId).learner, clock.wallMs())
      return new Map(plan.map(({ taskId, fit }) => [taskId, fit]))
    },

    /** Null when there is no such worker. */
    worker: (personId: PersonId): WorkerProgress | null => {
      const person = store.people.byId(personId)
      if (!person?.worker) return null
      const practice = practices.of(personId)
      const contests = openContests(store, personId)
      const practised = { personId, practice, contests, wallMs: clock.wallMs() }
      return {
        ...workerSummary(store, person, contests.length),
        model: guidance.modelName(),
        arrangement: store.coaching.arrangementOf(personId),
        tasks: store.progress.tasksOf(personId).flatMap((task) => {
          const instruction = store.instructions.newest(task.taskId)?.instruction
          return instruction ? [taskProgress(instruction, task, practised)] : []
        }),
        plan: planFor(practice.learner, practised.wallMs),
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
  openProposals: proposals.openOf(personId).length,
  contested,
})

const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 100) / 10)

type StepView = {
  readonly instruction: Instruction
  readonly step: Step
  readonly insight: StepInsight
  readonly contested: number
  readonly policy: GuidancePolicy<HelpPractice>
  readonly practice: HelpPractice
  readonly settings: GuidanceSettings
}

function stepProgress({ instruction, step, insight, contested, policy, practice, settings }: StepView): StepProgress {
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
    contested,
    bounds: boundsAt(settings, step.id),
  }
}
