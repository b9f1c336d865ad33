// The parts in each bin, and their instanced meshes.
import { Euler, Group, InstancedMesh, Matrix4, Mesh, Quaternion, Vector3 } from 'three'
import type { Bin } from '../../src-domain/geometry/benchLayout.schema.ts'
import { cardPlace } from './furniture/bins.ts'
import { casterLayer } from './light/benchLight.ts'
import type { MakeMaterial } from './light/benchMaterial.ts'
import { buildPart, type PartLook } from './parts/partModels.ts'
import type { Substance } from './parts/partSolid.ts'
import type { Lot } from './world/benchWorld.ts'
import type { Piece } from './world/piece.ts'

/** A number of identical parts in a bin. */
export type StockItem = { readonly bin: string; readonly part: PartLook; readonly count: number }

export type PieceMeshes = {
  readonly object: Group
  /** The stock as the bench's world needs it, in the same order. */
  readonly lots: readonly Lot[]
  /** Hides the parts in bins while shadow maps are rendered: they hardly cast shadows but are most of the triangles. */
  readonly showLooseOnly: (looseOnly: boolean) => void
  /** Updates the meshes to the pieces' current poses. */
  readonly follow: (pieces: readonly Piece[]) => void
  readonly dispose: () => void
}

/** Makes the meshes for a stock: one instanced mesh per solid, and a sample part on each bin's label. */
export function createPieceMeshes(
  stock: readonly StockItem[],
  bins: readonly Bin[],
  makeMaterial: MakeMaterial,
): PieceMeshes {
  const materials: Readonly<Record<Substance, ReturnType<MakeMaterial>>> = {
    plastic: makeMaterial({ vertexColors: true, gloss: 0.5 }),
    metal: makeMaterial({ vertexColors: true, metal: true, gloss: 0.7 }),
    matte: makeMaterial({ vertexColors: true }),
  }
  const object = new Group()
  const lots = stock.map(({ bin, part, count }) => {
    const size = buildPart(part)
    const meshes = size.solids.map(({ substance, geometry }) => {
      const mesh = new InstancedMesh(geometry, materials[substance], count)
      mesh.frustumCulled = false
      mesh.layers.enable(casterLayer)
      object.add(mesh)
      return mesh
    })
    return { bin, count, size, meshes }
  })
  for (const bin of bins) {
    const lot = lots.find((candidate) => candidate.bin === bin.id)
    const place = lot && cardPlace(bin, lot.size)
    if (!place) continue
    for (const { geometry, material } of lot.meshes) {
      const sample = new Mesh(geometry, material)
      sample.applyMatrix4(place)
      object.add(sample)
    }
  }
  const all = lots.flatMap(({ meshes }) => meshes)
  const matrix = new Matrix4()
  const position = new Vector3()
  const turn = new Quaternion()
  const euler = new Euler(0, 0, 0, 'ZYX')
  const full = new Vector3(1, 1, 1)
  const nothing = new Vector3(0, 0, 0)
  const next = new Uint16Array(stock.length)
  const loose = new Uint16Array(stock.length)
  const place = ({ lot, pose, where }: Piece): void => {
    const index = next[lot] ?? 0
    next[lot] = index + 1
    turn.setFromEuler(euler.set(0, -pose.tilt, -pose.yaw))
    matrix.compose(position.set(pose.x, -pose.y, pose.z), turn, where === 'gone' ? nothing : full)
    for (const mesh of lots[lot]?.meshes ?? []) mesh.setMatrixAt(index, matrix)
  }
  return {
    object,
    lots,
    showLooseOnly(looseOnly) {
      for (const [lot, { meshes, count }] of lots.entries()) {
        for (const mesh of meshes) mesh.count = looseOnly ? (loose[lot] ?? 0) : count
      }
    },
    follow(pieces) {
      next.fill(0)
      for (const piece of pieces) if (!liesInBin(piece)) place(piece)
      loose.set(next)
      for (const piece of pieces) if (liesInBin(piece)) place(piece)
      for (const mesh of all) mesh.instanceMatrix.needsUpdate = true
    },
    dispose() {
      for (const mesh of all) {
        mesh.geometry.dispose()
        mesh.dispose()
      }
      for (const material of Object.values(materials)) material.dispose()
    },
  }
}

const liesInBin = ({ where }: Piece): boolean => typeof where === 'object' && 'bin' in where
