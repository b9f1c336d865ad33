// The meshes of the bins.
import { type BufferGeometry, Group, Matrix4, Mesh, Vector3 } from 'three'
import type { Bin } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { rectCentre } from '../../../src-domain/geometry/rect.ts'
import { casterLayer } from '../light/benchLight.ts'
import type { MakeMaterial } from '../light/benchMaterial.ts'
import { joined, roundedRect, slab, tinted, walls } from '../solids.ts'
import { binFloorMm, type PieceSize } from '../world/piece.ts'

/** Muted colours that distinguish neighbouring bins; used in turn. */
const binColors = ['#6f8f86', '#5f7fa3', '#b98a4e', '#a8665a', '#8a84a6', '#7d8a5c'] as const

const wallMm = 3
/** A bin without a height is drawn as a shallow tray of this height, mm. */
const shallowMm = 9

/** Builds the bins, open above, darker inside towards the floor. */
export function buildBins(bins: readonly Bin[], makeMaterial: MakeMaterial): Group {
  const group = new Group()
  const material = makeMaterial({ vertexColors: true, gloss: 0.35 })
  for (const [i, bin] of bins.entries()) {
    const mesh = new Mesh(binGeometry(bin, binColors[i % binColors.length] ?? binColors[0]), material)
    const centre = rectCentre(bin.rect)
    mesh.position.set(centre.x, -centre.y, 0)
    mesh.layers.enable(casterLayer)
    group.add(mesh)
  }
  return group
}

/** The label on a bin's front that shows its content; null for a bin too low to carry one. Width and height in mm. */
function cardOf({ rect, rimMm }: Bin): { readonly width: number; readonly height: number; readonly z: number } | null {
  return rimMm < 30 ? null : { width: Math.min(74, rect.w * 0.62), height: Math.min(34, rimMm * 0.52), z: rimMm * 0.5 }
}

/**
 * The transform that places a part of the given size upright on its bin's label, as large as it fits; null where there
 * is no label.
 */
export function cardPlace(bin: Bin, size: PieceSize): Matrix4 | null {
  const card = cardOf(bin)
  if (!card) return null
  const scale = Math.min(1, (0.84 * card.width) / size.lengthMm, (0.8 * card.height) / size.widthMm)
  const centre = rectCentre(bin.rect)
  return new Matrix4()
    .makeTranslation(centre.x, -centre.y - bin.rect.h / 2 - 1, card.z)
    .multiply(new Matrix4().makeRotationX(Math.PI / 2))
    .scale(new Vector3(scale, scale, scale * 0.4))
}

function binGeometry(bin: Bin, color: string): BufferGeometry {
  const { rect, rimMm } = bin
  const height = Math.max(rimMm, shallowMm)
  const depth = Math.min(1, height / Math.min(rect.w, rect.h))
  const dark = 1 - 0.45 * depth
  const inside = (x: number, y: number, z: number, nx: number, ny: number): number =>
    x * nx + y * ny < 0 ? dark + (1 - dark) * (z / height) : 1
  const card = cardOf(bin)
  return joined([
    tinted(walls(rect.w, rect.h, height, wallMm, 7), color, inside),
    tinted(walls(rect.w + 5, rect.h + 5, 3.2, wallMm + 2, 8).translate(0, 0, height - 3.2), color),
    tinted(slab(roundedRect(rect.w - 4, rect.h - 4, 5), binFloorMm(rimMm)), color, () => dark),
    ...(card
      ? [
          tinted(
            slab(roundedRect(card.width, card.height, 3), 1)
              .rotateX(Math.PI / 2)
              .translate(0, -rect.h / 2, card.z),
            '#f1ede2',
          ),
        ]
      : []),
  ])
}
