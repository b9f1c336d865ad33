// What a coach decides about one worker's help, above what the model decides.
import type { Level } from '../event/event.schema.ts'

/** Bounds for one step, or for all steps of a worker. `pinned` wins over `least` and `most`. */
export type HelpBounds = { readonly pinned?: Level; readonly least?: Level; readonly most?: Level }

export type GuidanceSettings = {
  /** `model` adapts by the learner model, `rule` by the shipped rule; a level shows that level always. */
  readonly by: 'model' | 'rule' | Level
  /** How many hints one mistake is worth: 16 makes a hint cost a sixteenth of a mistake. More means more help. */
  readonly hintsPerMistake: number
  /** Never faded by itself: only the worker or a coach takes help away. */
  readonly mentorDependent: boolean
  readonly bounds: HelpBounds
  readonly stepBounds: ReadonlyMap<string, HelpBounds>
}

export const defaultSettings: GuidanceSettings = {
  by: 'model',
  hintsPerMistake: 16,
  mentorDependent: false,
  bounds: {},
  stepBounds: new Map(),
}

/** The bounds that hold at a step: its own, where set, before the worker's. */
export const boundsAt = (settings: GuidanceSettings, stepId: string): HelpBounds => ({
  ...settings.bounds,
  ...settings.stepBounds.get(stepId),
})
