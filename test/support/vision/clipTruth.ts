// The ground truth log of a recorded clip, from its JSON file.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { recordedBenchSchema } from '../../../src-domain/perception/recordedBench.schema.ts'

const hand = z.object({
  hand: z.enum(['left', 'right']),
  landmarks: z.array(z.tuple([z.number(), z.number()])).length(21),
})

/** The times of an event are all its fields whose names end in Ms; which ones depends on the event. */
const event = z
  .object({
    type: z.enum(['pick', 'place', 'removal', 'press', 'abort', 'sweep']),
    target: z.union([z.string(), z.array(z.string())]).nullable(),
  })
  .catchall(z.unknown())
  .transform(({ type, target: at, ...rest }) => {
    const timesMs = Object.entries(rest).flatMap(([name, value]) =>
      name.endsWith('Ms') && typeof value === 'number' ? [[name, value] as const] : [],
    )
    return { type, targets: at === null ? [] : [at].flat(), timesMs: Object.fromEntries(timesMs) }
  })

const clipTruth = recordedBenchSchema.extend({
  fps: z.number().positive(),
  events: z.array(event),
  /** The targets that the projector lit, with start and end. */
  light: z.array(z.object({ target: z.string(), fromMs: z.number(), toMs: z.number() })).default([]),
  hands: z.array(z.array(hand)),
})

export type ClipTruth = z.output<typeof clipTruth>
export type TrueEvent = ClipTruth['events'][number]

/** Parses a clip's ground truth. Throws zod's error when the value is something else. */
export const parseClipTruth = (truth: unknown): ClipTruth => clipTruth.parse(truth)

/** Reads a clip's JSON file. Throws zod's error when it is another kind of file. */
export async function readClipTruth(path: string): Promise<ClipTruth> {
  return parseClipTruth(JSON.parse(await readFile(path, 'utf8')))
}
