// Where the service asks about help: the learner model with the numbers in use here, and what coaches arranged for each worker.
import type { Instruction } from '../../../src-domain/instruction/instruction.schema.ts'
import type { Attempt } from '../../../src-domain/learning/attempt.ts'
import type { GuidancePolicy } from '../../../src-domain/learning/guidancePolicy.ts'
import { type GuidanceSettings, settingsAt } from '../../../src-domain/learning/guidanceSettings.ts'
import type { Learner } from '../../../src-domain/learning/learner.ts'
import { createModelGuidance, guidedSteps, type ModelGuidance } from '../../../src-domain/learning/modelGuidance.ts'
import { type Population, shippedPopulation, withChances } from '../../../src-domain/learning/population.ts'
import type { Store } from '../../store/store.ts'

export type GuidanceDesk = {
  /** The numbers in use. */
  readonly population: () => Population
  /** Name and version of the model with those numbers. */
  readonly modelName: () => string
  readonly settings: (personId: string, taskId: string) => GuidanceSettings
  /** Help at a task for a worker at a time of day; its practice is the worker's at all tasks. */
  readonly policyAt: (personId: string, instruction: Instruction, wallMs: number) => GuidancePolicy
  /** What the model holds of the worker that a practice makes. */
  readonly learnerOf: (practice: readonly Attempt[]) => Learner
}

export function createGuidanceDesk(store: Store): GuidanceDesk {
  let inUse: { readonly guidance: ModelGuidance; readonly population: Population } | null = null

  /** Follows the numbers that a coach last took into use. */
  function current() {
    const chances = store.coaching.siteChances()
    if (inUse && inUse.population.name === (chances?.name ?? shippedPopulation.name)) return inUse
    const population = chances ? withChances(shippedPopulation, chances) : shippedPopulation
    inUse = { population, guidance: createModelGuidance(population) }
    return inUse
  }

  const settings = (personId: string, taskId: string): GuidanceSettings =>
    settingsAt(store.coaching.arrangementOf(personId), store.coaching.wishesOf(personId), taskId)

  return {
    population: () => current().population,
    modelName: () => current().guidance.name,
    settings,
    policyAt: (personId, instruction, wallMs) => {
      const steps = new Map(guidedSteps(instruction).map((step) => [step.stepId, step]))
      return current().guidance.at({ steps, wallMs, settings: settings(personId, instruction.id) })
    },
    learnerOf: (practice) => current().guidance.learnerOf(practice),
  }
}
