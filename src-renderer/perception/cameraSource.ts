// The interface of everything that delivers pictures of the table: a real camera, a recorded clip, the virtual bench.
import type { SightState } from '../../src-domain/perception/interaction.schema.ts'

/**
 * One picture. The receiver owns it and must close it or pass it on. `atMs` is the source's own clock, which never
 * decreases between `open` and `close`.
 */
export type CameraFrame = { readonly image: VideoFrame | ImageBitmap; readonly atMs: number }

/** What a source can report about itself; what only the picture shows (too dark, frozen) is judged elsewhere. */
export type CameraState = Extract<
  SightState,
  'starting' | 'seeing' | 'off' | 'noCamera' | 'cameraBusy' | 'permissionRefused' | 'unplugged'
>

export type CameraListener = {
  readonly onFrame: (frame: CameraFrame) => void
  readonly onState: (state: CameraState) => void
}

/** Delivers frames as they come. A source recovers by itself where it can, and reports in its state where it cannot. */
export type CameraSource = {
  /** Starts delivery; the returned function ends it, after which the listener is not called again. */
  readonly open: (listener: CameraListener) => () => void
}

/** Lends every frame of a source to `take` and closes it afterwards, until the returned function is called. */
export const lentFrames =
  (source: CameraSource) =>
  (take: (image: CameraFrame['image']) => void): (() => void) =>
    source.open({
      onFrame: ({ image }) => {
        take(image)
        image.close()
      },
      onState: () => undefined,
    })

/** Delivers the next frame on request, so that results do not depend on the machine's speed. */
export type SteppedCamera = {
  /** The next frame, or null after the last. */
  readonly nextFrame: () => Promise<CameraFrame | null>
  readonly close: () => void
}
