// Random benches from a seed, varying in everything that differs between workshops: the input for measuring perception
// in volume.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { rectCorners } from '../../../src-domain/geometry/rect.ts'
import { layoutIdSchema } from '../../../src-domain/ids.ts'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import { type Appearance, skinTones } from '../appearance.ts'
import type { Goal } from '../drivers/autopilot.ts'
import { type Persona, personas } from '../drivers/persona.ts'
import { type PartKind, partKinds } from '../parts/partModels.ts'
import { type PinholeCamera, pinholeMatrix, projectPoint } from '../pinholeCamera.ts'
import { createRandom, type Random } from '../random.ts'
import { type CameraModel, defaultRig, type Rig } from '../rig.ts'
import type { StockItem } from '../stock.ts'

/** What may vary. Everything else has the values of a typical bench. */
export type Variety = {
  readonly gloves?: boolean
  readonly dimLight?: boolean
  readonly lens?: boolean
  readonly twoRows?: boolean
  readonly bothHands?: boolean
}

export type RandomBench = {
  readonly layout: BenchLayout
  readonly stock: readonly StockItem[]
  readonly rig: Rig
  readonly look: Appearance
  readonly seed: number
  readonly persona: Persona
  readonly works: Hand | 'both'
  /** An endless sequence of goals: alternating picks and places, sometimes a button press. */
  readonly nextGoal: () => Goal
}

/** The bench for a seed; the same seed gives the same bench. */
export function randomBench(seed: number, variety: Variety = {}): RandomBench {
  const random = createRandom(seed)
  const layout = randomLayout(random, variety)
  const works = variety.bothHands ? 'both' : random.pick(['left', 'right'] as const)
  return {
    layout,
    stock: layout.bins.map(({ id }) => ({
      bin: id,
      part: { kind: random.pick(smallParts) },
      count: Math.floor(random.between(14, 26)),
    })),
    rig: randomRig(random, variety, layout),
    look: randomLook(random, variety),
    seed,
    persona: personas[random.pick(['beginner', 'learner', 'expert'] as const)],
    works,
    nextGoal: goals(layout, random.fork()),
  }
}

const smallParts = partKinds.filter(
  (kind) => !(['bag', 'cable', 'plugHousing', 'bellDome', 'bellBase'] as PartKind[]).includes(kind),
)

function randomLayout(random: Random, variety: Variety): BenchLayout {
  const columns = Math.floor(random.between(4, 7))
  const rows = variety.twoRows ? 2 : 1
  const pitch = 1140 / columns
  const w = Math.min(170, pitch - random.between(16, 50))
  const h = random.between(100, 125)
  const rimMm = random.between(25, 80)
  const bins = Array.from({ length: columns * rows }, (_, i) => {
    const column = i % columns
    const row = Math.floor(i / columns)
    return {
      id: String.fromCharCode(65 + i),
      label: String.fromCharCode(65 + i),
      rect: { x: -570 + pitch * (column + 0.5) - w / 2, y: -375 + row * (h + 18), w, h },
      rimMm,
    }
  })
  const y = -375 + rows * (h + 18) + random.between(45, 80)
  const zone = (id: string, x: number, use: 'fixture' | 'tray') => ({
    id,
    label: id,
    rect: { x, y, w: random.between(150, 200), h: random.between(130, 160) },
    heightMm: use === 'fixture' ? random.between(4, 20) : 2,
    use,
  })
  return {
    id: layoutIdSchema.parse('random'),
    name: 'A bench by chance',
    table: { w: 1200, h: 800 },
    bins,
    zones: [zone('W1', random.between(-330, -200), 'fixture'), zone('W2', random.between(20, 160), 'tray')],
    buttons: [
      { id: 'help', rect: { x: -470, y: 210, w: 110, h: 90 } },
      { id: 'done', rect: { x: 360, y: 210, w: 110, h: 90 } },
    ],
  }
}

/** Draws again in the rare case that a target is outside the picture of camera or projector. */
function randomRig(random: Random, variety: Variety, layout: BenchLayout): Rig {
  for (;;) {
    const rig = anyRig(random, variety)
    if ([rig.camera, rig.projector].every((camera) => reachesAll(camera, layout))) return rig
  }
}

function reachesAll(camera: PinholeCamera, { bins, zones, buttons }: BenchLayout): boolean {
  const matrix = pinholeMatrix(camera)
  return [...bins, ...zones, ...buttons]
    .flatMap(({ rect }) => rectCorners(rect))
    .every((corner) => {
      const { x, y } = projectPoint(matrix, { ...corner, z: 0 })
      return x > 0 && y > 0 && x < camera.width && y < camera.height
    })
}

function anyRig(random: Random, variety: Variety): Rig {
  const camera: CameraModel = {
    ...defaultRig.camera,
    position: { x: random.between(-120, 120), y: random.between(-160, 60), z: random.between(1100, 1260) },
    target: { x: random.between(-20, 20), y: random.between(-10, 20), z: 0 },
    rollDeg: random.between(-4, 4),
    k1: variety.lens ? random.between(-0.16, 0) : 0,
    k2: variety.lens ? random.between(0, 0.03) : 0,
    exposure: random.between(0.85, 1.15) * (variety.dimLight ? 2 : 1),
    noiseLevels: variety.dimLight ? random.between(3, 6) : random.between(1, 3),
    vignetting: random.between(0, 0.3),
  }
  const throwMm = random.between(1180, 1320)
  const projector = {
    ...defaultRig.projector,
    position: { x: random.between(-150, 150), y: random.between(-260, -120), z: throwMm },
    focalPx: 0.88 * throwMm,
    whiteToAmbient: random.between(0.6, 2),
  }
  return { camera, projector }
}

function randomLook(random: Random, variety: Variety): Appearance {
  const colors = ['#5d7180', '#7a4b3a', '#2f3338', '#8a8f78', '#b7aa95', '#4b5f4a']
  return {
    skin: random.pick(skinTones),
    sleeve: random.chance(0.25) ? null : { color: random.pick(colors), cuffMm: random.between(35, 170) },
    glove: variety.gloves ? random.pick(['blueNitrile', 'black', 'grey'] as const) : 'none',
    table: random.pick(['lightWood', 'lightWood', 'greySteel', 'darkLaminate'] as const),
    ambience: {
      level: variety.dimLight ? random.between(0.3, 0.5) : random.between(0.8, 1.05),
      window: random.between(0.2, 0.5),
      warmth: random.between(-0.5, 0.7),
    },
  }
}

function goals(layout: BenchLayout, random: Random): () => Goal {
  let carries = false
  return () => {
    if (carries) {
      carries = false
      return { kind: 'place', target: random.pick(layout.zones).id }
    }
    if (random.chance(0.25)) return { kind: 'press', target: random.pick(layout.buttons).id }
    carries = true
    return { kind: 'pick', target: random.pick(layout.bins).id }
  }
}
