// Control experiment: whenever the projector lit one target, another is lit as well in the pictures, to verify that perception
// does not use the projected light as evidence.
import { growRect, type Rect, rectContains } from '../../src-domain/geometry/rect.ts'
import type { SmallPicture } from '../../src-domain/perception/picture/smallPicture.ts'
import type { TableMapping } from '../../src-domain/perception/tableMapping.ts'
import type { ClipTruth } from '../../test/support/vision/clipTruth.ts'

/** What the footage's projector adds to the middle of a target, R G B in levels 0 to 255. */
const glow = [38, 122, 30] as const
const outlineMm = 4

/** The pictures with the light of each span added to a wrong target too, chosen by the seed. */
export async function* withShuffledLight(
  pictures: AsyncIterable<SmallPicture>,
  { light, bins, zones, buttons, fps, width, height }: ClipTruth,
  mapping: TableMapping,
  seed: number,
): AsyncGenerator<SmallPicture> {
  const targets = [...bins, ...zones, ...buttons]
  const wrong = light.map(({ target }, index) => {
    const others = targets.filter(({ id }) => id !== target)
    return others[(seed * 7919 + index * 104_729) % others.length]
  })
  const masks = new Map<string, readonly (readonly [pixel: number, isOutline: boolean])[]>()
  let frame = 0
  for await (const picture of pictures) {
    const atMs = (1000 * frame++) / fps
    const { rgba } = picture
    for (const [index, { fromMs, toMs }] of light.entries()) {
      const target = wrong[index]
      if (target === undefined || atMs < fromMs || atMs >= toMs) continue
      const mask = masks.get(target.id) ?? maskOf(target, picture, { width, height }, mapping)
      masks.set(target.id, mask)
      for (const [pixel, isOutline] of mask) {
        for (const channel of [0, 1, 2] as const) {
          const at = 4 * pixel + channel
          rgba[at] = isOutline ? 255 : (rgba[at] ?? 0) + glow[channel]
        }
      }
    }
    yield picture
  }
}

function maskOf(
  rect: Rect,
  small: SmallPicture,
  camera: { readonly width: number; readonly height: number },
  mapping: TableMapping,
): (readonly [number, boolean])[] {
  return Array.from({ length: small.width * small.height }, (_, pixel) => pixel).flatMap((pixel) => {
    const x = (((pixel % small.width) + 0.5) * camera.width) / small.width
    const y = ((Math.floor(pixel / small.width) + 0.5) * camera.height) / small.height
    const place = mapping.toTable([x, y], 0)
    if (!rectContains(growRect(rect, outlineMm), place)) return []
    return [[pixel, !rectContains(growRect(rect, -outlineMm), place)] as const]
  })
}
