// Semantic checks that a schema cannot express: dangling references, inconsistent steps, missing texts.
import type { Problem } from '../result.ts'
import type { Instruction, Node, Step } from './instruction.schema.ts'
import type { Text } from './language.ts'
import { type LocatedStep, locateGroups, locateSteps } from './locateSteps.ts'

const maximumCycleSteps = 1000
const maximumGroupDepth = 5

/** All semantic problems of an instruction that passed the schema, in the order of the file's sections. */
export function meaningProblems(instruction: Instruction): readonly Problem[] {
  const located = locateSteps(instruction)
  return [
    ...idProblems(instruction, located),
    ...sizeProblems(instruction),
    ...contourProblems(instruction),
    ...mediaProblems(instruction, located),
    ...stepProblems(instruction, located),
    ...skillProblems(instruction, located),
    ...languageProblems(instruction, located),
  ]
}

type Named = { readonly id: string; readonly path: string }

function idProblems(instruction: Instruction, located: readonly LocatedStep[]): Problem[] {
  const lists: readonly (readonly Named[])[] = [
    instruction.languages.map((id, i) => ({ id, path: `languages[${i}]` })),
    instruction.parts.map(({ id }, i) => ({ id, path: `parts[${i}].id` })),
    instruction.zones.map(({ id }, i) => ({ id, path: `zones[${i}].id` })),
    instruction.skills.map(({ id }, i) => ({ id, path: `skills[${i}].id` })),
    located.map(({ step, path }) => ({ id: step.id, path: `${path}.id` })),
    locateGroups(instruction).map(({ group, path }) => ({ id: group.id, path: `${path}.id` })),
  ]
  return lists.flatMap(repeated).map(({ id, path }) => ({
    path,
    reason: `"${id}" is used twice`,
    remedy: 'Give each its own, or remove one.',
  }))
}

function repeated(list: readonly Named[]): readonly Named[] {
  const seen = new Set<string>()
  return list.filter(({ id }) => seen.size === seen.add(id).size)
}

function sizeProblems(instruction: Instruction): Problem[] {
  const deep = locateGroups(instruction).find(({ depth }) => depth > maximumGroupDepth)
  if (deep) {
    return [
      {
        path: deep.path,
        reason: `this group stands more than ${maximumGroupDepth} groups deep`,
        remedy: 'Put fewer groups inside groups.',
      },
    ]
  }
  const count = countUnrolled(instruction.steps)
  if (count <= maximumCycleSteps) return []
  return [
    {
      path: 'steps',
      reason: `one product takes ${count} steps when all repeats are counted, more than ${maximumCycleSteps}`,
      remedy: 'Lower times, or make two tasks of it.',
    },
  ]
}

const countUnrolled = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, node) => sum + ('step' in node ? 1 : node.group.times * countUnrolled(node.group.steps)), 0)

function contourProblems(instruction: Instruction): Problem[] {
  return instruction.parts.flatMap(({ contour }, i) => {
    const path = `parts[${i}].contour`
    const xs = contour.map(([x]) => x)
    const ys = contour.map(([, y]) => y)
    const holdsCentre = Math.min(...xs) <= 0 && Math.max(...xs) >= 0 && Math.min(...ys) <= 0 && Math.max(...ys) >= 0
    const problems: Problem[] = []
    if (Math.abs(areaOf(contour)) < 1) {
      problems.push({
        path,
        reason: 'this outline encloses less than 1 mm²',
        remedy: 'Give its corners in order around it, in mm.',
      })
    }
    if (!holdsCentre) {
      problems.push({
        path,
        reason: 'this outline lies beside its own centre (0, 0)',
        remedy: 'Move it so that its middle is at 0, 0.',
      })
    }
    return problems
  })
}

/** The signed area in mm², by the shoelace formula. */
const areaOf = (contour: readonly (readonly [number, number])[]): number =>
  contour.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = contour[(i + 1) % contour.length] ?? [x, y]
    return sum + (x * nextY - nextX * y) / 2
  }, 0)

type MediaUse = { readonly path: string; readonly id: string; readonly wanted: 'image/' | 'video/' }

function mediaProblems(instruction: Instruction, located: readonly LocatedStep[]): Problem[] {
  const wanted = 'image/'
  const uses: readonly MediaUse[] = [
    { path: 'picture', id: instruction.picture, wanted },
    ...instruction.parts.map(({ picture }, i) => ({ path: `parts[${i}].picture`, id: picture, wanted }) as const),
    ...instruction.skills.map(({ picture }, i) => ({ path: `skills[${i}].picture`, id: picture, wanted }) as const),
    ...located.map(({ step, path }) => ({ path: `${path}.picture`, id: step.picture, wanted }) as const),
    ...located.flatMap(({ step: { video }, path }) =>
      video === undefined ? [] : [{ path: `${path}.video`, id: video, wanted: 'video/' } as const],
    ),
  ]
  const media = new Map(Object.entries(instruction.media))
  const shown = new Set(uses.map(({ id }) => id))
  return [
    ...uses.flatMap(({ path, id, wanted }): Problem[] => {
      const type = media.get(id)?.type
      if (type === undefined) return [unknown(path, id, 'media')]
      if (type.startsWith(wanted)) return []
      return [{ path, reason: `"${id}" is ${type}`, remedy: `Name a file whose type starts with ${wanted}.` }]
    }),
    ...[...media.keys()]
      .filter((id) => !shown.has(id))
      .map((id) => ({
        path: `media.${id}`,
        reason: 'nothing in the instruction shows this file',
        remedy: 'Use it, or remove it.',
      })),
  ]
}

const unknown = (path: string, id: string, list: string): Problem => ({
  path,
  reason: `there is no "${id}" in ${list}`,
  remedy: `Add it to ${list}, or name one that is there.`,
})

const wayDemandedBy: Partial<Record<Step['kind'], string>> = {
  scan: 'scan',
  weigh: 'weigh',
  tool: 'tool',
  confirm: 'confirm',
}

function stepProblems(instruction: Instruction, located: readonly LocatedStep[]): Problem[] {
  const parts = new Set(instruction.parts.map(({ id }) => id))
  const zones = new Set(instruction.zones.map(({ id }) => id))
  return located.flatMap(({ step, path }) => {
    const { kind, part, zone, done } = step
    const problems: Problem[] = []
    if (part !== undefined && !parts.has(part)) problems.push(unknown(`${path}.part`, part, 'parts'))
    if (zone !== undefined && !zones.has(zone)) problems.push(unknown(`${path}.zone`, zone, 'zones'))
    if (part === undefined && (kind === 'pick' || kind === 'place')) {
      problems.push({ path: `${path}.part`, reason: `a ${kind} does not say of what`, remedy: 'Name the part.' })
    }
    if (zone === undefined && kind === 'place') {
      problems.push({ path: `${path}.zone`, reason: 'a place does not say where', remedy: 'Name the zone.' })
    }
    const byHand = done.findIndex(({ by }) => by === 'hand')
    if (byHand >= 0 && kind !== 'pick' && kind !== 'place') {
      problems.push({
        path: `${path}.done[${byHand}]`,
        reason: `a step of kind "${kind}" cannot be seen done by the hand`,
        remedy: 'Use another way, such as confirm.',
      })
    }
    const demanded = wayDemandedBy[kind]
    if (demanded !== undefined && !done.some(({ by }) => by === demanded)) {
      problems.push({
        path: `${path}.done`,
        reason: `a step of kind "${kind}" needs a way "${demanded}"`,
        remedy: `Add { "by": "${demanded}", … } to done.`,
      })
    }
    return problems
  })
}

function skillProblems(instruction: Instruction, located: readonly LocatedStep[]): Problem[] {
  const known = new Set(located.map(({ step }) => step.id))
  return instruction.skills.flatMap(({ steps }, i) => {
    const named = steps.map((id, j) => ({ id, path: `skills[${i}].steps[${j}]` }))
    return [
      ...named.filter(({ id }) => !known.has(id)).map(({ id, path }) => unknown(path, id, 'steps')),
      ...repeated(named).map(({ id, path }) => ({ path, reason: `"${id}" is named twice`, remedy: 'Remove one.' })),
    ]
  })
}

function languageProblems(instruction: Instruction, located: readonly LocatedStep[]): Problem[] {
  const texts: readonly { path: string; text: Text }[] = [
    { path: 'title', text: instruction.title },
    { path: 'summary', text: instruction.summary },
    ...Object.entries(instruction.media).map(([id, media]) => ({ path: `media.${id}.alt`, text: media.alt })),
    ...instruction.parts.map((part, i) => ({ path: `parts[${i}].name`, text: part.name })),
    ...instruction.zones.map((zone, i) => ({ path: `zones[${i}].name`, text: zone.name })),
    ...instruction.skills.flatMap((skill, i) => [
      { path: `skills[${i}].name`, text: skill.name },
      { path: `skills[${i}].description`, text: skill.description },
    ]),
    ...located.map(({ step, path }) => ({ path: `${path}.text`, text: step.text })),
  ]
  return texts.flatMap(({ path, text }) => {
    const missing = instruction.languages.filter((language) => text[language] === undefined)
    if (missing.length === 0) return []
    return [
      {
        path,
        reason: `no text in ${missing.join(', ')}`,
        remedy: 'Add the text, or take the language out of languages.',
      },
    ]
  })
}
