// A short film on the panel's card that shows the step, repeated and without sound.
import { LinearFilter, NoColorSpace, type Object3D, type Texture, Vector4, VideoTexture } from 'three'
import { type Rect, rectCentre } from '../../../src-domain/geometry/rect.ts'
import { createQuad } from '../drawing/quad.ts'

/** Loads a film and starts it, looping and muted. When it rejects, the picture is shown instead. */
export type LoadVideo = (url: string) => Promise<HTMLVideoElement>

const cornerMm = 8

const fragmentShader = `
uniform sampler2D map;
uniform vec4 shape; // width and height in mm, the corners' radius, opacity
void main() {
  vec2 p = abs(at * shape.xy) - shape.xy * 0.5 + shape.z;
  float d = length(max(p, 0.0)) + min(max(p.x, p.y), 0.0) - shape.z;
  float alpha = clamp(0.5 - d / max(fwidth(d), 1e-4), 0.0, 1.0) * shape.w;
  gl_FragColor = vec4(texture2D(map, vec2(at.x + 0.5, 0.5 - at.y)).rgb * alpha, alpha);
}`

export type Film = {
  readonly object: Object3D
  /**
   * Plays a film as large as it fits in a place; resolves with whether it plays there. The previous film is stopped
   * first.
   */
  readonly play: (url: string, place: Rect) => Promise<boolean>
  readonly stop: () => void
  /** Allocates nothing. */
  readonly update: (opacity: number) => void
  readonly dispose: () => void
}

/** Makes the element; it shows nothing until `play` is called. */
export function createFilm(loadVideo: LoadVideo): Film {
  const { mesh, uniforms, dispose } = createQuad(fragmentShader, {
    map: { value: null as Texture | null },
    shape: { value: new Vector4(1, 1, cornerMm, 0) },
  })
  let playing: { video: HTMLVideoElement | null } | null = null

  const stop = (): void => {
    if (playing?.video) release(playing.video)
    playing = null
    uniforms.map.value?.dispose()
    uniforms.map.value = null
  }
  return {
    object: mesh,
    play: async (url, place) => {
      stop()
      const mine: NonNullable<typeof playing> = { video: null }
      playing = mine
      const video = await loadVideo(url).catch(() => null)
      if (video === null) return false
      if (playing !== mine) {
        release(video)
        return false
      }
      mine.video = video
      uniforms.map.value = textureOf(video)
      const scale = Math.min(place.w / video.videoWidth, place.h / video.videoHeight)
      const [w, h] = [scale * video.videoWidth, scale * video.videoHeight]
      const { x, y } = rectCentre(place)
      mesh.position.set(x, y, 0)
      mesh.scale.set(w, h, 1)
      uniforms.shape.value.set(w, h, cornerMm, uniforms.shape.value.w)
      return true
    },
    stop,
    update: (opacity) => {
      mesh.visible = uniforms.map.value !== null && opacity > 0
      uniforms.shape.value.w = opacity
    },
    dispose: () => {
      stop()
      dispose()
    },
  }
}

/** A texture without colour conversion: video levels are display values, as a projector takes them. */
function textureOf(video: HTMLVideoElement): Texture {
  const texture = new VideoTexture(video)
  texture.colorSpace = NoColorSpace
  texture.generateMipmaps = false
  texture.minFilter = LinearFilter
  texture.magFilter = LinearFilter
  return texture
}

function release(video: HTMLVideoElement): void {
  video.pause()
  video.removeAttribute('src')
  video.load()
}
