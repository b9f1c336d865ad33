// The meshes of the zones: a fixture, a tray, a mat, or a hatched area that hands must keep out of.
import { Group, Mesh } from 'three'
import type { Zone } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { rectCentre } from '../../../src-domain/geometry/rect.ts'
import { casterLayer } from '../light/benchLight.ts'
import type { MakeMaterial } from '../light/benchMaterial.ts'
import { joined, post, roundedRect, slab, tinted, walls } from '../solids.ts'

type Build = (zone: Zone) => ReturnType<typeof joined>

const surface = (zone: Zone): number => Math.max(zone.heightMm, 0.6)

/** A block of pale plastic that holds parts, with locating pins at its corners. */
const fixture: Build = (zone) => {
  const { w, h } = zone.rect
  const top = surface(zone)
  const pins = [-1, 1].flatMap((sx) =>
    [-1, 1].map((sy) => tinted(post(7, 3.2, 10, 2.4).translate(sx * (w / 2 - 9), sy * (h / 2 - 9), top), '#8f9498')),
  )
  const corner = tinted(slab(roundedRect(w, h, 10), top, Math.min(1.5, top / 3)), '#d8d3c4')
  const inlay = tinted(slab(roundedRect(w - 34, h - 34, 6), 1).translate(0, 0, top), '#c3beae')
  return joined([corner, inlay, ...pins])
}

/** A tray with a low rim for finished work. */
const tray: Build = (zone) => {
  const { w, h } = zone.rect
  const top = surface(zone)
  const inside = (x: number, y: number, _z: number, nx: number, ny: number): number => (x * nx + y * ny < 0 ? 0.75 : 1)
  return joined([
    tinted(slab(roundedRect(w - 4, h - 4, 9), top), '#77857c', () => 0.85),
    tinted(walls(w, h, top + 11, 4, 11), '#6b7a71', inside),
  ])
}

/** A felt mat. */
const mat: Build = (zone) => tinted(slab(roundedRect(zone.rect.w, zone.rect.h, 12), surface(zone), 0.2), '#8b9a9c')

/** A hatched plate. */
const keepOut: Build = (zone) => {
  const { w, h } = zone.rect
  const top = surface(zone)
  const stripes = Array.from({ length: Math.floor(w / 40) }, (_, i) =>
    tinted(slab(roundedRect(14, h * 0.9, 3), 0.3).translate(-w / 2 + 26 + i * 40, 0, top), '#c9a23f'),
  )
  return joined([tinted(slab(roundedRect(w, h, 6), top), '#4a4d50'), ...stripes])
}

const builders: Readonly<Record<Zone['use'], Build>> = { fixture, tray, surface: mat, forbidden: keepOut }

/** Builds the layout's zones, each with its working surface at the zone's height. */
export function buildZones(zones: readonly Zone[], makeMaterial: MakeMaterial): Group {
  const group = new Group()
  const material = makeMaterial({ vertexColors: true, gloss: 0.12 })
  for (const zone of zones) {
    const mesh = new Mesh(builders[zone.use](zone), material)
    const centre = rectCentre(zone.rect)
    mesh.position.set(centre.x, -centre.y, 0)
    mesh.layers.enable(casterLayer)
    group.add(mesh)
  }
  return group
}
