// The table top in wood, steel or laminate, with ambient occlusion around bins and zones.
import { BufferAttribute, type DataTexture, Group, Mesh, PlaneGeometry } from 'three'
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { distanceToRect } from '../../../src-domain/geometry/rect.ts'
import type { Appearance } from '../appearance.ts'
import { casterLayer } from '../light/benchLight.ts'
import type { MakeMaterial } from '../light/benchMaterial.ts'
import { roundedRect, slab, tinted } from '../solids.ts'
import { type Painting, paint, planeNoise, textureOf } from './paintedTexture.ts'

const thicknessMm = 34
const edges = { lightWood: '#b98d58', greySteel: '#7d848a', darkLaminate: '#5b4a3c' } as const

/** Builds the table top with its upper face at z = 0. */
export function buildTable(layout: BenchLayout, look: Appearance, makeMaterial: MakeMaterial): Group {
  const { w, h } = layout.table
  const top = new Mesh(
    shadedPlane(layout),
    makeMaterial({ map: tableTexture(look.table), vertexColors: true, gloss: look.table === 'lightWood' ? 0 : 0.3 }),
  )
  const body = new Mesh(
    tinted(slab(roundedRect(w, h, 8), thicknessMm - 0.5, 2), edges[look.table]).translate(0, 0, -thicknessMm),
    makeMaterial({ vertexColors: true }),
  )
  body.layers.enable(casterLayer)
  return new Group().add(top, body)
}

/** The upper face as a grid of vertices with the ambient light that bins and zones leave at each. */
function shadedPlane({ table, bins, zones }: BenchLayout): PlaneGeometry {
  const stepMm = 32
  const plane = new PlaneGeometry(table.w - 3, table.h - 3, Math.ceil(table.w / stepMm), Math.ceil(table.h / stepMm))
  const position = plane.getAttribute('position')
  const standing = [
    ...bins.map(({ rect, rimMm }) => ({ rect, height: rimMm })),
    ...zones.map(({ rect, heightMm }) => ({ rect, height: heightMm })),
  ]
  const colors = new Float32Array(position.count * 4).fill(1)
  for (let i = 0; i < position.count; i++) {
    const point = { x: position.getX(i), y: -position.getY(i) }
    const open = standing.reduce((left, { rect, height }) => {
      const reach = 6 + 0.8 * height
      return left * (1 - 0.5 * Math.exp(-distanceToRect(rect, point) / reach) * Math.min(1, (height + 4) / 40))
    }, 1)
    colors[i * 4 + 3] = open
  }
  plane.setAttribute('color', new BufferAttribute(colors, 4))
  return plane
}

const painters = { lightWood: paintWood, greySteel: paintSteel, darkLaminate: paintLaminate }
/** Painted once and shared by all benches. */
const paintings = new Map<Appearance['table'], Painting>()

function tableTexture(material: Appearance['table']): DataTexture {
  const painting = paintings.get(material) ?? painters[material]()
  paintings.set(material, painting)
  return textureOf(painting)
}

/** Oiled beech staves glued side by side, grain along the table. */
function paintWood(): Painting {
  const [width, height] = [1024, 512]
  const grain = planeNoise(3)
  const tone = planeNoise(8)
  const staves = 13
  return paint(width, height, (x, y, rgb) => {
    const stave = Math.floor((y / height) * staves)
    const offset = 137 * stave * stave
    const piece = Math.floor((x + offset) / 300)
    const within = (((y / height) * staves) % 1) - 0.5
    const along = (x + offset) % 300
    const own = tone(stave * 7.3 + 0.5, piece * 3.1 + 0.5)
    const fibre = grain(x / 46 + stave * 11, y / 2.1) * 0.6 + grain(x / 17 + piece * 5, y / 0.9) * 0.4
    const rings = Math.sin(within * 5 + own * 9 + grain(x / 130 + stave * 3, y / 40) * 3.2)
    const seam = Math.abs(within) > 0.485 || along < 1.2 ? 0.86 : 1
    const light = (1 + 0.055 * own + 0.035 * fibre + 0.022 * rings) * seam
    rgb[0] = 208 * light
    rgb[1] = 171 * light * (1 - 0.012 * own)
    rgb[2] = 126 * light * (1 - 0.035 * own)
  })
}

/** Brushed grey steel. */
function paintSteel(): Painting {
  const brushed = planeNoise(21)
  const broad = planeNoise(5)
  return paint(512, 512, (x, y, rgb) => {
    const light = 1 + 0.05 * brushed(x / 40, y / 0.8) + 0.04 * broad(x / 160, y / 60)
    rgb[0] = 158 * light
    rgb[1] = 163 * light
    rgb[2] = 167 * light
  })
}

/** Dark walnut laminate. */
function paintLaminate(): Painting {
  const grain = planeNoise(14)
  return paint(1024, 512, (x, y, rgb) => {
    const bands = Math.sin(y / 9 + 5 * grain(x / 210, y / 60))
    const light = 1 + 0.08 * bands + 0.1 * grain(x / 40, y / 1.6)
    rgb[0] = 92 * light
    rgb[1] = 72 * light
    rgb[2] = 57 * light
  })
}
