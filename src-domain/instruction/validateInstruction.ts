// Says whether a parsed JSON value is an instruction, and if not: where, why, and what to do.
import type { z } from 'zod'
import { fail, type Problem, type Result, succeed } from '../result.ts'
import { type Instruction, instructionSchema, type Step } from './instruction.schema.ts'
import type { Text } from './language.ts'
import { type LocatedStep, locateSteps } from './locateSteps.ts'

const maximumProblems = 50

/**
 * Checks shape, references, languages and the sense of each step.
 * @returns the instruction with defaults filled in, or up to 50 problems, each with its place and remedy.
 */
export function validateInstruction(candidate: unknown): Result<Instruction, readonly Problem[]> {
  const parsed = instructionSchema.safeParse(candidate)
  if (!parsed.success) return fail(parsed.error.issues.flatMap(problemsOfIssue).slice(0, maximumProblems))
  const problems = meaningProblems(parsed.data)
  return problems.length === 0 ? succeed(parsed.data) : fail(problems.slice(0, maximumProblems))
}

/** Writes a path as people read it: `steps[2].step.part`. */
export const writePath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  ) || '(the whole file)'

function problemsOfIssue(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a))[0]
    if (closest && closest.length > 0) {
      return closest.flatMap((inner) => problemsOfIssue({ ...inner, path: [...issue.path, ...inner.path] }))
    }
  }
  return [{ path: writePath(issue.path), reason: issue.message, remedy: remedyOf(issue) }]
}

const depthOf = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...issues.map((issue) => issue.path.length - (issue.code === 'unrecognized_keys' ? 5 : 0)))

function remedyOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Put a value of type ${issue.expected} here.`
    case 'unrecognized_keys':
      return `Remove ${issue.keys.join(', ')}: format version 1 has no such field.`
    case 'too_small':
      return `Make it at least ${issue.minimum}.`
    case 'too_big':
      return `Make it at most ${issue.maximum}.`
    case 'invalid_value':
      return `Use one of: ${issue.values.map(String).join(', ')}.`
    default:
      return 'Compare this place with instructions/FORMAT.md and mend it.'
  }
}

function meaningProblems(instruction: Instruction): Problem[] {
  const located = locateSteps(instruction)
  return [
    ...idProblems(instruction, located),
    ...mediaProblems(instruction, located),
    ...located.flatMap(({ step, path }) => stepProblems(instruction, step, path)),
    ...skillProblems(instruction, located),
    ...languageProblems(instruction, located),
  ]
}

function idProblems(instruction: Instruction, located: readonly LocatedStep[]): Problem[] {
  const lists = [
    instruction.parts.map(({ id }, i) => ({ id, path: `parts[${i}].id` })),
    instruction.zones.map(({ id }, i) => ({ id, path: `zones[${i}].id` })),
    instruction.skills.map(({ id }, i) => ({ id, path: `skills[${i}].id` })),
    located.map(({ step, path }) => ({ id: step.id, path: `${path}.id` })),
  ]
  return lists.flatMap((list) =>
    list
      .filter(({ id }, index) => list.findIndex((other) => other.id === id) < index)
      .map(({ id, path }) => ({ path, reason: `the id "${id}" is used twice`, remedy: 'Give each its own id.' })),
  )
}

function mediaProblems(instruction: Instruction, located: readonly LocatedStep[]): Problem[] {
  const uses = [
    { path: 'picture', id: instruction.picture, video: false },
    ...instruction.parts.map((part, i) => ({ path: `parts[${i}].picture`, id: part.picture, video: false })),
    ...instruction.skills.map((skill, i) => ({ path: `skills[${i}].picture`, id: skill.picture, video: false })),
    ...located.map(({ step, path }) => ({ path: `${path}.picture`, id: step.picture, video: false })),
    ...located.flatMap(({ step, path }) =>
      step.video ? [{ path: `${path}.video`, id: step.video, video: true }] : [],
    ),
  ]
  return uses.flatMap(({ path, id, video }) => {
    const media = instruction.media[id]
    if (!media)
      return [
        { path, reason: `there is no "${id}" in media`, remedy: 'Add the file to media, or name one that is there.' },
      ]
    const wanted = video ? 'video/' : 'image/'
    if (!media.type.startsWith(wanted)) {
      return [{ path, reason: `"${id}" is ${media.type}`, remedy: `Name a file whose type starts with ${wanted}.` }]
    }
    return []
  })
}

const wayDemandedBy: Partial<Record<Step['kind'], string>> = {
  scan: 'scan',
  weigh: 'weigh',
  tool: 'tool',
  confirm: 'confirm',
}

function stepProblems(instruction: Instruction, step: Step, path: string): Problem[] {
  const problems: Problem[] = []
  const say = (place: string, reason: string, remedy: string) =>
    problems.push({ path: `${path}.${place}`, reason, remedy })
  if (step.part !== undefined && !instruction.parts.some(({ id }) => id === step.part)) {
    say('part', `there is no part "${step.part}"`, 'Add it to parts, or name one that is there.')
  }
  if (step.zone !== undefined && !instruction.zones.some(({ id }) => id === step.zone)) {
    say('zone', `there is no zone "${step.zone}"`, 'Add it to zones, or name one that is there.')
  }
  if (step.kind === 'pick' && step.part === undefined)
    say('part', 'a pick does not say what is picked', 'Name the part.')
  if (step.kind === 'place' && step.part === undefined)
    say('part', 'a place does not say what is placed', 'Name the part.')
  if (step.kind === 'place' && step.zone === undefined) say('zone', 'a place does not say where', 'Name the zone.')
  const seen = step.done.some(({ by }) => by === 'hand')
  if (seen && step.kind !== 'pick' && step.kind !== 'place') {
    say('done', `a step of kind "${step.kind}" cannot be seen done by the hand`, 'Use another way, such as confirm.')
  }
  const demanded = wayDemandedBy[step.kind]
  if (demanded && !step.done.some(({ by }) => by === demanded)) {
    say('done', `a step of kind "${step.kind}" needs a way "${demanded}"`, `Add { "by": "${demanded}", … } to done.`)
  }
  return problems
}

function skillProblems(instruction: Instruction, located: readonly LocatedStep[]): Problem[] {
  const known = new Set(located.map(({ step }) => step.id))
  return instruction.skills.flatMap((skill, i) =>
    skill.steps.flatMap((id, j) =>
      known.has(id)
        ? []
        : [
            {
              path: `skills[${i}].steps[${j}]`,
              reason: `there is no step "${id}"`,
              remedy: 'Name a step of this instruction.',
            },
          ],
    ),
  )
}

function languageProblems(instruction: Instruction, located: readonly LocatedStep[]): Problem[] {
  const texts: { path: string; text: Text }[] = [
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
