// Plays a recorded clip as a camera: every frame has the time at which it was recorded, in real time or one by one.
import { ALL_FORMATS, BlobSource, Input, type InputVideoTrack, type VideoSample, VideoSampleSink } from 'mediabunny'
import { fail, type Result, succeed } from '../../src-domain/result.ts'
import type { Clock } from '../clock.ts'
import type { CameraFrame, CameraSource, SteppedCamera } from './cameraSource.ts'

export type ClipFailure = { readonly reason: 'notAClip' | 'notPlayable'; readonly sentence: string }

export type Clip = {
  readonly width: number
  readonly height: number
  readonly durationMs: number
  /** Delivers the frames on request, from the first one. */
  readonly stepped: () => SteppedCamera
  /** Plays at the recorded speed; repeats when `loop` is set, otherwise reports `off` after the last frame. */
  readonly playing: (clock: Clock, options?: { readonly loop?: boolean }) => CameraSource
}

/** Opens a recorded clip (WebM, MP4 and other formats that the browser can decode). */
export async function openClip(recording: Blob): Promise<Result<Clip, ClipFailure>> {
  const input = new Input({ source: new BlobSource(recording), formats: ALL_FORMATS })
  const track = await input.getPrimaryVideoTrack().catch(() => null)
  if (!track) return fail({ reason: 'notAClip', sentence: 'This file holds no film. Choose a WebM or MP4 file.' })
  if (!(await track.canDecode())) {
    return fail({
      reason: 'notPlayable',
      sentence: 'This film is of a kind that cannot be shown here. Save it as WebM.',
    })
  }
  return succeed({
    width: await track.getDisplayWidth(),
    height: await track.getDisplayHeight(),
    durationMs: 1000 * (await track.computeDuration()),
    stepped: () => stepThrough(track),
    playing: (clock, options) => playing(track, clock, options?.loop ?? false),
  })
}

function stepThrough(track: InputVideoTrack): SteppedCamera {
  const samples = new VideoSampleSink(track).samples()
  return {
    async nextFrame() {
      const { value, done } = await samples.next()
      return done === true ? null : toFrame(value, 0)
    },
    close() {
      void samples.return()
    },
  }
}

function toFrame(sample: VideoSample, offsetMs: number): CameraFrame {
  const frame = { image: sample.toVideoFrame(), atMs: offsetMs + 1000 * sample.timestamp }
  sample.close()
  return frame
}

function playing(track: InputVideoTrack, clock: Clock, loop: boolean): CameraSource {
  return {
    open(listener) {
      const closing = new AbortController()
      const isOpen = () => !closing.signal.aborted
      let stopWaiting: () => void = () => undefined
      const waitUntil = (dueMs: number) =>
        new Promise<void>((resolve) => {
          const cancel = clock.after(Math.max(0, dueMs - clock.nowMs()), resolve)
          stopWaiting = () => {
            cancel()
            resolve()
          }
        })
      const play = async () => {
        const startedMs = clock.nowMs()
        const lengthMs = 1000 * (await track.computeDuration())
        for (let offsetMs = 0; isOpen(); offsetMs += lengthMs) {
          for await (const sample of new VideoSampleSink(track).samples()) {
            await waitUntil(startedMs + offsetMs + 1000 * sample.timestamp)
            const frame = toFrame(sample, offsetMs)
            if (!isOpen()) {
              frame.image.close()
              return
            }
            listener.onFrame(frame)
          }
          if (!loop) break
        }
        if (isOpen()) listener.onState('off')
      }
      listener.onState('seeing')
      play().catch(() => {
        if (isOpen()) listener.onState('off')
      })
      return () => {
        closing.abort()
        stopWaiting()
      }
    },
  }
}
