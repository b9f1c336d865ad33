// Decides what a simulated worker does: works off goals as a beginner, a learner or an expert, including mistakes.
import type { BenchLayout, Bin } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { type Point, rectCentre } from '../../../src-domain/geometry/rect.ts'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import type { HandDriver } from '../hand/handDriver.ts'
import { createRandom } from '../random.ts'
import { binFloorMm } from '../world/piece.ts'
import type { Persona } from './persona.ts'
import { createPuppet } from './puppet.ts'

/**
 * What the worker should do next. `target` is the id of a bin (pick), of a zone or bin (place), or of a button (press).
 */
export type Goal =
  | { readonly kind: 'pick' | 'place' | 'press'; readonly target: string }
  | { readonly kind: 'wait'; readonly ms: number }

/**
 * A deliberate mistake before the goal number `atGoal` (from 0), which is then done correctly. wrongBin: picks from
 * `target`, or a neighbouring bin, and puts the part back; withdraw: reaches into the bin and leaves empty-handed;
 * hesitate: stops half way; sweep: passes over a row of bins.
 */
export type ScheduledMistake = {
  readonly atGoal: number
  readonly kind: 'wrongBin' | 'withdraw' | 'hesitate' | 'sweep'
  readonly target?: string
}

export type AutopilotSetup = {
  readonly layout: BenchLayout
  readonly persona: Persona
  /** Called whenever the worker is free; at null the hands rest and it is called again at the next step. */
  readonly nextGoal: () => Goal | null
  readonly mistakes?: readonly ScheduledMistake[]
  readonly seed: number
  /** The hand that works, right by default; with `both` the one on the target's side. */
  readonly works?: Hand | 'both'
}

/** Makes a driver. It moves only when stepped, and the same setup gives the same movement. */
export function createAutopilot(setup: AutopilotSetup): HandDriver {
  const { layout, persona } = setup
  const works = setup.works ?? 'right'
  const random = createRandom(setup.seed)
  const puppets = {
    left: createPuppet('left', layout, persona, random.fork()),
    right: createPuppet('right', layout, persona, random.fork()),
  }
  const poses = { left: puppets.left.pose, right: puppets.right.pose }
  const centreOf = ({ rect }: { readonly rect: Bin['rect'] }): Point => rectCentre(rect)
  let goals = 0
  let carrying: { readonly hand: Hand; readonly from: Bin } | null = null
  let laidOn: string | null = null
  let waitMs = 0

  const binOf = (id: string): Bin =>
    found(
      layout.bins.find((bin) => bin.id === id),
      id,
    )
  const surfaceOf = (id: string) => {
    const zone = layout.zones.find((candidate) => candidate.id === id)
    if (zone) return { rect: zone.rect, heightMm: zone.heightMm }
    const bin = binOf(id)
    return { rect: bin.rect, heightMm: binFloorMm(bin.rimMm) + 10 }
  }
  const handFor = (x: number): Hand => carrying?.hand ?? (works === 'both' ? (x < 0 ? 'left' : 'right') : works)
  function putBack(): void {
    if (!carrying) return
    const { rect, heightMm } = surfaceOf(carrying.from.id)
    puppets[carrying.hand].place(rect, heightMm)
    carrying = null
  }

  function mistakeNow(): Omit<ScheduledMistake, 'atGoal'> | null {
    const scheduled = setup.mistakes?.find(({ atGoal }) => atGoal === goals)
    if (scheduled) return scheduled
    if (random.chance(persona.wrongPick)) return { kind: 'wrongBin' }
    if (random.chance(persona.withdrawal)) return { kind: 'withdraw' }
    return random.chance(persona.hesitation) ? { kind: 'hesitate' } : null
  }

  function err(hand: Hand, bin: Bin): void {
    const mistake = mistakeNow()
    const puppet = puppets[hand]
    const byDistance = layout.bins
      .filter(({ id }) => id !== bin.id)
      .sort((a, b) => Math.abs(centreOf(a).x - centreOf(bin).x) - Math.abs(centreOf(b).x - centreOf(bin).x))
    if (mistake?.kind === 'hesitate') puppet.hesitate(bin)
    if (mistake?.kind === 'withdraw') puppet.withdraw(bin)
    const [nearest, farthest] = [byDistance[0], byDistance.at(-1)]
    if (mistake?.kind === 'wrongBin' && nearest) {
      const wrong = mistake.target === undefined ? nearest : binOf(mistake.target)
      puppet.pick(wrong)
      puppet.ponder()
      carrying = { hand, from: wrong }
      putBack()
    }
    if (mistake?.kind === 'sweep' && farthest) puppet.sweep(farthest, bin)
  }

  function pursue(goal: Exclude<Goal, { kind: 'wait' }>): void {
    if (goal.kind === 'pick') {
      const bin = binOf(goal.target)
      putBack()
      const hand = handFor(centreOf(bin).x)
      begin(hand)
      err(hand, bin)
      puppets[hand].pick(bin)
      carrying = { hand, from: bin }
    } else if (goal.kind === 'place') {
      const { rect, heightMm } = surfaceOf(goal.target)
      const hand = handFor(rectCentre(rect).x)
      begin(hand)
      // When asked to place a part that already lies there, the worker picks it up and places it again.
      if (carrying === null && laidOn === goal.target) puppets[hand].takeUp(heightMm)
      puppets[hand].place(rect, heightMm)
      carrying = null
      laidOn = goal.target
    } else {
      const button = found(
        layout.buttons.find(({ id }) => id === goal.target),
        goal.target,
      )
      const hand = handFor(centreOf(button).x)
      begin(hand)
      puppets[hand].press(button.rect)
    }
  }

  function begin(hand: Hand): void {
    puppets[hand === 'left' ? 'right' : 'left'].rest()
    puppets[hand].react()
  }

  return {
    step(dtMs) {
      waitMs = Math.max(0, waitMs - dtMs)
      if (waitMs === 0 && puppets.left.isIdle() && puppets.right.isIdle()) {
        const goal = setup.nextGoal()
        if (goal?.kind === 'wait') waitMs = goal.ms
        else if (goal) pursue(goal)
        else for (const puppet of [puppets.left, puppets.right]) puppet.rest()
        if (goal) goals += 1
      }
      puppets.left.step(dtMs)
      puppets.right.step(dtMs)
      return poses
    },
  }
}

function found<T>(thing: T | undefined, id: string): T {
  if (thing === undefined) throw new Error(`A goal names "${id}", which the bench does not have.`)
  return thing
}
