// Derives a task and a bench layout from a recorded clip: its bins and zones, and its events in order.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'
import { layoutIdSchema, taskIdSchema } from '../../src-domain/ids.ts'
import type { Binding } from '../../src-domain/instruction/binding.ts'
import { recordedBenchSchema } from '../../src-domain/perception/recordedBench.schema.ts'
import { sealPackage } from '../../src-main/instruction-package/sealPackage.ts'

const clipSchema = recordedBenchSchema.extend({
  events: z.array(z.object({ type: z.string(), target: z.union([z.string(), z.array(z.string())]) })),
})

/** Maps the clips' button names to the bench's. */
const buttonNames: Readonly<Record<string, 'done' | 'help'>> = { next: 'done', help: 'help' }

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect x="8" y="8" width="48" height="48" rx="10" fill="#ffd34d"/></svg>'
const text = (en: string) => ({ en })
const idOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

type ClipStep = { readonly kind: 'pick' | 'place' | 'confirm'; readonly target: string }

export type FootageTask = {
  readonly layout: BenchLayout
  readonly binding: Binding
  readonly packageBytes: Uint8Array
  /** Number of steps that are picks and places, the actions seen by camera. */
  readonly handSteps: number
  /** The clip's JSON with the bench's own button names. */
  readonly benchJson: string
}

/**
 * Reads a clip's JSON file.
 * @throws when it does not describe a clip, or the derived task cannot be sealed.
 */
export async function footageTask(jsonPath: string): Promise<FootageTask> {
  const raw: unknown = JSON.parse(await readFile(jsonPath, 'utf8'))
  const clip = clipSchema.parse(raw)
  const layoutId = layoutIdSchema.parse('footage')
  const buttons = clip.buttons.flatMap(({ id, x, y, w, h }) => {
    const name = buttonNames[id]
    return name ? [{ id: name, rect: { x, y, w, h } }] : []
  })
  const layout: BenchLayout = {
    id: layoutId,
    name: clip.name,
    table: { w: 1200, h: 900 },
    bins: clip.bins.map(({ id, x, y, w, h }) => ({ id, label: id, rect: { x, y, w, h }, rimMm: 0 })),
    zones: clip.zones.map(({ id, x, y, w, h }) => ({
      id,
      label: id,
      rect: { x, y, w, h },
      heightMm: 0,
      use: 'surface',
    })),
    buttons,
  }
  const events = clip.events.flatMap(({ type, target }): ClipStep[] => {
    if (typeof target !== 'string') return []
    if (type === 'pick' || type === 'place') return [{ kind: type, target }]
    return type === 'press' && target === 'next' ? [{ kind: 'confirm', target: 'done' }] : []
  })
  let carried = clip.bins[0]?.id ?? ''
  const steps = events.map(({ kind, target }, index) => {
    if (kind === 'pick') carried = target
    const common = {
      id: `step-${index + 1}`,
      kind,
      text: text(`${kind} ${target}`),
      picture: 'square',
      expectedSeconds: 3,
      stepType: kind === 'confirm' ? 'check' : kind,
    }
    if (kind === 'pick') return { step: { ...common, part: idOf(target), done: [{ by: 'hand' }] } }
    if (kind === 'place')
      return { step: { ...common, part: idOf(carried), zone: idOf(target), done: [{ by: 'hand' }] } }
    return { step: { ...common, done: [{ by: 'confirm' }] } }
  })
  const id = taskIdSchema.parse(idOf(`footage-${clip.name}`).slice(0, 48))
  const bytes = new TextEncoder().encode(square)
  const used = new Set(events.filter(({ kind }) => kind === 'pick').map(({ target }) => target))
  const sealed = await sealPackage({
    files: new Map([['square.svg', bytes]]),
    json: {
      format: 'handwijzer.instruction',
      formatVersion: 1,
      id,
      version: 1,
      languages: ['en'],
      title: text(clip.name),
      summary: text(`What happens in the clip ${clip.name}.`),
      picture: 'square',
      media: { square: { file: 'square.svg', alt: text('A yellow square') } },
      parts: clip.bins
        .filter((bin) => used.has(bin.id))
        .map((bin) => ({
          id: idOf(bin.id),
          name: text(`Part ${bin.id}`),
          picture: 'square',
          contour: [
            [-20, -14],
            [20, -14],
            [20, 14],
            [-20, 14],
          ],
        })),
      zones: clip.zones.map((zone) => ({ id: idOf(zone.id), name: text(zone.id), use: 'surface' })),
      steps,
      skills: [],
    },
  })
  if (!sealed.ok) throw new Error(`The clip gives no task: ${JSON.stringify(sealed.failure[0])}`)
  const renamed = {
    ...(raw as Record<string, unknown>),
    buttons: clip.buttons.map((button) => ({ ...button, id: buttonNames[button.id] ?? button.id })),
  }
  return {
    layout,
    binding: {
      instructionId: id,
      layoutId,
      parts: Object.fromEntries(clip.bins.filter((bin) => used.has(bin.id)).map((bin) => [idOf(bin.id), bin.id])),
      zones: Object.fromEntries(clip.zones.map((zone) => [idOf(zone.id), zone.id])),
    },
    packageBytes: sealed.value.packageBytes,
    handSteps: events.filter(({ kind }) => kind !== 'confirm').length,
    benchJson: JSON.stringify(renamed),
  }
}
