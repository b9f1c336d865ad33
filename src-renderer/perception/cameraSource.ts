// What everything that delivers pictures of the table has in common: a real camera, a recorded clip, the virtual bench.
import type { SightState } from '../../src-domain/perception/interaction.schema.ts'

/**
 * One picture. Whoever receives it owns it: to be closed, or handed on. `atMs` is the source's own clock, never falling between
 * `open` and `close`.
 */
export type CameraFrame = { readonly image: VideoFrame | ImageBitmap; readonly atMs: number }

/** What a source can say about itself; what only the picture shows (too dark, frozen) is judged elsewhere. */
export type CameraState = Extract<
  SightState,
  'starting' | 'seeing' | 'off' | 'noCamera' | 'cameraBusy' | 'permissionRefused' | 'unplugged'
>

export type CameraListener = {
  readonly onFrame: (frame: CameraFrame) => void
  readonly onState: (state: CameraState) => void
}

/** Delivers frames by itself, as they come. A source recovers by itself where it can, and says in its state where it cannot. */
export type CameraSource = {
  /** Begins to deliver; the function that it returns ends it. After that the listener hears nothing more. */
  readonly open: (listener: CameraListener) => () => void
}

/** Lends every frame of a source, and closes it afterwards, until the function that it returns is called. */
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

/** Delivers the next frame when asked, however long that takes: nothing depends on the machine's speed. */
export type SteppedCamera = {
  /** The next frame, or null after the last. */
  readonly nextFrame: () => Promise<CameraFrame | null>
  readonly close: () => void
}
