// Scripts a hand's movement over a table and generates the tracker output for it: 1 px is 1 mm, so no camera model is needed.
import type { Point } from '../../../src-domain/geometry/rect.ts'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import { landmarkCount, type Pixel, type TrackedHand } from '../../../src-domain/perception/trackedHand.ts'

/** A hand at one moment: its grip point in mm, and its opening, 0 to 1. */
export type HandPose = { readonly grip: Point; readonly openness: number; readonly isSeen: boolean }
type Scene = { readonly ms: number; readonly pose: (share: number) => HandPose }

export type HandStory = {
  readonly lengthMs: number
  /** Moves with a minimum-jerk profile, slow at both ends. */
  readonly move: (x: number, y: number, ms: number) => HandStory
  /** Moves at constant speed, closing or opening to `to` on the way. */
  readonly glide: (x: number, y: number, ms: number, to?: number) => HandStory
  readonly wait: (ms: number) => HandStory
  /** Closes, by default completely: 0 is a fist, 1 an open hand. */
  readonly close: (ms?: number, to?: number) => HandStory
  readonly open: (ms?: number) => HandStory
  /** The tracker loses the hand for this time. */
  readonly hide: (ms: number) => HandStory
  /** Moves to a point without being seen on the way. */
  readonly hideAndMove: (x: number, y: number, ms: number) => HandStory
  readonly poseAt: (atMs: number) => HandPose | null
}

/** Begins a script with a hand that appears at this point. */
export function handAt(x: number, y: number, openness = 1): HandStory {
  return tell([], { grip: { x, y }, openness, isSeen: true })
}

const eased = (share: number) => share ** 3 * (10 - 15 * share + 6 * share ** 2)
const mix = (from: number, to: number, share: number) => from + share * (to - from)

function tell(scenes: readonly Scene[], now: HandPose): HandStory {
  const then = (ms: number, next: Partial<HandPose>, seen = true, ease = eased) => {
    const after = { ...now, ...next, isSeen: true }
    const pose = (share: number): HandPose => ({
      grip: {
        x: mix(now.grip.x, after.grip.x, ease(share)),
        y: mix(now.grip.y, after.grip.y, ease(share)),
      },
      openness: mix(now.openness, after.openness, ease(share)),
      isSeen: seen,
    })
    return tell([...scenes, { ms, pose }], after)
  }
  const linear = (share: number) => share
  return {
    lengthMs: scenes.reduce((sum, { ms }) => sum + ms, 0),
    move: (x, y, ms) => then(ms, { grip: { x, y } }),
    glide: (x, y, ms, to = now.openness) => then(ms, { grip: { x, y }, openness: to }, true, linear),
    wait: (ms) => then(ms, {}),
    close: (ms = 250, to = 0) => then(ms, { openness: to }),
    open: (ms = 250) => then(ms, { openness: 1 }),
    hide: (ms) => then(ms, {}, false),
    hideAndMove: (x, y, ms) => then(ms, { grip: { x, y } }, false),
    poseAt(atMs) {
      let fromMs = 0
      for (const { ms, pose } of scenes) {
        if (atMs < fromMs + ms) return pose((atMs - fromMs) / ms)
        fromMs += ms
      }
      return null
    },
  }
}

/** The tracker output of all hands at a constant frame rate, beginning at 1 s. */
export function framesOf(
  stories: Readonly<Partial<Record<Hand, HandStory>>>,
  fps = 25,
): { atMs: number; hands: TrackedHand[] }[] {
  const told = Object.entries(stories) as [Hand, HandStory][]
  const lengthMs = Math.max(...told.map(([, story]) => story.lengthMs))
  return Array.from({ length: Math.floor((lengthMs * fps) / 1000) }, (_, index) => {
    const atMs = (index * 1000) / fps
    const hands = told.flatMap(([hand, story]) => {
      const pose = story.poseAt(atMs)
      return pose?.isSeen === true ? [trackedHand(hand, pose)] : []
    })
    return { atMs: 1000 + atMs, hands }
  })
}

/**
 * Positions of each finger's root, middle joint and tip relative to the wrist, stretched and bent, for a right hand that points
 * away, in mm.
 */
const fingers = [
  { root: [-26, -86], middle: [-30, -128], open: [-34, -172], bent: [-24, -72] },
  { root: [-4, -90], middle: [-4, -135], open: [-4, -182], bent: [-4, -70] },
  { root: [16, -86], middle: [18, -126], open: [20, -168], bent: [16, -68] },
  { root: [34, -76], middle: [38, -104], open: [42, -136], bent: [30, -62] },
] as const
const thumb = { root: [-40, -38], open: [-72, -98], bent: [-30, -92] } as const

/** The tracker's output for one hand, with 1 px for 1 mm. */
export function trackedHand(hand: Hand, { grip, openness }: Pick<HandPose, 'grip' | 'openness'>): TrackedHand {
  const side = hand === 'right' ? 1 : -1
  const points: Pixel[] = [[0, 0]]
  const between = (a: Pixel, b: Pixel, share: number): Pixel => [mix(a[0], b[0], share), mix(a[1], b[1], share)]
  const thumbTip = between(thumb.bent, thumb.open, openness)
  points.push([-20, -16], thumb.root, between(thumb.root, thumbTip, 0.5), thumbTip)
  for (const { root, middle, open, bent } of fingers) {
    const tip = between(bent, open, openness)
    points.push(root, middle, between(middle, tip, 0.5), tip)
  }
  const [gx, gy] = [4, 8, 12].reduce<Pixel>(
    ([x, y], tip) => [x + (points[tip]?.[0] ?? 0) / 3, y + (points[tip]?.[1] ?? 0) / 3],
    [0, 0],
  )
  if (points.length !== landmarkCount) throw new Error('A hand has 21 landmarks.')
  return {
    hand,
    score: 0.99,
    landmarks: points.map(([x, y]) => [grip.x + side * (x - gx), grip.y + y - gy] as const),
  }
}
