// Simulates the bench's camera: renders the undistorted picture, applies lens distortion and adds sensor noise.
import {
  BufferAttribute,
  BufferGeometry,
  type Camera,
  LinearFilter,
  Mesh,
  Scene,
  ShaderMaterial,
  Vector2,
  Vector4,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import { undistortedBounds } from './lens.ts'
import { type BenchLight, casterLayer } from './light/benchLight.ts'
import { renderInto } from './light/renderInto.ts'
import { threeCamera } from './light/threeCamera.ts'
import { principalPoint } from './pinholeCamera.ts'
import type { CameraModel } from './rig.ts'

export type Sensor = {
  /** Renders the scene as the camera delivers it. `frame` seeds the noise. */
  readonly capture: (renderer: WebGLRenderer, scene: Scene, light: BenchLight, frame: number) => Promise<ImageBitmap>
  readonly dispose: () => void
}

const vertexShader =
  'varying vec2 vPixel; uniform vec2 size; void main() { vPixel = (position.xy * 0.5 + 0.5) * size; gl_Position = vec4(position.xy, 0.0, 1.0); }'

// Rows are written from the top, so that the pixels read back are in the row order of ImageData.
const fragmentShader = /* glsl */ `
  varying vec2 vPixel;
  uniform sampler2D pinhole;
  uniform vec4 bounds;
  uniform vec2 size;
  uniform vec2 centre;
  uniform vec2 distortion;
  uniform float focal;
  uniform float noise;
  uniform float vignetting;
  uniform float defocus;
  uniform float seed;

  vec3 seenAt(vec2 pixel) {
    vec2 at = (pixel - bounds.xy) / (bounds.zw - bounds.xy);
    return texture2D(pinhole, vec2(at.x, 1.0 - at.y)).rgb;
  }

  // Integer hash after "pcg3d" of Jarzynski and Olano, Hash Functions for GPU Rendering (JCGT 2020).
  uvec3 scrambled(uvec3 v) {
    v = v * 1664525u + 1013904223u;
    v.x += v.y * v.z; v.y += v.z * v.x; v.z += v.x * v.y;
    v ^= v >> 16u;
    v.x += v.y * v.z; v.y += v.z * v.x; v.z += v.x * v.y;
    return v;
  }

  // The sum of two uniform numbers a channel, scaled to a standard deviation of 1.
  vec3 grain() {
    uvec3 h = scrambled(uvec3(uvec2(vPixel), uint(seed)));
    vec3 a = vec3(h & 0xffffu);
    vec3 b = vec3(h >> 16u);
    return ((a + b) / 65536.0 - 1.0) * 2.449;
  }

  void main() {
    vec2 bent = (vPixel - centre) / focal;
    float rd = length(bent);
    float r = rd;
    for (int i = 0; i < 4; i++) {
      float r2 = r * r;
      r -= (r * (1.0 + distortion.x * r2 + distortion.y * r2 * r2) - rd)
        / (1.0 + 3.0 * distortion.x * r2 + 5.0 * distortion.y * r2 * r2);
    }
    vec2 pixel = centre + bent * (rd > 0.0 ? r / rd : 1.0) * focal;
    vec3 level = seenAt(pixel);
    if (defocus > 0.0) {
      for (int i = 0; i < 12; i++) {
        float turn = float(i) * 2.39996;
        level += seenAt(pixel + defocus * sqrt((float(i) + 0.5) / 12.0) * vec2(cos(turn), sin(turn)));
      }
      level /= 13.0;
    }
    vec2 fromCentre = (vPixel - 0.5 * size) / (0.5 * length(size));
    // Levels follow light by a power of about 1/2.2.
    level *= pow(1.0 - vignetting * dot(fromCentre, fromCentre), 0.4545);
    level += grain() * noise * mix(vec3(1.6), vec3(0.7), clamp(level, 0.0, 1.0));
    gl_FragColor = vec4(clamp(level, 0.0, 1.0), 1.0);
  }`

/** Makes the sensor for one camera model. */
export function createSensor(model: CameraModel): Sensor {
  const { width, height } = model
  const bounds = undistortedBounds(model)
  const pinhole = new WebGLRenderTarget(bounds.x1 - bounds.x0, bounds.y1 - bounds.y0, {
    magFilter: LinearFilter,
    minFilter: LinearFilter,
  })
  const delivered = new WebGLRenderTarget(width, height, { depthBuffer: false })
  const camera: Camera = threeCamera(model, bounds)
  camera.layers.enable(casterLayer)
  const centre = principalPoint(model)
  const seed = { value: 0 }
  const material = new ShaderMaterial({
    vertexShader,
    fragmentShader,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
    uniforms: {
      pinhole: { value: pinhole.texture },
      bounds: { value: new Vector4(bounds.x0, bounds.y0, bounds.x1, bounds.y1) },
      size: { value: new Vector2(width, height) },
      centre: { value: new Vector2(centre.x, centre.y) },
      distortion: { value: new Vector2(model.k1, model.k2) },
      focal: { value: model.focalPx },
      noise: { value: model.noiseLevels / 255 },
      vignetting: { value: model.vignetting },
      defocus: { value: model.defocusPx },
      seed,
    },
  })
  const screen = fullScreen(material)
  const stage = new Scene().add(screen)
  const pixels = new Uint8ClampedArray(width * height * 4)

  return {
    async capture(renderer, scene, light, frame) {
      light.expose({ exposure: model.exposure, shoulder: 0, glow: 1 })
      renderInto(renderer, pinhole, scene, camera)
      seed.value = frame
      renderInto(renderer, delivered, stage, camera)
      await renderer.readRenderTargetPixelsAsync(delivered, 0, 0, width, height, pixels)
      return createImageBitmap(new ImageData(pixels, width, height))
    },
    dispose() {
      pinhole.dispose()
      delivered.dispose()
      material.dispose()
      screen.geometry.dispose()
    },
  }
}

/** A mesh of one triangle that covers the target. */
function fullScreen(material: ShaderMaterial): Mesh {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3))
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  return mesh
}
