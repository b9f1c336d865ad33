// Opens a real camera and keeps it open: tries again after it was unplugged, busy or forbidden.

import type { Clock } from '../clock.ts'
import { type CameraChoice, findCamera, listCameras } from './cameraChoice.ts'
import type { CameraListener, CameraSource, CameraState } from './cameraSource.ts'
import { lockPicture, type PictureLock } from './pictureLock.ts'

export type LiveCameraSetup = {
  readonly devices: Pick<MediaDevices, 'enumerateDevices' | 'getUserMedia' | 'addEventListener' | 'removeEventListener'>
  readonly clock: Clock
  /** The remembered camera, or null for the first one available. */
  readonly chosen: CameraChoice | null
  /** Called with the camera that was opened, so that it can be remembered. */
  readonly onOpened?: (choice: CameraChoice) => void
  /** Called with the settings of the picture that could be locked. */
  readonly onLocked?: (lock: PictureLock) => void
  /** Reads a track's frames; by default with Chromium's MediaStreamTrackProcessor. */
  readonly readFrames?: FrameReader
}

/** Passes a track's frames to `onFrame` until the track ends or `signal` aborts. */
export type FrameReader = (
  track: MediaStreamTrack,
  signal: AbortSignal,
  onFrame: (frame: VideoFrame) => void,
) => Promise<void>

type Refusal = Extract<CameraState, 'noCamera' | 'cameraBusy' | 'permissionRefused' | 'unplugged'>

/** How long to wait before trying again; a newly connected camera is tried at once. */
const retryMs: Readonly<Record<Refusal, number>> = {
  noCamera: 5000,
  unplugged: 5000,
  cameraBusy: 3000,
  permissionRefused: 5000,
}
const settleMs = 2000
const wish = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } }

/** A camera of this computer as a source of frames. */
export const liveCamera = (setup: LiveCameraSetup): CameraSource => ({
  open(listener) {
    const closing = new AbortController()
    void keepOpen(setup, listener, closing.signal)
    return () => {
      closing.abort()
    }
  },
})

type Opened = { readonly stream: MediaStream; readonly choice: CameraChoice }

async function keepOpen(setup: LiveCameraSetup, listener: CameraListener, signal: AbortSignal): Promise<void> {
  let wanted = setup.chosen
  listener.onState('starting')
  const isClosed = () => signal.aborted
  while (!isClosed()) {
    const opened = await openOnce(setup.devices, wanted)
    let refusal: Refusal
    if (typeof opened === 'string') {
      refusal = opened
    } else if (isClosed()) {
      stop(opened.stream)
      return
    } else {
      // After a camera was opened once, only that one is waited for.
      wanted = opened.choice
      setup.onOpened?.(opened.choice)
      refusal = await deliver(opened.stream, setup, listener, signal)
    }
    if (isClosed()) return
    listener.onState(refusal)
    await newChance(setup, retryMs[refusal], signal)
  }
}

async function openOnce(devices: LiveCameraSetup['devices'], wanted: CameraChoice | null): Promise<Opened | Refusal> {
  const gone = wanted === null ? 'noCamera' : 'unplugged'
  try {
    const choice = findCamera(await listAllowedCameras(devices), wanted)
    if (!choice) return gone
    const video = { ...wish, deviceId: { exact: choice.deviceId } }
    return { stream: await devices.getUserMedia({ video, audio: false }), choice }
  } catch (error) {
    return refusalOf(error, gone)
  }
}

/** The cameras with ids and names, which the browser hides until access to any camera was allowed once. */
async function listAllowedCameras(devices: LiveCameraSetup['devices']): Promise<readonly CameraChoice[]> {
  const available = await listCameras(devices)
  if (!available.some(({ deviceId }) => deviceId === '')) return available
  stop(await devices.getUserMedia({ video: true, audio: false }))
  return listCameras(devices)
}

/** Maps the browser's error to a camera state (W3C Media Capture and Streams, getUserMedia). */
function refusalOf(error: unknown, gone: Refusal): Refusal {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'permissionRefused'
    case 'NotReadableError':
    case 'AbortError':
      return 'cameraBusy'
    default:
      return gone
  }
}

/** Delivers frames until the camera ends or the signal aborts. */
async function deliver(
  stream: MediaStream,
  { clock, onLocked, readFrames = readTrack }: LiveCameraSetup,
  listener: CameraListener,
  signal: AbortSignal,
): Promise<Refusal> {
  const [track] = stream.getVideoTracks()
  if (!track) return 'unplugged'
  const cancelLock = clock.after(settleMs, () => {
    void lockPicture(track).then(onLocked)
  })
  listener.onState('starting')
  let isSeeing = false
  try {
    await readFrames(track, signal, (frame) => {
      if (!isSeeing) listener.onState('seeing')
      isSeeing = true
      listener.onFrame({ image: frame, atMs: frame.timestamp / 1000 })
    })
  } catch {
    return 'unplugged'
  } finally {
    cancelLock()
    stop(stream)
  }
  return 'unplugged'
}

const isVideo = (track: MediaStreamTrack): track is MediaStreamVideoTrack => track.kind === 'video'

const readTrack: FrameReader = async (track, signal, onFrame) => {
  if (!isVideo(track)) return
  const reader = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable.getReader()
  signal.addEventListener('abort', () => void reader.cancel(), { once: true })
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    if (signal.aborted) value.close()
    else onFrame(value)
  }
}

const stop = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop()
}

/** Resolves when a device was connected or disconnected, after `delayMs`, or when the signal aborts. */
function newChance({ devices, clock }: LiveCameraSetup, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      cancel()
      devices.removeEventListener('devicechange', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const cancel = clock.after(delayMs, done)
    devices.addEventListener('devicechange', done)
    signal.addEventListener('abort', done)
  })
}
