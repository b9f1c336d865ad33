// Fetches what an instruction shows from the application's own origin, ready for the table.
import type { LoadMedia } from '../scene/elements/panel.ts'

export const loadMedia: LoadMedia = {
  loadPicture: async (url) => {
    const picture = new Image()
    picture.src = here(url)
    await picture.decode()
    return picture
  },
  loadVideo: async (url) => {
    const video = document.createElement('video')
    video.muted = true
    video.loop = true
    video.playsInline = true
    video.src = here(url)
    await video.play()
    return video
  },
}

const here = (url: string): string => new URL(url, location.origin).href
