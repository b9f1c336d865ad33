// Records a run of the virtual bench as footage with its ground truth log, in the format of recorded bench footage.
import type { Homography } from '../../../src-domain/geometry/homography.ts'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import type { HandTruth } from '../benchStage.ts'
import { principalPoint } from '../pinholeCamera.ts'
import type { VirtualBench } from '../virtualBench.ts'
import type { TruthEvent } from '../world/groundTruthLog.ts'

type Box = { readonly id: string; readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/**
 * The content of a clip's ground truth file. Positions in mm, landmarks in px of the picture, times in ms from the
 * first frame.
 */
export type ClipTruth = {
  readonly name: string
  readonly fps: number
  readonly width: number
  readonly height: number
  readonly frames: number
  readonly units: string
  readonly tableToCamera: Homography
  /** Radial lens distortion between `tableToCamera` and the picture; absent where there is none. */
  readonly lens?: {
    readonly k1: number
    readonly k2: number
    readonly focalPx: number
    readonly centre: readonly [number, number]
  }
  readonly bins: readonly (Box & { readonly rimMm: number })[]
  readonly zones: readonly (Box & { readonly heightMm: number })[]
  readonly buttons: readonly Box[]
  readonly events: readonly TruthEvent[]
  /** Intervals in which the projector lit a target. */
  readonly light: readonly { readonly target: string; readonly fromMs: number; readonly toMs: number }[]
  /** Per frame, the hands that are at least partly visible. */
  readonly hands: readonly (readonly HandInClip[])[]
}

type HandInClip = {
  readonly hand: Hand
  readonly grip: readonly [number, number]
  readonly landmarks: readonly (readonly [number, number])[]
}

export type ClipOptions = {
  readonly name: string
  readonly fps: number
  readonly frames: number
  /** Called with each picture; the receiver owns it and must close it. The next frame waits for the promise. */
  readonly onFrame: (frame: ImageBitmap, index: number, atMs: number) => Promise<void> | void
  /** Called before each frame to set the projected picture; returns the id of the lit target, or null. */
  readonly light?: (atMs: number) => string | null
}

/** Plays the bench frame by frame from its current state. The bench must have its driver set and no events yet. */
export async function recordClip(bench: VirtualBench, options: ClipOptions): Promise<ClipTruth> {
  const { camera } = bench.rig
  const frameMs = 1000 / options.fps
  const startMs = bench.nowMs()
  const lit: (string | null)[] = []
  const hands: HandInClip[][] = []
  const inPicture = ({ landmarks }: HandTruth): boolean =>
    landmarks.some(([x, y]) => x >= 0 && y >= 0 && x < camera.width && y < camera.height)
  for (let index = 0; index < options.frames; index++) {
    if (index > 0) bench.step(frameMs)
    lit.push(options.light?.(index * frameMs) ?? null)
    hands.push(bench.truth().hands.filter(inPicture).map(handInClip))
    await options.onFrame(await bench.captureFrame(), index, index * frameMs)
  }
  const { layout } = bench
  const centre = principalPoint(camera)
  const straight = camera.k1 === 0 && camera.k2 === 0
  return {
    name: options.name,
    fps: options.fps,
    width: camera.width,
    height: camera.height,
    frames: options.frames,
    units: 'mm; origin at table centre, x right, y towards the worker',
    tableToCamera: bench.tableToCamera,
    ...(straight
      ? {}
      : { lens: { k1: camera.k1, k2: camera.k2, focalPx: camera.focalPx, centre: [centre.x, centre.y] as const } }),
    bins: layout.bins.map(({ id, rect, rimMm }) => ({ id, ...rect, rimMm })),
    zones: layout.zones.map(({ id, rect, heightMm }) => ({ id, ...rect, heightMm })),
    buttons: layout.buttons.map(({ id, rect }) => ({ id, ...rect })),
    events: bench
      .truth()
      .events.map((event) => fromStart(event, startMs))
      .sort((a, b) => firstTime(a) - firstTime(b)),
    light: spans(lit, frameMs),
    hands,
  }
}

const tenths = (value: number): number => Math.round(value * 10) / 10

const handInClip = ({ hand, grip, landmarks }: HandTruth): HandInClip => ({
  hand,
  grip: [tenths(grip.x), tenths(grip.y)],
  landmarks: landmarks.map(([x, y]) => [tenths(x), tenths(y)]),
})

/** The event with its times in whole ms from the clip's first frame. */
function fromStart(event: TruthEvent, startMs: number): TruthEvent {
  const times = Object.entries(event).flatMap(([key, value]) =>
    typeof value === 'number' ? [[key, Math.round(value - startMs)] as const] : [],
  )
  return { ...event, ...Object.fromEntries(times) }
}

/** The time at which an event began. */
function firstTime(event: TruthEvent): number {
  if ('startMs' in event) return event.startMs
  return 'reachMs' in event ? event.reachMs : event.releaseMs
}

/** Combines consecutive frames in which the same target was lit. */
function spans(lit: readonly (string | null)[], frameMs: number): ClipTruth['light'] {
  const found: { target: string; fromMs: number; toMs: number }[] = []
  for (const [index, target] of lit.entries()) {
    const last = found.at(-1)
    const toMs = Math.round((index + 1) * frameMs)
    if (target !== null && index > 0 && lit[index - 1] === target && last) last.toMs = toMs
    else if (target !== null) found.push({ target, fromMs: Math.round(index * frameMs), toMs })
  }
  return found
}
