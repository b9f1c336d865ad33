// What people decided about help, as a decision at one task asks for it.
import { type Arrangement, type HelpBounds, usualArrangement } from '../event/arrangement.schema.ts'
import type { StepId, TaskId } from '../ids.ts'

export type GuidanceSettings = Omit<Arrangement, 'steps'> & {
  readonly stepBounds: ReadonlyMap<StepId, HelpBounds>
  /** The event since which a step is to be shown in full once more; an attempt after that settles it. */
  readonly demonstrateSince: ReadonlyMap<StepId, number>
}

/** A coach's wish that a step be demonstrated once more. */
export type DemonstrationWish = { readonly taskId: TaskId; readonly stepId: StepId; readonly seq: number }

export function settingsAt(
  { steps, ...general }: Arrangement,
  wishes: readonly DemonstrationWish[],
  taskId: TaskId,
): GuidanceSettings {
  const here = <One extends { readonly taskId: TaskId }>(all: readonly One[]) =>
    all.filter((one) => one.taskId === taskId)
  return {
    ...general,
    stepBounds: new Map(here(steps).map(({ stepId, bounds }) => [stepId, bounds])),
    demonstrateSince: new Map(here(wishes).map(({ stepId, seq }) => [stepId, seq])),
  }
}

export const defaultSettings: GuidanceSettings = {
  ...usualArrangement,
  stepBounds: new Map(),
  demonstrateSince: new Map(),
}

/** The bounds that hold at a step: its own, where set, before the worker's. */
export const boundsAt = (settings: GuidanceSettings, stepId: StepId): HelpBounds => ({
  ...settings.bounds,
  ...settings.stepBounds.get(stepId),
})
