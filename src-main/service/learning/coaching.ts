// What a coach sees of a worker's practice: per task and step, never one worker beside another.

import type { Proposal, StepProgress, WorkerProgress, WorkerRow } from '../../../src-domain/contract/coach.contract.ts'
import type { Instruction, Step } from '../../../src-domain/instruction/instruction.schema.ts'
import { locateSteps } from '../../../src-domain/instruction/locateSteps.ts'
import { mediaRef } from '../../../src-domain/instruction/mediaRef.ts'
import { type Attempt, isUnaided } from '../../../src-domain/learning/attempt.ts'
import type { GuidancePolicy } from '../../../src-domain/learning/guidancePolicy.ts'
import { type MasteryGap, plateauMs, stepMasteryByModel, stepMasteryGap } from '../../../src-domain/learning/mastery.ts'
import { guidedSteps } from '../../../src-domain/learning/modelGuidance.ts'
import { openContests } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { WorkerCard } from '../../../src-domain/people/person.schema.ts'
import type { Person } from '../../store/people.ts'
import type { ProposalRow } from '../../store/readModels/proposals.ts'
import type { Store } from '../../store/store.ts'
import type { Clock } from '../clock.ts'
import type { GuidanceDesk } from './guidanceService.ts'
import { readAttempts, readPractice } from './practice.ts'

const levelsShown = 40
const seconds = (ms: number | null | undefined): number | null => (ms == null ? null : Math.round(ms / 100) / 10)

type Ports = { readonly store: Store; readonly clock: Clock; readonly desk: GuidanceDesk }

export function createCoaching({ store, clock, desk }: Ports) {
  const workers = () => store.people.all().filter(({ worker }) => worker)
  const card = ({ personId, name, picture }: Person): WorkerCard => ({ personId, name, picture })

  type View = {
    readonly instruction: Instruction
    readonly step: Step
    readonly policy: GuidancePolicy
    readonly practice: readonly Attempt[]
    readonly missingAt: (stepId: string, attempts: readonly Attempt[]) => MasteryGap
  }

  function stepProgress({ instruction, step, policy, practice, missingAt }: View): StepProgress {
    const attempts = practice.filter(({ taskId, stepId }) => taskId === instruction.id && stepId === step.id)
    const { level, reason } = policy.decide(step.id, practice)
    const lastAided = attempts.findLastIndex((attempt) => !isUnaided(attempt))
    return {
      stepId: step.id,
      text: step.text,
      picture: mediaRef(instruction, step.picture),
      level,
      reason,
      levels: attempts.slice(-levelsShown).map(({ highestLevel }) => highestLevel),
      attempts: attempts.length,
      errors: attempts.reduce((sum, { errors }) => sum + errors, 0),
      helpAsked: attempts.filter(({ helpAsked }) => helpAsked).length,
      unaidedInARow: attempts.length - 1 - lastAided,
      lastSeconds: seconds(attempts.findLast(({ interrupted }) => !interrupted)?.durationMs),
      plateauSeconds: seconds(plateauMs(attempts)),
      missing: missingAt(step.id, attempts),
    }
  }

  /** What mastery lacks by the rule that would propose it. */
  function missingBy(personId: string, instruction: Instruction, practice: readonly Attempt[], wallMs: number) {
    const byModel = desk.settings(personId, instruction.id).by === 'model'
    const learner = desk.learnerOf(practice)
    const steps = new Map(guidedSteps(instruction).map((step) => [step.stepId, step]))
    return (stepId: string, attempts: readonly Attempt[]): MasteryGap => {
      const step = steps.get(stepId)
      return byModel && step ? stepMasteryByModel(attempts, learner.estimate(step, wallMs)) : stepMasteryGap(attempts)
    }
  }

  const head = (person: Person) => ({
    worker: card(person),
    lastSeenWallMs: store.progress.lastSeenWallMs(person.personId),
    skills: store.credentials.of(person.personId).length,
    openProposals: store.proposals
      .all()
      .filter(({ personId, state }) => personId === person.personId && state === 'open').length,
    contested:
      store.progress.contestsOf(person.personId).length === 0 ? 0 : openContests(readAttempts(store, person.personId)),
  })

  const practised = (person: Person) =>
    store.progress.tasksOf(person.personId).flatMap((taskId) => {
      const stored = store.instructions.newest(taskId)
      return stored
        ? [{ taskId, instruction: stored.instruction, cycles: store.progress.cycles(person.personId, taskId) }]
        : []
    })

  return {
    workers: (): WorkerRow[] =>
      workers().map((person) => ({
        ...head(person),
        tasks: practised(person).map(({ taskId, instruction, cycles }) => ({
          taskId,
          title: instruction.title,
          cycles: cycles.length,
        })),
      })),

    worker: (personId: string): WorkerProgress | null => {
      const person = store.people.byId(personId)
      if (!person?.worker) return null
      const practice = readPractice(store, personId)
      const wallMs = clock.wallMs()
      return {
        ...head(person),
        tasks: practised(person).map(({ taskId, instruction, cycles }) => {
          const policy = desk.policyAt(personId, instruction, wallMs)
          const missingAt = missingBy(personId, instruction, practice, wallMs)
          return {
            taskId,
            title: instruction.title,
            picture: mediaRef(instruction, instruction.picture),
            cycles: cycles.length,
            cleanCycles: cycles.filter(({ clean }) => clean).length,
            days: new Set(practice.flatMap((one) => (one.taskId === taskId ? one.day : []))).size,
            lastWallMs: cycles.at(-1)?.wallMs ?? null,
            steps: locateSteps(instruction).map(({ step }) =>
              stepProgress({ instruction, step, policy, practice, missingAt }),
            ),
          }
        }),
      }
    },

    proposals: (): Proposal[] => store.proposals.all().flatMap((row) => viewProposal(store, row) ?? []),
  }
}

function viewProposal(store: Store, row: ProposalRow): Proposal | null {
  const person = store.people.byId(row.personId)
  const instruction = store.instructions.newest(row.taskId)?.instruction
  const skill = instruction?.skills.find(({ id }) => id === row.skillId)
  if (!person || !instruction || !skill) return null
  return {
    proposalId: row.proposalId,
    worker: { personId: person.personId, name: person.name, picture: person.picture },
    taskTitle: instruction.title,
    skillName: skill.name,
    skillDescription: skill.description,
    picture: mediaRef(instruction, skill.picture),
    proposedWallMs: row.proposedWallMs,
    evidence: row.evidence,
    state: row.state,
    decidedWallMs: row.decidedWallMs,
    decidedBy: row.coachId === null ? null : (store.people.byId(row.coachId)?.name ?? null),
    note: row.note,
    credentialId: row.credentialId,
  }
}
