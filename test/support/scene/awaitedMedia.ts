// Loads the media of a table scene as in the app, and lets a test wait until they are painted.
import { loadTypeface } from '../../../src-renderer/scene/drawing/text.ts'
import type { LoadMedia } from '../../../src-renderer/scene/elements/panel.ts'
import { loadMedia } from '../../../src-renderer/table/loadMedia.ts'

export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

export type AwaitedMedia = {
  readonly media: LoadMedia
  /** The videos loaded so far; they play. */
  readonly films: readonly HTMLVideoElement[]
  /** Resolves when the typeface and every picture requested so far are loaded and painted; a video may still be loading. */
  readonly painted: () => Promise<void>
}

/** Creates a media loader for one scene. */
export function awaitedMedia(): AwaitedMedia {
  const asked: Promise<unknown>[] = []
  const films: HTMLVideoElement[] = []
  const noted = <Medium>(loading: Promise<Medium>): Promise<Medium> => {
    asked.push(loading)
    return loading
  }
  return {
    media: {
      loadPicture: (url) => noted(loadMedia.loadPicture(url)),
      loadVideo: async (url) => {
        const film = await loadMedia.loadVideo(url)
        films.push(film)
        return film
      },
    },
    films,
    painted: async () => {
      await loadTypeface()
      // Code that awaited a medium paints it before the next frame, or requests another instead.
      do {
        await Promise.allSettled(asked.splice(0))
        await nextFrame()
      } while (asked.length > 0)
    },
  }
}
