// The lights of the virtual bench: daylight from a window, ambient light, and the projected picture; one set of
// uniforms for all materials.
import {
  Color,
  DataTexture,
  DepthTexture,
  LessEqualCompare,
  LinearFilter,
  Matrix4,
  NoColorSpace,
  OrthographicCamera,
  RedFormat,
  type Scene,
  ShaderMaterial,
  type Texture,
  Vector3,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import type { ProjectorModel } from '../rig.ts'
import { renderInto } from './renderInto.ts'
import { lookupMatrix, threeCamera, toWorld } from './threeCamera.ts'

/** Objects in this layer cast shadows in daylight and in the projector's light. */
export const casterLayer = 1

/** How the room is lit; colours are linear RGB factors around 1. */
export type Ambience = {
  /** Illumination: 1 is a bright workshop, 0.25 a dim one. */
  readonly level: number
  /** Share of the light that comes directly from the window, 0..1; the rest is ambient. */
  readonly window: number
  /** From -1 (cool, overcast) to 1 (late sun). */
  readonly warmth: number
}

/**
 * Tone mapping from light to picture: `exposure`·light / (1 + `shoulder`·light), where the shoulder compresses
 * highlights; then sRGB levels. The projector's light is multiplied by `glow`, because on a screen it would look weaker
 * than it does to a person beside a bright room.
 */
type Film = { readonly exposure: number; readonly shoulder: number; readonly glow: number }

/** The uniforms that all bench materials share by reference. */
export type LightUniforms = ReturnType<typeof lightUniforms>

const lightUniforms = (black: Texture) => ({
  sunDirection: { value: new Vector3(-0.5, 0.35, 0.8).normalize() },
  sunColor: { value: new Color() },
  skyColor: { value: new Color() },
  groundColor: { value: new Color() },
  sunLookup: { value: new Matrix4() },
  sunDepth: { value: null as DepthTexture | null },
  throwLookup: { value: new Matrix4() },
  throwDepth: { value: null as DepthTexture | null },
  throwPicture: { value: black },
  throwPosition: { value: new Vector3() },
  throwStrength: { value: 0 },
  throwBlack: { value: 0 },
  throwIsCoded: { value: true },
  exposure: { value: 1 },
  shoulder: { value: 0 },
})

export type BenchLight = {
  readonly uniforms: LightUniforms
  /** Renders the shadow maps of daylight and projector; to be called once after every change of the scene. */
  readonly castShadows: (renderer: WebGLRenderer, scene: Scene) => void
  /**
   * Sets the projected picture, or null for none; the caller keeps the texture. Without a colour space its texels are
   * display values (sRGB), as a projector takes them, which is cheapest; with one, they are converted.
   */
  readonly setPicture: (picture: Texture | null) => void
  /** Sets the tone mapping of the following pictures. */
  readonly expose: (film: Film) => void
  readonly dispose: () => void
}

/** Mean irradiance of full ambient light on the table; an exposure of 1 is calibrated to it. */
const fullAmbient = 0.9

/** Makes the lights of one bench. `reachMm` is half the longer side of the area that daylight's shadow map covers. */
export function createBenchLight(ambience: Ambience, projector: ProjectorModel, reachMm: number): BenchLight {
  const black = new DataTexture(new Uint8Array([0, 0, 0, 255]), 1, 1)
  black.needsUpdate = true
  const uniforms = lightUniforms(black)
  setAmbience(uniforms, ambience)

  const sun = sunCamera(uniforms.sunDirection.value, reachMm)
  const sunTarget = depthTarget(640, 480)
  uniforms.sunDepth.value = sunTarget.depthTexture
  lookupMatrix(sun, uniforms.sunLookup.value)

  const thrower = threeCamera(projector)
  thrower.layers.set(casterLayer)
  const throwTarget = depthTarget(Math.min(1024, projector.width), Math.min(768, projector.height))
  uniforms.throwDepth.value = throwTarget.depthTexture
  lookupMatrix(thrower, uniforms.throwLookup.value)
  toWorld(projector.position, uniforms.throwPosition.value)
  const distance = uniforms.throwPosition.value.length()
  const steepness = uniforms.throwPosition.value.z / distance
  const white = fullAmbient * ambience.level * projector.whiteToAmbient

  const depthOnly = depthMaterial()
  return {
    uniforms,
    castShadows(renderer, scene) {
      scene.overrideMaterial = depthOnly
      renderInto(renderer, sunTarget, scene, sun)
      renderInto(renderer, throwTarget, scene, thrower)
      scene.overrideMaterial = null
    },
    setPicture(picture) {
      uniforms.throwPicture.value = picture ?? black
      uniforms.throwIsCoded.value = picture?.colorSpace === NoColorSpace
    },
    expose({ exposure, shoulder, glow }) {
      uniforms.exposure.value = exposure
      uniforms.shoulder.value = shoulder
      uniforms.throwBlack.value = glow * white * projector.blackLevel
      uniforms.throwStrength.value = (glow * white * distance * distance) / steepness
    },
    dispose() {
      for (const target of [sunTarget, throwTarget]) {
        target.depthTexture?.dispose()
        target.dispose()
      }
      depthOnly.dispose()
      black.dispose()
    },
  }
}

function setAmbience(uniforms: LightUniforms, { level, window, warmth }: Ambience): void {
  const steepness = uniforms.sunDirection.value.z
  const total = fullAmbient * level
  uniforms.sunColor.value.setRGB(1 + 0.1 * warmth, 1, 1 - 0.22 * warmth).multiplyScalar((total * window) / steepness)
  uniforms.skyColor.value.setRGB(1 + 0.03 * warmth, 1, 1 - 0.05 * warmth).multiplyScalar(total * (1 - window))
  uniforms.groundColor.value.copy(uniforms.skyColor.value).multiply(new Color(0.62, 0.53, 0.44))
}

function sunCamera(direction: Vector3, reachMm: number): OrthographicCamera {
  const camera = new OrthographicCamera(-reachMm, reachMm, reachMm * 0.75, -reachMm * 0.75, 100, 4000)
  camera.up.set(0, 1, 0)
  camera.position.copy(direction).multiplyScalar(2000)
  camera.lookAt(0, 0, 0)
  camera.updateMatrixWorld(true)
  camera.layers.set(casterLayer)
  return camera
}

function depthTarget(width: number, height: number): WebGLRenderTarget {
  const depthTexture = new DepthTexture(width, height)
  depthTexture.compareFunction = LessEqualCompare
  depthTexture.minFilter = LinearFilter
  depthTexture.magFilter = LinearFilter
  return new WebGLRenderTarget(width, height, { depthTexture, format: RedFormat })
}

function depthMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    colorWrite: false,
    vertexShader: /* glsl */ `
      #include <common>
      #include <skinning_pars_vertex>
      void main() {
        #include <skinbase_vertex>
        #include <begin_vertex>
        #include <skinning_vertex>
        #include <project_vertex>
      }`,
    fragmentShader: 'void main() {}',
  })
}
