// Simulates what hands do to parts: pick them from bins, carry them, put them down. Without rendering and without a
// clock.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { growRect, rectContains } from '../../../src-domain/geometry/rect.ts'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import type { Point3 } from '../pinholeCamera.ts'
import { createRandom } from '../random.ts'
import { binFloorMm, distanceToPiece, heapPose, type Piece, type PiecePose, type PieceSize } from './piece.ts'

export const bothHands: readonly Hand[] = ['left', 'right']

/** Parts of one kind in one bin. */
export type Lot = { readonly bin: string; readonly count: number; readonly size: PieceSize }

/**
 * The state of a hand that the simulation uses: the point between the fingertips, its yaw in radians, and its opening
 * (0 grips, 1 open).
 */
export type HandSense = { readonly grip: Point3; readonly yaw: number; readonly opening: number }

export type BenchWorld = {
  readonly pieces: readonly Piece[]
  /** Advances by `dtMs` with the hands in this state. */
  readonly step: (dtMs: number, hands: Readonly<Record<Hand, HandSense>>) => void
  readonly heldBy: (hand: Hand) => Piece | null
  readonly countIn: (bin: string) => number
  /**
   * Removes finished work and everything loose on the table, and refills bins that run low. Parts in hands and bins
   * stay.
   */
  readonly clearWork: () => void
  /** Restores the initial state. */
  readonly reset: () => void
}

/** A hand grips when its opening falls below the first value and releases when it rises above the second. */
const gripsBelow = 0.4
const letsGoAbove = 0.55
/** How far around its fingertips, and how far above them, an open hand reaches a loose part, in mm. */
const findMm = 26
const findAboveMm = 70
const settleMs = 70
/** A bin with fewer parts is refilled when work is cleared. */
const runsLowBelow = 3

/**
 * Makes the initial state. The same seed and the same steps give the same result.
 * @throws when a lot names a bin that the layout does not have.
 */
export function createBenchWorld(layout: BenchLayout, lots: readonly Lot[], seed: number): BenchWorld {
  let random = createRandom(seed)
  const pieces: Piece[] = []
  const held: Record<Hand, Piece | null> = { left: null, right: null }
  const armed: Record<Hand, boolean> = { left: false, right: false }
  const bin = (id: string) => layout.bins.find((candidate) => candidate.id === id)
  const lyingIn = (id: string): Piece[] =>
    pieces.filter((piece) => typeof piece.where === 'object' && 'bin' in piece.where && piece.where.bin === id)

  function setOut(): void {
    random = createRandom(seed)
    pieces.length = 0
    for (const hand of bothHands) {
      held[hand] = null
      armed[hand] = false
    }
    for (const [lot, { bin: id, count, size }] of lots.entries()) {
      const home = bin(id)
      if (!home) throw new Error(`The stock names a bin "${id}" that the layout does not have.`)
      for (let i = 0; i < count; i++) {
        const pose = heapPose(home.rect, home.rimMm, size, lyingIn(id), random)
        pieces.push({ id: pieces.length, lot, size, pose: { ...pose }, aim: pose, where: { bin: id } })
      }
    }
  }

  /** Refills a bin that runs low with parts that were removed as finished work. */
  function refill(lot: number, { bin: id, size }: Lot): void {
    const home = bin(id)
    if (!home || lyingIn(id).length >= runsLowBelow) return
    for (const piece of pieces) {
      if (piece.lot !== lot || piece.where !== 'gone') continue
      Object.assign(piece.aim, heapPose(home.rect, home.rimMm, size, lyingIn(id), random))
      Object.assign(piece.pose, piece.aim)
      piece.where = { bin: id }
    }
  }

  function grasp(hand: Hand, sense: HandSense): void {
    const piece = nearestPiece(sense)
    if (!piece) return
    const from = piece.where
    piece.where = { hand }
    held[hand] = piece
    if (typeof from === 'object' && 'bin' in from) stir(from.bin, piece)
  }

  function nearestPiece({ grip }: HandSense): Piece | null {
    const overBin = layout.bins.find(({ rect, rimMm }) => rectContains(rect, grip) && grip.z < rimMm + findAboveMm)
    const candidates = overBin ? lyingIn(overBin.id) : pieces.filter((piece) => piece.where === 'table')
    let best: { piece: Piece; cost: number } | null = null
    for (const piece of candidates) {
      const apart = distanceToPiece(piece, grip.x, grip.y)
      if (!overBin && (apart > findMm || grip.z > piece.pose.z + findAboveMm)) continue
      const cost = apart - piece.pose.z
      if (!best || cost < best.cost) best = { piece, cost }
    }
    return best?.piece ?? null
  }

  /** Neighbours of a picked part move aside slightly and sink. */
  function stir(id: string, taken: Piece): void {
    const home = bin(id)
    if (!home) return
    const inside = growRect(home.rect, -8)
    for (const piece of lyingIn(id)) {
      const apart = Math.hypot(piece.aim.x - taken.pose.x, piece.aim.y - taken.pose.y)
      if (apart > 55) continue
      const push = 5 * (1 - apart / 55)
      piece.aim.x = clamp(piece.aim.x + push * random.normal(), inside.x, inside.x + inside.w)
      piece.aim.y = clamp(piece.aim.y + push * random.normal(), inside.y, inside.y + inside.h)
      piece.aim.yaw += 0.05 * push * random.normal()
      if (apart < 30 && piece.aim.z > taken.pose.z)
        piece.aim.z = Math.max(binFloorMm(home.rimMm), piece.aim.z - 0.5 * taken.size.thicknessMm)
    }
  }

  function letGo(hand: Hand): void {
    const piece = held[hand]
    if (!piece) return
    held[hand] = null
    Object.assign(piece.aim, piece.pose, { tilt: 0 })
    const into = layout.bins.find(({ rect }) => rectContains(rect, piece.pose))
    piece.where = into ? { bin: into.id } : 'table'
    piece.aim.z = into ? heapPose(into.rect, into.rimMm, piece.size, lyingIn(into.id), random).z : supportUnder(piece)
  }

  /** The height at which a loose piece comes to rest: its zone's surface, the table, or work below it, in mm. */
  function supportUnder(piece: Piece): number {
    const zone = layout.zones.find(({ rect }) => rectContains(rect, piece.pose))
    let height = zone?.heightMm ?? 0
    for (const other of pieces) {
      if (other === piece || other.where !== 'table') continue
      const beneath =
        distanceToPiece(other, piece.pose.x, piece.pose.y) < 0.4 * (other.size.widthMm + piece.size.widthMm)
      if (beneath) height = Math.max(height, other.aim.z + 0.8 * other.size.thicknessMm)
    }
    return height
  }

  function carry(piece: Piece, { grip, yaw }: HandSense, share: number): void {
    const { aim } = piece
    aim.x = grip.x
    aim.y = grip.y
    aim.z = grip.z - piece.size.thicknessMm / 2
    // A gripped part turns until its long side lies across the fingers.
    aim.yaw = yaw + Math.PI * Math.round((piece.pose.yaw - yaw) / Math.PI)
    aim.tilt = 0
    approach(piece, share)
  }

  const carried = { left: { x: 0, y: 0, z: 0 }, right: { x: 0, y: 0, z: 0 } }
  setOut()
  return {
    pieces,
    step(dtMs, hands) {
      const share = 1 - Math.exp(-dtMs / settleMs)
      for (const hand of bothHands) {
        const sense = hands[hand]
        if (sense.opening > letsGoAbove) {
          letGo(hand)
          armed[hand] = true
        } else if (sense.opening < gripsBelow && armed[hand]) {
          armed[hand] = false
          grasp(hand, sense)
          Object.assign(carried[hand], sense.grip)
        }
        const piece = held[hand]
        if (!piece) continue
        // The part follows the hand at once and slides between the fingertips meanwhile.
        piece.pose.x += sense.grip.x - carried[hand].x
        piece.pose.y += sense.grip.y - carried[hand].y
        piece.pose.z += sense.grip.z - carried[hand].z
        Object.assign(carried[hand], sense.grip)
        carry(piece, sense, share)
      }
      for (const piece of pieces) if (piece !== held.left && piece !== held.right) approach(piece, share)
    },
    heldBy: (hand) => held[hand],
    countIn: (id) =>
      pieces.reduce(
        (count, { where }) => count + (typeof where === 'object' && 'bin' in where && where.bin === id ? 1 : 0),
        0,
      ),
    clearWork() {
      for (const piece of pieces) if (piece.where === 'table') piece.where = 'gone'
      for (const [lot, what] of lots.entries()) refill(lot, what)
    },
    reset: setOut,
  }
}

function approach({ pose, aim }: { readonly pose: PiecePose; readonly aim: PiecePose }, share: number): void {
  pose.x += (aim.x - pose.x) * share
  pose.y += (aim.y - pose.y) * share
  pose.z += (aim.z - pose.z) * share
  pose.yaw += (aim.yaw - pose.yaw) * share
  pose.tilt += (aim.tilt - pose.tilt) * share
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
