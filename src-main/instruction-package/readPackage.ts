// The only import path for instructions: bytes in, a validated instruction or all its problems out.
import { createHash } from 'node:crypto'
import type { Instruction } from '../../src-domain/instruction/instruction.schema.ts'
import { validateInstruction } from '../../src-domain/instruction/validateInstruction.ts'
import { fail, type Problem, type Result, succeed } from '../../src-domain/result.ts'
import { contentProblems } from './mediaProblems.ts'
import { type MediaType, mediaPath } from './mediaTypes.ts'
import { instructionPath, maximumProblems, Refusal } from './packageProblem.ts'
import { readEntries } from './readEntries.ts'
import { readJson } from './readJson.ts'

export type PackagedMedia = { readonly bytes: Uint8Array; readonly type: MediaType }

/** A package that was read completely. `media` is keyed by the SHA-256 of its bytes, `sha256` is that of the package. */
export type InstructionPackage = {
  readonly instruction: Instruction
  readonly media: ReadonlyMap<string, PackagedMedia>
  readonly sha256: string
}

/**
 * Reads an instruction package in memory; nothing is written, so that no import can be left incomplete.
 * @returns the instruction with its media, or up to 50 problems, each with path, reason and remedy. Never throws for any bytes.
 */
export async function readPackage(bytes: Uint8Array): Promise<Result<InstructionPackage, readonly Problem[]>> {
  try {
    const entries = await readEntries(bytes)
    const instruction = readInstruction(entries.get(instructionPath))
    const media = readMedia(instruction, entries)
    return succeed({ instruction, media, sha256: sha256Of(bytes) })
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problems.slice(0, maximumProblems))
    throw error
  }
}

/** The SHA-256 of bytes in lower-case hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function readInstruction(bytes: Uint8Array | undefined): Instruction {
  if (!bytes) {
    throw new Refusal([
      { path: instructionPath, reason: 'the package has no such file', remedy: 'Seal the package again.' },
    ])
  }
  const json = readJson(bytes, instructionPath)
  if (!json.ok) throw new Refusal([json.failure])
  const checked = validateInstruction(json.value)
  if (!checked.ok) throw new Refusal(checked.failure)
  return checked.value
}

function readMedia(
  instruction: Instruction,
  entries: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, PackagedMedia> {
  const problems: Problem[] = []
  const media = new Map<string, PackagedMedia>()
  const named = new Set([instructionPath])
  for (const [id, { sha256, type, bytes: claimedBytes }] of Object.entries(instruction.media)) {
    const path = `media.${id}`
    const name = mediaPath(sha256, type)
    const bytes = entries.get(name)
    named.add(name)
    if (!bytes) {
      problems.push({ path, reason: `the package has no ${name}`, remedy: 'Seal the package again.' })
    } else if (sha256Of(bytes) !== sha256) {
      problems.push({ path: `${path}.sha256`, reason: 'the file was changed after sealing', remedy: 'Seal it again.' })
    } else if (bytes.length !== claimedBytes) {
      problems.push({ path: `${path}.bytes`, reason: `the file has ${bytes.length} bytes`, remedy: 'Seal it again.' })
    } else {
      problems.push(...contentProblems(path, type, bytes))
      media.set(sha256, { bytes, type })
    }
  }
  const strays = [...entries.keys()].filter((name) => !named.has(name))
  problems.push(
    ...strays.map((path) => ({ path, reason: 'nothing in media names this file', remedy: 'Seal the package again.' })),
  )
  if (problems.length > 0) throw new Refusal(problems)
  return media
}
