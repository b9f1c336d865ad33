// Celebrates a finished product: a wreath opens leaf by leaf around the work and turns slowly. With rewards a second
// ring of sparks appears.
import { Vector4 } from 'three'
import { createFade, easeBetween } from '../drawing/motion.ts'
import { createQuad } from '../drawing/quad.ts'
import type { TableView } from '../view/tableView.ts'
import { type Element, whenChanged } from './element.ts'

const openingMs = 1100
const gapMm = 26
const leafMm = 46
const rewardMm = 60

const fragmentShader = `
uniform vec4 wreath; // the quad's size, the inner radius, a leaf's length, all in mm; how far it has opened
uniform vec4 look; // opacity, turn in radians, rewards, seconds
const float turn = 6.2831853;
const float leaves = 26.0;
const float lights = 40.0;

float leaf(vec2 p, float length_, float wide) { // a pointed oval from (0, 0) to (0, length_)
  float h = length_ * 0.5;
  float r = (h * h + wide * wide) / (2.0 * wide);
  return length(vec2(abs(p.x) + r - wide, p.y - h)) - r;
}
vec4 over(vec4 under, vec4 above) {
  return above + under * (1.0 - above.a);
}
void main() {
  vec2 p = at * wreath.x;
  float radius = length(p);
  float angle = fract((atan(p.x, -p.y) + look.y) / turn + 1.0);
  float px = max(fwidth(radius), 1e-4);
  vec3 green = vec3(0.275, 0.961, 0.604);
  float stem = 1.0 - smoothstep(1.2 - px, 1.2 + px, abs(radius - wreath.y));
  vec4 light = vec4(green, 1.0) * stem * 0.6 * step(angle, wreath.w);
  float glow = 0.0;
  for (int side = -1; side <= 1; side += 2) {
    for (int neighbour = -2; neighbour <= 1; neighbour++) {
      float offset = side < 0 ? 0.5 : 0.0;
      float index = mod(floor(angle * leaves - offset) + float(neighbour), leaves);
      float root = (index + offset) / leaves;
      float away = (fract(angle - root + 0.5) - 0.5) * turn;
      float open = smoothstep(root * 0.65, root * 0.65 + 0.35, wreath.w);
      float size = wreath.z * (side < 0 ? 0.8 : 1.0) * open;
      vec2 q = vec2(radius * cos(away) - wreath.y, radius * sin(away)); // outwards, along the ring
      float lean = float(side) * 0.62;
      q = vec2(q.x * cos(lean) - q.y * sin(lean), q.x * sin(lean) + q.y * cos(lean));
      float d = leaf(q, max(size, 0.01), max(size * 0.2, 0.01));
      float body = clamp(0.5 - d / px, 0.0, 1.0) * open;
      float vein = 1.0 - 0.5 * (1.0 - smoothstep(0.5, 0.5 + px, abs(q.x)));
      vec3 colour = mix(green, vec3(0.93, 1.0, 0.84), side < 0 ? 0.62 : 0.1);
      float shade = (0.55 + 0.45 * clamp(q.y / wreath.z, 0.0, 1.0)) * vein;
      light = over(light, vec4(colour * shade, 1.0) * body);
      glow = max(glow, exp(-max(d, 0.0) / 6.0) * 0.2 * open);
    }
  }
  light = over(vec4(green, 1.0) * glow, light);

  float place = fract(angle - look.y * 2.0 / turn) * lights;
  float away = fract(sin(floor(place) * 12.9898) * 43758.547);
  float rise = wreath.y + wreath.z + 4.0 + 36.0 * away * wreath.w;
  float spot = length(vec2((fract(place) - 0.5) / lights * turn * radius, radius - rise)) - 3.5 - 3.5 * fract(away * 7.3);
  float twinkle = 0.65 + 0.35 * sin(look.w * 3.0 + away * 40.0);
  float spark = (clamp(0.5 - spot / px, 0.0, 1.0) + exp(-max(spot, 0.0) / 4.0) * 0.35) * twinkle;
  vec3 warm = away < 0.4 ? vec3(1.0, 0.88, 0.4) : away < 0.7 ? vec3(0.56, 0.93, 1.0) : vec3(1.0, 0.976, 0.925);
  light += vec4(warm, 1.0) * min(spark, 1.0) * smoothstep(0.35, 1.0, wreath.w) * look.z;
  gl_FragColor = min(light, vec4(1.0)) * look.x;
}`

export function createCelebration(): Element<NonNullable<TableView['celebration']>> {
  const { mesh, uniforms, dispose } = createQuad(fragmentShader, {
    wreath: { value: new Vector4() },
    look: { value: new Vector4() },
  })
  const fade = createFade()
  let begins = false
  let beganMs = 0

  const show = whenChanged<NonNullable<TableView['celebration']>>(fade, ({ centre, radiusMm, more }) => {
    begins = true
    const inner = radiusMm + gapMm
    const size = 2 * (inner + leafMm + rewardMm)
    mesh.position.set(centre.x, centre.y, 0)
    mesh.scale.set(size, size, 1)
    uniforms.wreath.value.set(size, inner, leafMm, 0)
    uniforms.look.value.z = more ? 1 : 0
  })

  return {
    object: mesh,
    show,
    update: (timeMs) => {
      if (begins) beganMs = timeMs
      begins = false
      const t = timeMs - beganMs
      uniforms.wreath.value.w = easeBetween(t, 0, openingMs)
      const look = uniforms.look.value
      look.x = fade.at(timeMs)
      look.y = t * 0.00008
      look.w = t / 1000
      mesh.visible = look.x > 0.002
    },
    dispose,
  }
}
