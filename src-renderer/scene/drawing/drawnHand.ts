// The projected demonstration hand, drawn from its bones so that it opens and closes smoothly and stays sharp at every
// size. It is smaller than a real hand and has no forearm, so that the hand tracker does not detect it.
import { Object3D, Vector2, Vector4 } from 'three'
import { boneCount, type HandPose, writeBones } from './handPose.ts'
import { createQuad } from './quad.ts'

export type DrawnHand = {
  /**
   * Its position is the point between thumb and fingertips; its rotation turns the fingers; a scale of −1 in x makes a
   * left hand.
   */
  readonly object: Object3D
  /** Blends between two poses and sets the opacity, 0 to 1. Allocates nothing. */
  readonly setShape: (from: HandPose, to: HandPose, closing: number, opacity: number) => void
  readonly dispose: () => void
}

const box = { x: -86, y: -64, w: 172, h: 214 }

const fragmentShader = `
uniform vec4 bones[${boneCount}];
uniform vec2 look; // opacity

float bone(vec2 p, vec4 b, float r0, float r1) {
  vec2 along = b.zw - b.xy;
  vec2 from = p - b.xy;
  float h = clamp(dot(from, along) / max(dot(along, along), 1e-3), 0.0, 1.0);
  return length(from - along * h) - mix(r0, r1, h);
}
float join(float a, float b, float k) {
  float h = max(k - abs(a - b), 0.0) / k;
  return min(a, b) - h * h * k * 0.25;
}
void main() {
  vec2 p = at * vec2(${box.w}.0, ${box.h}.0) + vec2(${box.x + box.w / 2}.0, ${box.y + box.h / 2}.0);
  float palm = bone(p, bones[0], 23.0, 24.0);
  for (int i = 1; i < 5; i++) palm = join(palm, bone(p, bones[i], 20.0, i == 4 ? 11.0 : 12.5), 9.0);
  float thumb = min(bone(p, bones[5], 14.0, 11.0), bone(p, bones[6], 11.0, 8.6));
  vec4 web = vec4(mix(bones[5].xy, bones[5].zw, 0.6), bones[1].zw);
  palm = join(palm, bone(p, web, 12.0, 11.0), 8.0);
  float fingers = 1e3;
  for (int i = 0; i < 4; i++) {
    float r = i == 3 ? 8.8 : 10.2;
    fingers = min(fingers, min(bone(p, bones[7 + 2 * i], r + 0.8, r), bone(p, bones[8 + 2 * i], r, r - 1.8)));
  }
  float d = join(join(palm, fingers, 6.0), thumb, 8.0);
  float px = max(fwidth(d), 1e-4);
  float inside = clamp(0.5 - d / px, 0.0, 1.0);
  float rim = inside * smoothstep(-5.5 - px, -5.0, d);
  float glow = exp(-max(d, 0.0) / 5.0) * 0.3 * (1.0 - inside);
  float light = mix(inside * 0.26 + glow, 1.0, rim);
  float wristFade = 1.0 - smoothstep(78.0, 138.0, p.y);
  float alpha = light * wristFade * look.x;
  gl_FragColor = vec4(vec3(1.0, 0.976, 0.925) * alpha, alpha);
}`

/** Makes the hand; it is invisible until `setShape` is called. */
export function createDrawnHand(): DrawnHand {
  const bones = Array.from({ length: boneCount }, () => new Vector4())
  const { mesh, uniforms, dispose } = createQuad(fragmentShader, {
    bones: { value: bones },
    look: { value: new Vector2() },
  })
  mesh.scale.set(box.w, box.h, 1)
  mesh.position.set(box.x + box.w / 2, box.y + box.h / 2, 0)
  const object = new Object3D()
  object.add(mesh)
  return {
    object,
    setShape: (from, to, closing, opacity) => {
      mesh.visible = opacity > 0.002
      uniforms.look.value.x = opacity
      if (mesh.visible) writeBones(from, to, closing, bones)
    },
    dispose,
  }
}
