// Moves a simulated worker's hand: turns commands such as "pick from this bin" into strokes with human timing.
import type { BenchLayout, Bin } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { type Point, type Rect, rectCentre } from '../../../src-domain/geometry/rect.ts'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import { type HandPose, naturalYaw, parkedHand, pointerReachMm } from '../hand/handPose.ts'
import { type HandShape, openHand, pinchingHand, pointingHand } from '../hand/handShape.ts'
import type { Random } from '../random.ts'
import { binFloorMm } from '../world/piece.ts'
import type { Persona } from './persona.ts'
import { alongStroke, copyPose, movingPose, type Stroke, type StrokeGoal } from './stroke.ts'

/** Travel height of a hand over rims and work, and height of its fingertips when they grip or press, mm. */
const clearMm = 55
const takeMm = 14
const pressRestMs = 950
/** How far a hand withdraws from its target before the next action, mm. */
const awayMm = 130

export type Puppet = {
  /** The hand's current pose; the same object every time. */
  readonly pose: HandPose
  readonly isIdle: () => boolean
  readonly step: (dtMs: number) => void
  readonly react: () => void
  readonly pick: (bin: Bin) => void
  /** Opens over a zone or a bin with its working surface at `heightMm`, and withdraws. */
  readonly place: (rect: Rect, heightMm: number) => void
  /** Picks up again what it placed last, on a working surface at `heightMm`. */
  readonly takeUp: (heightMm: number) => void
  readonly press: (rect: Rect) => void
  /** Holds the part up for a while, as if looking at it. */
  readonly ponder: () => void
  /** Reaches for the bin and stops half way. */
  readonly hesitate: (bin: Bin) => void
  /** Reaches into the bin and withdraws with open fingers. */
  readonly withdraw: (bin: Bin) => void
  /** Passes over a row of bins, from beside the first to beyond the last, without stopping. */
  readonly sweep: (first: Bin, last: Bin) => void
  /** Moves to rest, with whatever it holds. */
  readonly rest: () => void
}

/** A hand at rest at its worker's edge. All randomness comes from `random`. */
export function createPuppet(hand: Hand, layout: BenchLayout, persona: Persona, random: Random): Puppet {
  const home = parkedHand(hand, layout.table.h)
  const steady = movingPose(home)
  const pose = movingPose(home)
  let from: HandPose = movingPose(home)
  let end: HandPose = home
  const queue: Stroke[] = []
  let elapsedMs = 0
  let ageMs = 0
  let resting = true
  let laidAt: Point = home
  const phase = [random.between(0, 6.3), random.between(0, 6.3), random.between(0, 6.3)] as const

  const around = (value: number): number => value * Math.max(0.6, 1 + 0.12 * random.normal())
  function play(to: StrokeGoal, durationMs: number, liftMm = 0): void {
    queue.push({ to, durationMs: Math.max(1, durationMs), liftMm })
    end = { ...end, ...to }
    resting = false
  }
  const wait = (ms: number): void => play({}, ms)
  function reach(point: Point, z: number, more: StrokeGoal = {}): void {
    const apart = Math.hypot(point.x - end.x, point.y - end.y, z - end.z)
    const yaw = naturalYaw(hand, point, layout.table.h)
    play(
      { x: point.x, y: point.y, z, yaw, ...more },
      around(170 + (1000 * apart) / persona.speedMmPerS),
      10 + 0.05 * apart,
    )
  }
  const fingers = (shape: HandShape): void => play({ shape }, around(persona.gripMs))
  const within = ({ x, y, w, h }: Rect): Point => ({
    x: x + w * (0.5 + random.between(-0.2, 0.2)),
    y: y + h * (0.52 + random.between(-0.16, 0.16)),
  })
  const over = ({ rimMm }: Bin): number => Math.max(rimMm, 20) + clearMm

  function reachInto(bin: Bin): Point {
    const spot = within(bin.rect)
    reach(spot, over(bin), { pitch: 0.16, roll: 0.3, shape: openHand })
    play({ z: binFloorMm(bin.rimMm) + takeMm, pitch: 0.24 }, around(240))
    return spot
  }

  return {
    pose,
    isIdle: () => queue.length === 0,
    step(dtMs) {
      ageMs += dtMs
      elapsedMs += dtMs
      for (let stroke = queue[0]; stroke && elapsedMs >= stroke.durationMs; stroke = queue[0]) {
        alongStroke(from, stroke, 1, steady)
        from = movingPose(steady)
        elapsedMs -= stroke.durationMs
        queue.shift()
      }
      const stroke = queue[0]
      if (stroke) alongStroke(from, stroke, elapsedMs / stroke.durationMs, steady)
      else elapsedMs = 0
      copyPose(steady, pose)
      // Two sine waves: a tremor of about 6 Hz on a slow sway.
      const s = ageMs / 1000
      pose.x += persona.tremorMm * (0.7 * Math.sin(37 * s + phase[0]) + Math.sin(4.1 * s + phase[1]))
      pose.y += persona.tremorMm * (0.7 * Math.sin(41 * s + phase[1]) + Math.sin(3.3 * s + phase[2]))
      pose.z += persona.tremorMm * (0.5 * Math.sin(39 * s + phase[2]) + Math.sin(2.7 * s + phase[0]))
    },
    react: () => wait(Math.max(60, persona.reactionMs + persona.reactionSpreadMs * random.normal())),
    pick(bin) {
      const spot = reachInto(bin)
      fingers(pinchingHand)
      wait(around(persona.holdMs))
      play({ x: spot.x, y: spot.y + 12, z: over(bin), pitch: 0.18 }, around(260))
      reach({ x: spot.x * 0.7, y: bin.rect.y + bin.rect.h + awayMm }, over(bin))
    },
    place(rect, heightMm) {
      const spot = within(rect)
      laidAt = spot
      reach(spot, heightMm + clearMm, { pitch: 0.18, roll: 0.28 })
      play({ z: heightMm + takeMm, pitch: 0.24 }, around(260))
      fingers(openHand)
      wait(around(120))
      play({ y: spot.y + 25, z: heightMm + clearMm, pitch: 0.16 }, around(260))
      reach({ x: spot.x, y: rect.y + rect.h + awayMm }, heightMm + clearMm)
    },
    takeUp(heightMm) {
      reach(laidAt, heightMm + clearMm, { pitch: 0.18, roll: 0.28, shape: openHand })
      play({ z: heightMm + takeMm, pitch: 0.24 }, around(260))
      fingers(pinchingHand)
      wait(around(persona.holdMs))
      play({ y: laidAt.y + 40, z: heightMm + clearMm, pitch: 0.16 }, around(260))
    },
    press(rect) {
      const centre = rectCentre(rect)
      const yaw = naturalYaw(hand, centre, layout.table.h)
      const before = { x: centre.x - pointerReachMm * Math.sin(yaw), y: centre.y + pointerReachMm * Math.cos(yaw) }
      reach(before, 25, { yaw, pitch: 0.22, roll: 0.25, shape: pointingHand })
      play({ z: -22 }, around(200))
      wait(around(pressRestMs))
      play({ z: 40 }, around(220))
      reach({ x: before.x, y: before.y + 110 }, 45, { shape: openHand })
    },
    ponder() {
      wait(around(700))
    },
    hesitate(bin) {
      const spot = within(bin.rect)
      reach({ x: (end.x + spot.x) / 2, y: (end.y + spot.y) / 2 + 40 }, over(bin))
      wait(random.between(900, 2200))
    },
    withdraw(bin) {
      const spot = reachInto(bin)
      wait(random.between(250, 600))
      play({ z: over(bin), pitch: 0.16 }, around(240))
      reach({ x: spot.x, y: bin.rect.y + bin.rect.h + awayMm }, over(bin))
      wait(random.between(200, 500))
    },
    sweep(first, last) {
      const [a, b] = [rectCentre(first.rect), rectCentre(last.rect)]
      const outwards = Math.sign(a.x - b.x) || 1
      const height = Math.max(over(first), over(last))
      reach({ x: a.x + outwards * (first.rect.w / 2 + 45), y: a.y }, height, { shape: openHand })
      reach({ x: b.x - outwards * (last.rect.w / 2 + 45), y: b.y }, height)
    },
    rest() {
      if (resting) return
      const apart = Math.hypot(home.x - end.x, home.y - end.y)
      const { shape: _kept, ...place } = home
      play(place, around(300 + (1000 * apart) / persona.speedMmPerS), 15)
      resting = true
    },
  }
}
