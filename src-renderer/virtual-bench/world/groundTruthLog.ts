// Records the ground truth log of the bench from the hands' own motion, in the format of the recorded footage's truth
// files.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { growRect, type Point, rectContains } from '../../../src-domain/geometry/rect.ts'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import type { Point3 } from '../pinholeCamera.ts'

/** What a hand did, with times in ms of the bench's own clock. A place outside every zone and bin has no target. */
export type TruthEvent =
  | {
      readonly type: 'pick' | 'removal'
      readonly target: string
      readonly hand: Hand
      readonly reachMs: number
      readonly graspMs: number
      readonly closedMs: number
      readonly awayMs: number
    }
  | {
      readonly type: 'place'
      readonly target: string | null
      readonly hand: Hand
      readonly releaseMs: number
      readonly openMs: number
      readonly awayMs: number
    }
  | {
      readonly type: 'press'
      readonly target: string
      readonly hand: Hand
      readonly startMs: number
      readonly endMs: number
    }
  | {
      readonly type: 'abort'
      readonly target: string
      readonly hand: Hand
      readonly reachMs: number
      readonly awayMs: number
    }
  | {
      readonly type: 'sweep'
      readonly target: readonly [from: string, to: string]
      readonly hand: Hand
      readonly startMs: number
      readonly endMs: number
    }

/** The state of one hand at one time. `held` is the id of the part in it. */
type HandMoment = {
  readonly grip: Point3
  readonly indexTip: Point3
  readonly opening: number
  readonly held: number | null
}

const stopMmPerS = 130
const stopMs = 120
const restMmPerS = 60
const pressMs = 500
const pressHeightMm = 55
const leaveMm = 15
const sweepGapMs = 450

export type GroundTruthLog = {
  readonly events: readonly TruthEvent[]
  /** Adds the state of one hand at `atMs`; times must increase for each hand. */
  readonly observe: (atMs: number, hand: Hand, moment: HandMoment) => void
  readonly clear: () => void
}

type Visit = {
  readonly target: string
  readonly kind: 'bin' | 'zone'
  readonly sinceMs: number
  stoppedMs: number
  grasp: { graspMs: number; closedMs: number } | null
  readonly emptyHanded: boolean
}
type Release = { readonly target: string | null; readonly at: Point; readonly releaseMs: number; openMs: number }
type Memory = {
  lastMs: number
  readonly lastGrip: { x: number; y: number }
  readonly lastTip: { x: number; y: number }
  speed: number
  tipSpeed: number
  held: number | null
  openSinceMs: number
  closedUntilMs: number
  visit: Visit | null
  release: Release | null
  passed: { readonly bins: string[]; readonly startMs: number; endMs: number } | null
  rest: { readonly target: string; readonly startMs: number } | null
}

/** Starts an empty log for one bench. */
export function createGroundTruthLog(layout: BenchLayout): GroundTruthLog {
  const events: TruthEvent[] = []
  const memories: Record<Hand, Memory | null> = { left: null, right: null }
  const targets = [
    ...layout.bins.map(({ id, rect }) => ({ id, rect, grown: growRect(rect, leaveMm), kind: 'bin' as const })),
    ...layout.zones.map(({ id, rect }) => ({ id, rect, grown: growRect(rect, leaveMm), kind: 'zone' as const })),
  ]

  function follow(memory: Memory, atMs: number, moment: HandMoment): void {
    const dtS = (atMs - memory.lastMs) / 1000
    const share = 1 - Math.exp(-dtS / 0.05)
    const speedOf = (from: Point, to: Point): number => Math.hypot(to.x - from.x, to.y - from.y) / dtS
    memory.speed += (speedOf(memory.lastGrip, moment.grip) - memory.speed) * share
    memory.tipSpeed += (speedOf(memory.lastTip, moment.indexTip) - memory.tipSpeed) * share
    memory.lastMs = atMs
    memory.lastGrip.x = moment.grip.x
    memory.lastGrip.y = moment.grip.y
    memory.lastTip.x = moment.indexTip.x
    memory.lastTip.y = moment.indexTip.y
    if (moment.opening > 0.95) memory.openSinceMs = atMs
    if (moment.opening < 0.05) memory.closedUntilMs = atMs
  }

  function endVisit(memory: Memory, hand: Hand, atMs: number, held: number | null): void {
    const visit = memory.visit
    if (!visit) return
    memory.visit = null
    if (visit.grasp && held !== null) {
      events.push({
        type: visit.kind === 'bin' ? 'pick' : 'removal',
        target: visit.target,
        hand,
        reachMs: visit.sinceMs,
        ...visit.grasp,
        awayMs: atMs,
      })
    } else if (visit.kind === 'bin' && visit.emptyHanded && !visit.grasp) {
      if (visit.stoppedMs >= stopMs)
        events.push({ type: 'abort', target: visit.target, hand, reachMs: visit.sinceMs, awayMs: atMs })
      else passOver(memory, visit, atMs)
    }
  }

  function passOver(memory: Memory, visit: Visit, atMs: number): void {
    memory.passed ??= { bins: [], startMs: visit.sinceMs, endMs: atMs }
    memory.passed.bins.push(visit.target)
    memory.passed.endMs = atMs
  }

  function endSweep(memory: Memory, hand: Hand): void {
    const passed = memory.passed
    memory.passed = null
    const [first, last] = [passed?.bins[0], passed?.bins.at(-1)]
    if (passed && first !== undefined && last !== undefined && passed.bins.length > 1) {
      events.push({ type: 'sweep', target: [first, last], hand, startMs: passed.startMs, endMs: passed.endMs })
    }
  }

  function watchTargets(memory: Memory, hand: Hand, atMs: number, moment: HandMoment): void {
    const inside = memory.visit && targets.find(({ id }) => id === memory.visit?.target)
    if (inside && !rectContains(inside.grown, moment.grip)) endVisit(memory, hand, atMs, moment.held)
    if (!memory.visit) {
      const entered = targets.find(({ rect }) => rectContains(rect, moment.grip))
      if (entered) {
        memory.visit = {
          target: entered.id,
          kind: entered.kind,
          sinceMs: atMs,
          stoppedMs: 0,
          grasp: null,
          emptyHanded: moment.held === null,
        }
      }
    }
    if (memory.passed && (memory.visit ? memory.visit.stoppedMs > stopMs : atMs - memory.passed.endMs > sweepGapMs))
      endSweep(memory, hand)
  }

  function watchGrip(memory: Memory, atMs: number, moment: HandMoment): void {
    const visit = memory.visit
    if (moment.held !== null && memory.held === null && visit)
      visit.grasp = { graspMs: memory.openSinceMs, closedMs: atMs }
    if (visit?.grasp && moment.opening > 0.05 && atMs - visit.grasp.closedMs < 400 && moment.held !== null)
      visit.grasp.closedMs = atMs
    if (moment.held === null && memory.held !== null) {
      if (visit) visit.grasp = null
      memory.release = {
        target: visit?.target ?? null,
        at: { x: moment.grip.x, y: moment.grip.y },
        releaseMs: memory.closedUntilMs,
        openMs: atMs,
      }
    }
    memory.held = moment.held
  }

  function watchRelease(memory: Memory, hand: Hand, atMs: number, moment: HandMoment): void {
    const release = memory.release
    if (!release) return
    if (moment.opening < 0.95 && atMs - release.openMs < 400) release.openMs = atMs
    const gone =
      Math.hypot(moment.grip.x - release.at.x, moment.grip.y - release.at.y) > 60 ||
      memory.visit?.target !== (release.target ?? undefined)
    if (!gone) return
    memory.release = null
    events.push({
      type: 'place',
      target: release.target,
      hand,
      releaseMs: release.releaseMs,
      openMs: release.openMs,
      awayMs: atMs,
    })
  }

  function watchButtons(memory: Memory, hand: Hand, atMs: number, moment: HandMoment): void {
    const tip = moment.indexTip
    const resting = memory.tipSpeed < restMmPerS && tip.z < pressHeightMm && moment.held === null
    const button = layout.buttons.find(({ rect }) => rectContains(rect, tip))
    if (memory.rest && (!button || memory.rest.target !== button.id || memory.tipSpeed > 2 * restMmPerS)) {
      const { target, startMs } = memory.rest
      memory.rest = null
      if (atMs - startMs >= pressMs) events.push({ type: 'press', target, hand, startMs, endMs: atMs })
    }
    if (!memory.rest && button && resting) memory.rest = { target: button.id, startMs: atMs }
  }

  return {
    events,
    observe(atMs, hand, moment) {
      const memory = memories[hand]
      if (!memory) {
        memories[hand] = newMemory(atMs, moment)
        return
      }
      if (atMs <= memory.lastMs) return
      const dtMs = atMs - memory.lastMs
      follow(memory, atMs, moment)
      watchTargets(memory, hand, atMs, moment)
      if (memory.visit && memory.speed < stopMmPerS) memory.visit.stoppedMs += dtMs
      watchGrip(memory, atMs, moment)
      watchRelease(memory, hand, atMs, moment)
      watchButtons(memory, hand, atMs, moment)
    },
    clear() {
      events.length = 0
      memories.left = null
      memories.right = null
    },
  }
}

const newMemory = (atMs: number, { grip, indexTip, held }: HandMoment): Memory => ({
  lastMs: atMs,
  lastGrip: { x: grip.x, y: grip.y },
  lastTip: { x: indexTip.x, y: indexTip.y },
  speed: 0,
  tipSpeed: 0,
  held,
  openSinceMs: atMs,
  closedUntilMs: atMs,
  visit: null,
  release: null,
  passed: null,
  rest: null,
})
