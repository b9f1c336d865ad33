// One part on the bench, and how parts are heaped in a bin.
import { growRect, type Rect, rectCentre } from '../../../src-domain/geometry/rect.ts'
import type { Random } from '../random.ts'

/** The dimensions of a lying part: `lengthMm` along its own x axis. */
export type PieceSize = { readonly lengthMm: number; readonly widthMm: number; readonly thicknessMm: number }

/**
 * A resting pose: mm on the table, z of the underside; yaw in radians, positive clockwise seen from above; tilt lifts
 * the x axis.
 */
export type PiecePose = { x: number; y: number; z: number; yaw: number; tilt: number }

export type Piece = {
  readonly id: number
  /** Index of its lot in the stock. */
  readonly lot: number
  readonly size: PieceSize
  readonly pose: PiecePose
  /** The pose it moves towards: equal to `pose` when it is at rest. */
  readonly aim: PiecePose
  /** Whether it is in a bin, in a hand, loose on the table, or removed with finished work. */
  where: { readonly bin: string } | { readonly hand: 'left' | 'right' } | 'table' | 'gone'
}

/** The height of a bin's floor, mm: raised in a deep bin, so that its parts stay visible and within reach. */
export const binFloorMm = (rimMm: number): number => 3 + 0.4 * Math.max(0, rimMm - 15)
const wallMm = 4

/**
 * Finds a pose for one more piece in a bin: inside its walls, on top of the others, as low as a few random tries allow.
 */
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

/** The height that a piece at this pose rests on: the bin's floor or the pieces below it, in mm. */
function heapHeight(pose: PiecePose, size: PieceSize, lying: readonly Piece[], floorMm: number): number {
  let height = floorMm
  for (const other of lying) {
    const apart = Math.hypot(other.aim.x - pose.x, other.aim.y - pose.y)
    if (apart < 0.8 * (girth(size) + girth(other.size)))
      height = Math.max(height, other.aim.z + 0.55 * other.size.thicknessMm)
  }
  return height
}

/** Half the side of a square with the same area as the piece, in mm. */
const girth = (size: PieceSize): number => Math.sqrt(size.lengthMm * size.widthMm) / 2

/** The distance of a point on the table from the piece's centre line, in mm. */
export function distanceToPiece(piece: Piece, x: number, y: number): number {
  const half = Math.max(0, piece.size.lengthMm - piece.size.widthMm) / 2
  const dx = x - piece.pose.x
  const dy = y - piece.pose.y
  const along = dx * Math.cos(piece.pose.yaw) + dy * Math.sin(piece.pose.yaw)
  const clamped = Math.min(half, Math.max(-half, along))
  return Math.hypot(dx - clamped * Math.cos(piece.pose.yaw), dy - clamped * Math.sin(piece.pose.yaw))
}
