// The media of a table scene, loaded as in the app, with a way to wait until they are painted.
import { loadTypeface } from '../../../src-renderer/scene/drawing/text.ts'
import type { LoadMedia } from '../../../src-renderer/scene/elements/panel.ts'
import { loadMedia } from '../../../src-renderer/table/loadMedia.ts'

export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

export type AwaitedMedia = {
  readonly media: LoadMedia
  /** The films that were loaded so far; they play. */
  readonly films: readonly HTMLVideoElement[]
  /** Resolves when the typeface and every picture that was asked for so far have arrived and are painted; a film may still be loading. */
  readonly painted: () => Promise<void>
}

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
      // Whoever waited for a medium paints it before the next frame, or asks for another in its place.
      do {
        await Promise.allSettled(asked.splice(0))
        await nextFrame()
      } while (asked.length > 0)
    },
  }
}
