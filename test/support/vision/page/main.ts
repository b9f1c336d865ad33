// The measuring page: the windows' own modules, with clips stepped frame by frame or a camera watched live.
import type { Homography } from '../../../../src-domain/geometry/homography.ts'
import type { TargetLayout } from '../../../../src-domain/perception/benchTargets.ts'
import { tableMapping } from '../../../../src-domain/perception/tableMapping.ts'
import { windowClock } from '../../../../src-renderer/clock.ts'
import { openClip } from '../../../../src-renderer/perception/clipCamera.ts'
import { startHandTracker } from '../../../../src-renderer/perception/handTracker.ts'
import { liveCamera } from '../../../../src-renderer/perception/liveCamera.ts'
import { createPerceiver } from '../../../../src-renderer/perception/perceiver.ts'
import { startPerception } from '../../../../src-renderer/perception/perception.ts'
import type { LiveReport, MeasuredClip, MeasuredFrame } from '../measuredClip.ts'
import { perceiveVirtual, type VirtualOrder, type VirtualRun } from './virtual.ts'

type BenchOrder = { readonly layout: TargetLayout; readonly tableToCamera: Homography }

/** `frames`: stop after this many. */
export type ClipOrder = BenchOrder & { readonly url: string; readonly frames?: number }
/** Runs for `watchMs`, or until `frames` frames were processed. */
export type LiveOrder = BenchOrder & { readonly watchMs: number; readonly frames?: number }

export type MeasuringDoor = {
  readonly measureClip: (order: ClipOrder) => Promise<MeasuredClip>
  readonly measureVirtual: (order: VirtualOrder) => Promise<VirtualRun>
  readonly watchLive: (order: LiveOrder) => Promise<LiveReport>
  /** Plays a clip repeatedly, as a camera would, until the page is closed. */
  readonly playOn: (order: ClipOrder) => Promise<void>
  /** Its results so far. */
  readonly played: () => Played
}

export type Played = { readonly frames: number; readonly interactions: number; readonly sights: readonly string[] }

const clock = windowClock
const nowMs = () => clock.nowMs()
const startTracker = () => startHandTracker({ clock })

let played: Played = { frames: 0, interactions: 0, sights: [] }

const door: MeasuringDoor = {
  played: () => played,

  async playOn({ url, layout, tableToCamera }) {
    const clip = await openClip(await (await fetch(url)).blob())
    if (!clip.ok) throw new Error(clip.failure.sentence)
    startPerception({
      layout,
      mapping: tableMapping({ tableToCamera }),
      clock,
      startTracker,
      camera: clip.value.playing(clock, { loop: true }),
      listener: {
        onSight(state) {
          if (!played.sights.includes(state)) played = { ...played, sights: [...played.sights, state] }
        },
        onPerception({ interactions }) {
          played = {
            ...played,
            frames: played.frames + 1,
            interactions: played.interactions + interactions.length,
          }
        },
      },
    })
  },

  async measureClip({ url, layout, tableToCamera, frames: most }) {
    const clip = await openClip(await (await fetch(url)).blob())
    if (!clip.ok) throw new Error(clip.failure.sentence)
    const tracker = startTracker()
    const started = await tracker.started
    if (!started.ok) throw new Error(started.failure.sentence)
    const perceiver = createPerceiver({ tracker, layout, mapping: tableMapping({ tableToCamera }), nowMs })
    const camera = clip.value.stepped()
    const frames: MeasuredFrame[] = []
    while (most === undefined || frames.length < most) {
      const frame = await camera.nextFrame()
      if (frame === null) break
      const perceived = await perceiver.perceiveFrame(frame)
      if (!perceived.ok) throw new Error(perceived.failure.sentence)
      const { atMs, tracked, interactions, timing } = perceived.value
      frames.push({ atMs, hands: tracked, interactions, ...timing })
    }
    camera.close()
    tracker.close()
    const { width, height } = clip.value
    return { width, height, frames }
  },

  async measureVirtual(order) {
    const tracker = startTracker()
    const started = await tracker.started
    if (!started.ok) throw new Error(started.failure.sentence)
    const run = await perceiveVirtual(order, tracker, nowMs)
    tracker.close()
    return run
  },

  async watchLive({ layout, tableToCamera, watchMs, frames: most = Number.POSITIVE_INFINITY }) {
    const sights: LiveReport['sights'][number][] = []
    const frames: MeasuredFrame[] = []
    const enough = Promise.withResolvers<null>()
    const perception = startPerception({
      layout,
      mapping: tableMapping({ tableToCamera }),
      clock,
      startTracker,
      camera: liveCamera({ devices: navigator.mediaDevices, clock, chosen: null }),
      listener: {
        onSight: (state) => sights.push(state),
        onPerception({ atMs, tracked, interactions, timing }) {
          frames.push({ atMs, hands: tracked, interactions, ...timing })
          if (frames.length >= most) enough.resolve(null)
        },
      },
    })
    clock.after(watchMs, () => enough.resolve(null))
    await enough.promise
    perception.close()
    return { sights, frames }
  },
}

Object.assign(window, { door })
