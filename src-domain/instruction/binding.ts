// Joins an instruction's parts and zones to the bins and zones of one bench.
import { z } from 'zod'
import type { BenchLayout } from '../geometry/benchLayout.schema.ts'
import type { Problem } from '../result.ts'
import type { Instruction, Step } from './instruction.schema.ts'
import { locateSteps } from './locateSteps.ts'

export const bindingSchema = z.strictObject({
  instructionId: z.string().max(48),
  layoutId: z.string().max(32),
  parts: z.record(z.string().max(48), z.string().max(32)).describe('part id → bin id'),
  zones: z.record(z.string().max(48), z.string().max(32)).describe('zone id of the instruction → zone id of the bench'),
})
export type Binding = Readonly<z.infer<typeof bindingSchema>>

/** Where a step happens on this bench; null when it has no place of its own. */
export type StepTarget = { readonly kind: 'bin' | 'zone'; readonly id: string } | null

/** The bin a pick reaches into, or the zone any other step happens in. */
export function targetOf(step: Step, binding: Binding): StepTarget {
  if (step.kind === 'pick') {
    const bin = step.part === undefined ? undefined : binding.parts[step.part]
    return bin === undefined ? null : { kind: 'bin', id: bin }
  }
  const zone = step.zone === undefined ? undefined : binding.zones[step.zone]
  return zone === undefined ? null : { kind: 'zone', id: zone }
}

/** What keeps this binding from being used; empty when the task can be started on this bench. */
export function bindingProblems(instruction: Instruction, layout: BenchLayout, binding: Binding): readonly Problem[] {
  const problems: Problem[] = []
  const bins = new Set(layout.bins.map(({ id }) => id))
  const zones = new Set(layout.zones.map(({ id }) => id))
  const steps = locateSteps(instruction).map(({ step }) => step)
  const picked = new Set(steps.filter(({ kind }) => kind === 'pick').flatMap(({ part }) => part ?? []))
  const binOwners = new Map<string, string>()
  for (const part of picked) {
    const bin = binding.parts[part]
    if (bin === undefined || !bins.has(bin)) {
      problems.push({
        path: `parts.${part}`,
        reason: 'this part has no bin on this bench',
        remedy: 'Choose a bin for it.',
      })
      continue
    }
    const owner = binOwners.get(bin)
    if (owner !== undefined) {
      problems.push({
        path: `parts.${part}`,
        reason: `bin ${bin} already holds ${owner}`,
        remedy: 'Choose another bin.',
      })
    }
    binOwners.set(bin, part)
  }
  for (const zone of new Set(steps.flatMap(({ zone }) => zone ?? []))) {
    const place = binding.zones[zone]
    if (place === undefined || !zones.has(place)) {
      problems.push({
        path: `zones.${zone}`,
        reason: 'this zone has no place on this bench',
        remedy: 'Choose a place for it.',
      })
    }
  }
  return problems
}
