// The bench's camera as perception knows cameras: beside somebody who steps the bench, or stepping it itself.
import type { CameraListener, CameraSource, SteppedCamera } from '../perception/cameraSource.ts'
import type { VirtualBench } from './virtualBench.ts'

type Looked = Pick<VirtualBench, 'nowMs' | 'captureFrame'>

/** Steps the bench by one frame's time for every frame asked for, without end. Frames carry the bench's time. */
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

/** A camera that whoever shows the bench tells when to look. */
export type ManualCamera = CameraSource & {
  /** Takes a picture and delivers it, unless nobody looks or the bench has stood still. Wait for the last before the next. */
  readonly look: () => Promise<void>
}

/** Looks at a bench that somebody else steps. Frames carry the bench's time. */
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
