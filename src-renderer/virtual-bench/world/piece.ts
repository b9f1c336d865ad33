// A single part on the bench, and how a lot of them heaps up in a bin.
import { growRect, type Rect, rectCentre } from '../../../src-domain/geometry/rect.ts'
import type { Random } from '../random.ts'

/** The room a part takes when it lies: `lengthMm` along its own x axis. */
export type PieceSize = { readonly lengthMm: number; readonly widthMm: number; readonly thicknessMm: number }

/** A place to lie: mm on the table, z of the underside; yaw in radians, positive clockwise seen from above; tilt lifts the x axis. */
export type PiecePose = { x: number; y: number; z: number; yaw: number; tilt: number }

export type Piece = {
  readonly id: number
  /** Which lot of the stock it belongs to. */
  readonly lot: number
  readonly size: PieceSize
  readonly pose: PiecePose
  /** Where it is on its way to: equal to `pose` once it lies still. */
  readonly aim: PiecePose
  /** In which bin it lies, in which hand it is, loose on the table, or taken away with finished work. */
  where: { readonly bin: string } | { readonly hand: 'left' | 'right' } | 'table' | 'gone'
}

/** The height of a bin's floor, on which the lowest parts lie: raised in a deep bin, so that its parts stay in reach and in sight. */
export const binFloorMm = (rimMm: number): number => 3 + 0.4 * Math.max(0, rimMm - 15)
const wallMm = 4

/** Finds a place for one more piece in a bin: inside its walls, as low as a few seeded tries allow, on top of what lies there. */
export function heapPose(
  rect: Rect,
  rimMm: number,
  size: PieceSize,
  lying: readonly Piece[],
  random: Random,
): PiecePose {
  const inside = growRect(rect, -wallMm)
  const floorMm = binFloorMm(rimMm)
  let best: PiecePose | null = null
  for (let attempt = 0; attempt < 10; attempt++) {
    const along = inside.w >= inside.h ? 0 : Math.PI / 2
    const fits = Math.max(size.lengthMm, size.widthMm) < 0.8 * Math.min(inside.w, inside.h)
    const yaw = fits
      ? random.between(-Math.PI, Math.PI)
      : along + random.between(-0.12, 0.12) + (random.chance(0.5) ? Math.PI : 0)
    const reachX = (Math.abs(Math.cos(yaw)) * size.lengthMm + Math.abs(Math.sin(yaw)) * size.widthMm) / 2
    const reachY = (Math.abs(Math.sin(yaw)) * size.lengthMm + Math.abs(Math.cos(yaw)) * size.widthMm) / 2
    const free = { w: Math.max(0, inside.w / 2 - reachX), h: Math.max(0, inside.h / 2 - reachY) }
    const centre = rectCentre(inside)
    const pose = {
      x: centre.x + random.between(-free.w, free.w),
      y: centre.y + random.between(-free.h, free.h),
      z: floorMm,
      yaw,
      tilt: 0,
    }
    pose.z = Math.min(heapHeight(pose, size, lying, floorMm), Math.max(rimMm, 15))
    pose.tilt = pose.z > floorMm + 0.5 ? random.between(-0.14, 0.14) : 0
    if (!best || pose.z < best.z) best = pose
  }
  if (!best) throw new Error('A heap offers a place after at least one try.')
  return best
}

/** The height that a piece at this place rests on: the bin's floor or the pieces below it. */
function heapHeight(pose: PiecePose, size: PieceSize, lying: readonly Piece[], floorMm: number): number {
  let height = floorMm
  for (const other of lying) {
    const apart = Math.hypot(other.aim.x - pose.x, other.aim.y - pose.y)
    if (apart < 0.8 * (girth(size) + girth(other.size)))
      height = Math.max(height, other.aim.z + 0.55 * other.size.thicknessMm)
  }
  return height
}

/** Half the side of a square that covers as much as the piece. */
const girth = (size: PieceSize): number => Math.sqrt(size.lengthMm * size.widthMm) / 2

/** How far a point on the table is from the piece's middle line, in mm. */
export function distanceToPiece(piece: Piece, x: number, y: number): number {
  const half = Math.max(0, piece.size.lengthMm - piece.size.widthMm) / 2
  const dx = x - piece.pose.x
  const dy = y - piece.pose.y
  const along = dx * Math.cos(piece.pose.yaw) + dy * Math.sin(piece.pose.yaw)
  const clamped = Math.min(half, Math.max(-half, along))
  return Math.hypot(dx - clamped * Math.cos(piece.pose.yaw), dy - clamped * Math.sin(piece.pose.yaw))
}
