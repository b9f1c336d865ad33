// Adapts the bench's camera to the camera interfaces of perception: stepping the bench itself, or beside a caller who
// steps it.
import type { CameraListener, CameraSource, SteppedCamera } from '../perception/cameraSource.ts'
import type { VirtualBench } from './virtualBench.ts'

type Looked = Pick<VirtualBench, 'nowMs' | 'captureFrame'>

/** Steps the bench by one frame's duration for every requested frame, without end. Frames carry the bench's time. */
export function steppedVirtualCamera(bench: Looked & Pick<VirtualBench, 'step'>, fps: number): SteppedCamera {
  let isOpen = true
  return {
    async nextFrame() {
      if (!isOpen) return null
      bench.step(1000 / fps)
      return { image: await bench.captureFrame(), atMs: bench.nowMs() }
    },
    close() {
      isOpen = false
    },
  }
}

/** A camera that takes a picture when its owner calls `look`. */
export type ManualCamera = CameraSource & {
  /**
   * Takes a picture and delivers it, unless nobody listens or the bench's time has not advanced. Wait for the promise
   * before the next call.
   */
  readonly look: () => Promise<void>
}

/** A camera on a bench that the caller steps. Frames carry the bench's time. */
export function manualVirtualCamera(bench: Looked): ManualCamera {
  let listening: CameraListener | null = null
  let lookedMs = -1
  return {
    open(listener) {
      listening = listener
      listener.onState('seeing')
      return () => {
        if (listening === listener) listening = null
      }
    },
    async look() {
      const listener = listening
      const atMs = bench.nowMs()
      if (listener === null || atMs <= lookedMs) return
      lookedMs = atMs
      const image = await bench.captureFrame()
      if (listening === listener) listener.onFrame({ image, atMs })
      else image.close()
    },
  }
}
