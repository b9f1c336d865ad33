// The interface to the hand tracker: a picture in, hands in px out. MediaPipe runs in a worker so that it never blocks
// a window.
import type { TrackerCrop } from '../../src-domain/perception/trackerCrops.ts'
import { fail, type Result } from '../../src-domain/result.ts'
import type { Clock } from '../clock.ts'
import { tellWorkerFailure, tellWorkerFault } from '../faults.ts'
import type { CameraFrame } from './cameraSource.ts'
import { type HandModelSource, handModelSha256 } from './handModel.ts'
import type { TrackerAnswer, TrackerFailure, TrackerOrder, TrackerStart, TrackReport } from './trackerMessages.ts'

export type HandTracker = {
  /** Resolves when the tracker has warmed up, after about a second, or with the reason why it cannot run. */
  readonly started: Promise<Result<TrackerStart, TrackerFailure>>
  /**
   * Looks for hands in a frame or a part of it. Takes ownership of the frame and always closes it.
   * @throws when the previous frame is not answered yet: frames are never queued.
   */
  readonly track: (frame: CameraFrame, options?: TrackOptions) => Promise<Result<TrackReport, TrackerFailure>>
  readonly close: () => void
}

type TrackOptions = {
  /** The part of the picture to search, in px; the resulting hands are in px of the whole picture. */
  readonly look?: TrackerCrop | null
}

export type HandTrackerSetup = {
  readonly clock: Clock
  /**
   * The absolute address of the folder with `mediapipe/`, ending with a slash. By default the address of the window's
   * page.
   */
  readonly assets?: string
  /** Another model than the built-in one, with its digest. */
  readonly model?: HandModelSource
  /** The greatest number of hands to find; 2 by default. */
  readonly handCount?: number
}

/** A picture that takes longer than this will never be answered: the worker hangs. */
const answerWithinMs = 10_000
/** Compiling and warming up takes less than this even on slow machines. */
const startWithinMs = 60_000

const crashed: TrackerFailure = {
  reason: 'crashed',
  sentence: 'Seeing hands has stopped. It is started again by itself.',
}

/** Starts a hand tracker. One that has failed does not recover: close it and start another. */
export function startHandTracker(setup: HandTrackerSetup): HandTracker {
  const assets = new URL(setup.assets ?? 'mediapipe/', document.baseURI).href
  const worker = new Worker(new URL('./handTracker.worker.ts', import.meta.url), {
    type: 'module',
    name: 'hand tracker',
  })
  let settle: ((answer: TrackerAnswer) => void) | null = null
  let failure: TrackerFailure | null = null

  const send = (order: TrackerOrder, withinMs: number, transfer: Transferable[]) =>
    new Promise<TrackerAnswer>((resolve) => {
      const cancel = setup.clock.after(withinMs, () => settle?.({ kind: 'failed', failure: crashed }))
      settle = (answer) => {
        settle = null
        cancel()
        if (answer.kind === 'failed') {
          if (failure === null) tellWorkerFailure('HandTracker', answer.failure.reason)
          stop(answer.failure)
        }
        resolve(answer)
      }
      worker.postMessage(order, transfer)
    })
  const stop = (why: TrackerFailure) => {
    failure = why
    worker.terminate()
    settle?.({ kind: 'failed', failure: why })
  }
  worker.onmessage = ({ data }: MessageEvent<TrackerAnswer>) => settle?.(data)
  worker.onerror = (event) => {
    event.preventDefault()
    tellWorkerFault(event)
    stop(crashed)
  }

  const model = setup.model ?? { url: new URL('hand_landmarker.task', assets).href, sha256: handModelSha256 }
  const start: TrackerOrder = {
    kind: 'start',
    wasm: new URL('wasm', assets).href,
    model,
    handCount: setup.handCount ?? 2,
  }
  const started = send(start, startWithinMs, []).then((answer): Result<TrackerStart, TrackerFailure> => {
    if (answer.kind === 'started') return { ok: true, value: answer.start }
    return fail(answer.kind === 'failed' ? answer.failure : crashed)
  })

  return {
    started,
    async track({ image, atMs }, options = {}) {
      if (failure !== null) {
        image.close()
        return fail(failure)
      }
      if (settle !== null) {
        image.close()
        throw new Error('A picture came while the tracker was still busy: frames are never queued.')
      }
      const order: TrackerOrder = {
        kind: 'track',
        image,
        atMs,
        look: options.look ?? null,
      }
      const answer = await send(order, answerWithinMs, [image])
      if (answer.kind === 'tracked') return { ok: true, value: answer.report }
      return fail(answer.kind === 'failed' ? answer.failure : crashed)
    },
    close() {
      stop(crashed)
    },
  }
}
