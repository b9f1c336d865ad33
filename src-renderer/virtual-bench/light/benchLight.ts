// The light of the bench: daylight from a window, the room's own glow, and the projector's picture, one set for every material.
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
import { drawInto } from './drawInto.ts'
import { eyeCamera, lookupMatrix, toWorld } from './eyeCamera.ts'

/** Objects in this layer throw shadows in daylight and in the projector's light. */
export const casterLayer = 1

/** How the room is lit; colours are linear RGB factors around 1. */
export type Ambience = {
  /** 1 is a bright workshop, 0.25 a dim one. */
  readonly level: number
  /** Share of the light that comes straight from the window, 0..1; the rest comes from everywhere. */
  readonly window: number
  /** From -1 (cool, overcast) to 1 (late sun). */
  readonly warmth: number
}

/**
 * How light becomes a picture: `exposure`·light over 1 + `shoulder`·light, so that a shoulder rolls highlights off; then sRGB levels. The
 * projector's light counts `glow` times: an eye sees it stronger than a screen can show beside a bright room.
 */
type Film = { readonly exposure: number; readonly shoulder: number; readonly glow: number }

/** The uniforms that every bench material shares by reference. */
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
  /** Draws what stands in daylight's and in the projector's way; once after every change of the scene. */
  readonly castShadows: (renderer: WebGLRenderer, scene: Scene) => void
  /**
   * The projector's picture, or null when it is dark; the caller keeps the texture. Without a colour space its texels are taken for the levels
   * (sRGB) that a projector is fed, which is cheapest; with one, for the colours it says they are.
   */
  readonly setPicture: (picture: Texture | null) => void
  /** How the pictures drawn from now on are exposed. */
  readonly expose: (film: Film) => void
  readonly dispose: () => void
}

/** Mean irradiance of full ambient light on the table: the scale that exposure 1 is made for. */
const fullAmbient = 0.9

/** Lights for one bench. `reachMm` is half the longer side of what daylight's shadows must cover. */
export function createBenchLight(ambience: Ambience, projector: ProjectorModel, reachMm: number): BenchLight {
  const black = new DataTexture(new Uint8Array([0, 0, 0, 255]), 1, 1)
  black.needsUpdate = true
  const uniforms = lightUniforms(black)
  setAmbience(uniforms, ambience)

  const sun = sunCamera(uniforms.sunDirection.value, reachMm)
  const sunTarget = depthTarget(640, 480)
  uniforms.sunDepth.value = sunTarget.depthTexture
  lookupMatrix(sun, uniforms.sunLookup.value)

  const thrower = eyeCamera(projector)
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
      drawInto(renderer, sunTarget, scene, sun)
      drawInto(renderer, throwTarget, scene, thrower)
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
