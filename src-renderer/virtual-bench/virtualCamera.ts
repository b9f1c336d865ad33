// The bench's camera as perception knows cameras: in real time while somebody steps the bench, or stepping it itself.
import type { CameraFrame, CameraSource, SteppedCamera } from '../perception/cameraSource.ts'
import type { FrameClock } from '../perception/frameClock.ts'
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

/**
 * Looks at the bench `fps` times a second of `clock`, less often when drawing takes longer, while whoever shows the bench steps it. Frames
 * carry the bench's time; while the bench stands still there are none.
 */
export function liveVirtualCamera(bench: Looked, clock: FrameClock, fps: number): CameraSource {
  return {
    open(listener) {
      let isOpen = true
      let lastMs = -1
      let stopWaiting: () => void = () => undefined
      const look = async (): Promise<void> => {
        const dueMs = clock.nowMs() + 1000 / fps
        if (bench.nowMs() > lastMs) {
          lastMs = bench.nowMs()
          const frame: CameraFrame = { image: await bench.captureFrame(), atMs: lastMs }
          if (isOpen) listener.onFrame(frame)
          else frame.image.close()
        }
        if (isOpen) stopWaiting = clock.after(Math.max(0, dueMs - clock.nowMs()), () => void look())
      }
      listener.onState('seeing')
      void look()
      return () => {
        isOpen = false
        stopWaiting()
      }
    },
  }
}
