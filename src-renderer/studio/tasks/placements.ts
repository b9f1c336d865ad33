// The bins and zones that a task needs on a bench, and the problem with each choice.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { type Binding, bindingProblems } from '../../../src-domain/instruction/binding.ts'
import type { Instruction } from '../../../src-domain/instruction/instruction.schema.ts'
import type { Text } from '../../../src-domain/instruction/language.ts'
import { locateSteps } from '../../../src-domain/instruction/locateSteps.ts'

/** `missing`: nothing is chosen, or it does not exist; `taken`: the choice cannot be used. */
export type Trouble = 'missing' | 'taken'

/** A part that needs a bin, or a zone of the instruction that needs a zone of the bench. */
export type Placement = {
  readonly of: 'parts' | 'zones'
  readonly id: string
  readonly name: Text
  /** The key of the part's picture in `media`. */
  readonly picture: string | null
  readonly chosen: string | null
  readonly trouble: Trouble | null
}

/** Every part that is picked and every zone that is used, in the order of the instruction. */
export function placementsOf(instruction: Instruction, layout: BenchLayout, binding: Binding): readonly Placement[] {
  const steps = locateSteps(instruction).map(({ step }) => step)
  const picked = new Set(steps.flatMap(({ kind, part }) => (kind === 'pick' && part !== undefined ? [part] : [])))
  const used = new Set(steps.flatMap(({ zone }) => zone ?? []))
  const amiss = new Set(bindingProblems(instruction, layout, binding).map(({ path }) => path))
  const there = new Set([...layout.bins, ...layout.zones].map(({ id }) => id))
  const place = (of: Placement['of'], id: string, name: Text, picture: string | null): Placement => {
    const entry = Object.hasOwn(binding[of], id) ? binding[of][id] : undefined
    const chosen = entry !== undefined && there.has(entry) ? entry : null
    const trouble = amiss.has(`${of}.${id}`) ? (chosen === null ? 'missing' : 'taken') : null
    return { of, id, name, picture, chosen, trouble }
  }
  return [
    ...instruction.parts
      .filter(({ id }) => picked.has(id))
      .map((part) => place('parts', part.id, part.name, part.picture)),
    ...instruction.zones.filter(({ id }) => used.has(id)).map((zone) => place('zones', zone.id, zone.name, null)),
  ]
}

/** The binding with one choice changed; null removes it. */
export function withChoice(binding: Binding, { of, id }: Pick<Placement, 'of' | 'id'>, chosen: string | null): Binding {
  const { [id]: _earlier, ...others } = binding[of]
  return { ...binding, [of]: chosen === null ? others : { ...others, [id]: chosen } }
}
