// Loads an instruction's pictures and films from the application's own origin, decoded and ready to draw.
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
