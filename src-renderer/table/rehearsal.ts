// Steps the table frame by frame for demonstrations and tests: the same perception, scene and service, with time
// controlled by the caller. Available only while the service's clock may be set by pages (`site.rehearsal`).

import type { Interaction } from '../../src-domain/perception/interaction.schema.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import type { Clock } from '../clock.ts'
import type { CameraFrame } from '../perception/cameraSource.ts'
import { type HandTracker, startHandTracker } from '../perception/handTracker.ts'
import { createPerceiver, type Perceiver } from '../perception/perceiver.ts'
import { createTableScene, type TableScene } from '../scene/tableScene.ts'
import { service, watchBench } from '../service.ts'
import { loadMedia } from './loadMedia.ts'
import { clipStage, type RehearsalSource, type Stage, virtualStage } from './rehearsalStage.ts'
import { lightFor, limitsFor } from './seeTable.ts'

/** What happened during a number of frames. */
export type RehearsalReport = {
  readonly frames: number
  /** False when the clip has ended. */
  readonly goesOn: boolean
  readonly interactions: readonly Interaction[]
  /**
   * Times from reporting an interaction to the service until this table has the new state, in ms, for interactions that
   * changed it.
   */
  readonly decisionMs: readonly number[]
  readonly state: BenchState | null
}

export type Rehearsal = {
  /** Sets up the source for the bench's current task. */
  readonly begin: (source: RehearsalSource) => Promise<void>
  /** Steps until the active step or the phase changes, for at most `mostFrames` frames. */
  readonly stepOn: (mostFrames: number) => Promise<RehearsalReport>
  /** The projected picture, the camera's last picture and the view of the virtual bench, as PNG data URLs. */
  readonly pictures: () => Promise<{ readonly table: string; readonly camera: string; readonly view: string | null }>
  readonly end: () => void
}

declare global {
  /** The entry point for demonstrations and tests; defined only while the service is in rehearsal. */
  var handwijzerRehearsal: Rehearsal | undefined
}

const stateWithinMs = 5000

export function createRehearsal(clock: Clock): Rehearsal {
  const ending = new AbortController()
  const waiting = new Set<() => void>()
  let state: BenchState | null = null
  let table: TableScene | null = null
  let stage: Stage | null = null
  let perceiver: Perceiver | null = null
  let tracker: HandTracker | null = null
  let lastAtMs: number | null = null
  let coming: Promise<CameraFrame | null> | null = null
  let owedMs = 0
  const seenPicture = new OffscreenCanvas(1, 1)

  const follow = async () => {
    for await (const now of watchBench(ending.signal)) {
      if (state !== null && now.cycle?.number !== state.cycle?.number) stage?.clearWork()
      state = now
      table?.setState(now)
      for (const wake of [...waiting]) wake()
    }
  }
  void follow()

  /** Resolves when the pushed state has at least this `revision`. */
  const reached = (revision: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const cancel = clock.after(stateWithinMs, () => reject(new Error('The table heard no news of the bench.')))
      const look = () => {
        if ((state?.revision ?? -1) < revision) return
        waiting.delete(look)
        cancel()
        resolve()
      }
      waiting.add(look)
      look()
    })

  async function begin(source: RehearsalSource): Promise<void> {
    const unseen = await coming
    unseen?.image.close()
    coming = null
    stage?.dispose()
    table?.dispose()
    await reached(0)
    const setup = await service.table.setup()
    table = createTableScene({ layout: setup.layout, media: loadMedia, wallMs: clock.wallMs })
    stage =
      source.kind === 'virtual' ? await virtualStage(source, table, setup, () => state) : await clipStage(source, table)
    if (state) table.setState(state)
    tracker ??= startHandTracker({ clock })
    const started = await tracker.started
    if (!started.ok) throw new Error(started.failure.sentence)
    perceiver = createPerceiver({ ...stage.seen, tracker, limits: limitsFor(state), nowMs: clock.nowMs })
    lastAtMs = null
    await service.table.sight({ state: 'seeing' })
  }

  function takeFrame({ light, camera }: Stage): Promise<CameraFrame | null> {
    light(lastAtMs ?? 0)
    return camera.nextFrame()
  }

  async function stepOnce(report: { interactions: Interaction[]; decisionMs: number[] }): Promise<boolean> {
    if (!stage || !perceiver || !table) throw new Error('Begin the rehearsal before stepping it.')
    const frame = await (coming ?? takeFrame(stage))
    coming = null
    if (frame === null) return false
    await passTime(frame.atMs - (lastAtMs ?? frame.atMs))
    lastAtMs = frame.atMs
    keep(frame)
    const perceiving = perceiver.perceiveFrame(frame)
    // The next frame is drawn while this one is perceived: on a real bench neither waits for the other.
    coming = takeFrame(stage)
    const perceived = await perceiving
    if (!perceived.ok) throw new Error(perceived.failure.sentence)
    lightFor(table, perceived.value)
    for (const interaction of perceived.value.interactions) {
      report.interactions.push(interaction)
      const before = state?.revision ?? 0
      const toldMs = clock.nowMs()
      const { revision } = await service.table.interaction(interaction)
      await reached(revision)
      if (revision > before) report.decisionMs.push(clock.nowMs() - toldMs)
    }
    return true
  }

  /** The service's clock takes whole ms; the remainder is carried to the next call. */
  async function passTime(ms: number): Promise<void> {
    owedMs += ms
    const whole = Math.floor(owedMs)
    owedMs -= whole
    await reached((await service.rehearsal.advance({ ms: whole })).revision)
  }

  function keep({ image }: CameraFrame): void {
    const width = 'displayWidth' in image ? image.displayWidth : image.width
    const height = 'displayHeight' in image ? image.displayHeight : image.height
    if (seenPicture.width !== width || seenPicture.height !== height) {
      seenPicture.width = width
      seenPicture.height = height
    }
    seenPicture.getContext('2d', { alpha: false, willReadFrequently: true })?.drawImage(image, 0, 0)
  }

  return {
    begin,
    async stepOn(mostFrames) {
      const report = { interactions: [] as Interaction[], decisionMs: [] as number[] }
      const standing = () => `${state?.phase ?? ''} ${state?.step?.key ?? ''} ${state?.cycle?.number ?? ''}`
      const start = standing()
      let frames = 0
      let goesOn = true
      while (goesOn && frames < mostFrames && standing() === start) {
        goesOn = await stepOnce(report)
        frames += 1
      }
      return { ...report, frames, goesOn, state }
    },
    async pictures() {
      if (!stage) throw new Error('There is nothing to see yet.')
      await coming
      return {
        table: await dataUrl(await stage.tablePng(lastAtMs ?? 0)),
        camera: await dataUrl(await seenPicture.convertToBlob({ type: 'image/png' })),
        view: stage.viewPng === null ? null : await dataUrl(await stage.viewPng()),
      }
    },
    end() {
      ending.abort()
      stage?.dispose()
      table?.dispose()
      tracker?.close()
    },
  }
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      if (typeof reader.result === 'string') resolve(reader.result)
    }
    reader.onerror = () => reject(new Error('The picture could not be read.'))
    reader.readAsDataURL(blob)
  })
}
