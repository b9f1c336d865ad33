// Maps an instruction's parts and zones to the bins and zones of one bench.
import { z } from 'zod'
import type { BenchLayout } from '../geometry/benchLayout.schema.ts'
import type { Problem } from '../result.ts'
import type { Instruction, Step } from './instruction.schema.ts'
import { locateSteps } from './locateSteps.ts'

export const bindingSchema = z.strictObject({
  instructionId: z.string().max(48).brand<'TaskId', 'inout'>(),
  layoutId: z.string().max(32).brand<'LayoutId', 'inout'>(),
  parts: z.record(z.string().max(48), z.string().max(32)).describe('part id → bin id'),
  zones: z.record(z.string().max(48), z.string().max(32)).describe('zone id of the instruction → zone id of the bench'),
})
export type Binding = Readonly<z.infer<typeof bindingSchema>>

/** Where a step happens on this bench; null when it has no place. */
export type StepTarget = { readonly kind: 'bin' | 'zone'; readonly id: string } | null

/** The bin of a pick's part, or the zone of any other step. */
export function targetOf(step: Step, binding: Binding): StepTarget {
  if (step.kind === 'pick') {
    const bin = placeFor(step.part, binding.parts)
    return bin === undefined ? null : { kind: 'bin', id: bin }
  }
  const zone = placeFor(step.zone, binding.zones)
  return zone === undefined ? null : { kind: 'zone', id: zone }
}

/** Looks up own properties only: "constructor" is a valid part id. */
const placeFor = (id: string | undefined, places: Readonly<Record<string, string>>): string | undefined =>
  id !== undefined && Object.hasOwn(places, id) ? places[id] : undefined

/** The problems that prevent this binding from being used; empty when the task can be started on this bench. */
export function bindingProblems(instruction: Instruction, layout: BenchLayout, binding: Binding): readonly Problem[] {
  const problems: Problem[] = []
  if (binding.instructionId !== instruction.id) {
    problems.push({
      path: 'instructionId',
      reason: `this binding is for "${binding.instructionId}"`,
      remedy: `Take the binding of "${instruction.id}".`,
    })
  }
  if (binding.layoutId !== layout.id) {
    problems.push({
      path: 'layoutId',
      reason: `this binding is for the bench layout "${binding.layoutId}"`,
      remedy: `Bind the task to "${layout.id}".`,
    })
  }
  const steps = locateSteps(instruction).map(({ step }) => step)
  const picked = new Set(steps.flatMap(({ kind, part }) => (kind === 'pick' && part !== undefined ? [part] : [])))
  const zones = new Set(steps.flatMap(({ zone }) => zone ?? []))
  return [...problems, ...partProblems(picked, layout, binding), ...zoneProblems(zones, layout, binding)]
}

function partProblems(picked: ReadonlySet<string>, layout: BenchLayout, binding: Binding): Problem[] {
  const bins = new Set(layout.bins.map(({ id }) => id))
  const owners = new Map<string, string>()
  return [...picked].flatMap((part) => {
    const path = `parts.${part}`
    const bin = placeFor(part, binding.parts)
    if (bin === undefined || !bins.has(bin)) {
      return [{ path, reason: 'this part has no bin on this bench', remedy: 'Choose a bin for it.' }]
    }
    const owner = owners.get(bin)
    if (owner !== undefined) {
      return [{ path, reason: `bin ${bin} already holds ${owner}`, remedy: 'Choose another bin.' }]
    }
    owners.set(bin, part)
    return []
  })
}

function zoneProblems(zones: ReadonlySet<string>, layout: BenchLayout, binding: Binding): Problem[] {
  return [...zones].flatMap((zone) => {
    const path = `zones.${zone}`
    const place = layout.zones.find(({ id }) => id === placeFor(zone, binding.zones))
    if (place === undefined) {
      return [{ path, reason: 'this zone has no place on this bench', remedy: 'Choose a place for it.' }]
    }
    if (place.use === 'forbidden') {
      return [{ path, reason: `no hand may work at ${place.id}`, remedy: 'Choose another place.' }]
    }
    return []
  })
}
