// The physical layout of one bench. Instructions contain no places; a binding maps their parts and zones to the layout.
import { z } from 'zod'
import { rectSchema, rectsOverlap } from './rect.ts'

const targetId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/, 'an id of letters, digits and dashes, at most 32 long')
const label = z.string().min(1).max(40)

/**
 * A container that parts are picked from. `rimMm` is the height of its rim above the table, at which hands are tested and light
 * is drawn.
 */
export const binSchema = z.strictObject({ id: targetId, label, rect: rectSchema, rimMm: z.number().min(0).max(400) })

/** An area in which parts are placed. */
export const zoneSchema = z.strictObject({
  id: targetId,
  label,
  rect: rectSchema,
  heightMm: z.number().min(0).max(400),
  use: z.enum(['fixture', 'tray', 'surface', 'forbidden']),
})

/** A projected button. At least 60 mm wide, so that a tremor does not miss it. */
export const buttonSchema = z.strictObject({
  id: z.enum(['done', 'help', 'pause']),
  rect: rectSchema.refine(
    (rect) => Math.min(rect.w, rect.h) >= 60,
    'a projected button is at least 60 mm on each side',
  ),
})

export const benchLayoutSchema = z
  .strictObject({
    id: targetId.brand<'LayoutId', 'inout'>(),
    name: z.string().min(1).max(80),
    table: z.strictObject({ w: z.number().min(300).max(5000), h: z.number().min(300).max(5000) }),
    bins: z.array(binSchema).max(64),
    zones: z.array(zoneSchema).max(32),
    buttons: z.array(buttonSchema).max(3),
  })
  .superRefine((layout, context) => {
    const seen = new Set<string>()
    const all = [
      ...layout.bins.map((bin, i) => ({ ...bin, path: ['bins', i] })),
      ...layout.zones.map((zone, i) => ({ ...zone, path: ['zones', i] })),
      ...layout.buttons.map((button, i) => ({ ...button, path: ['buttons', i] })),
    ]
    for (const [index, target] of all.entries()) {
      if (seen.has(target.id))
        context.addIssue({ code: 'custom', path: target.path, message: `the id "${target.id}" is used twice` })
      seen.add(target.id)
      const clash = all.slice(0, index).find((other) => rectsOverlap(other.rect, target.rect))
      if (clash)
        context.addIssue({
          code: 'custom',
          path: target.path,
          message: `"${target.id}" lies over "${clash.id}": move one of them`,
        })
    }
  })

export type Bin = Readonly<z.infer<typeof binSchema>>
export type Zone = Readonly<z.infer<typeof zoneSchema>>
export type Button = Readonly<z.infer<typeof buttonSchema>>
export type BenchLayout = Readonly<z.infer<typeof benchLayoutSchema>>
