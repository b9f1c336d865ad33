// The room around the bench: a wall with a window, a shelf, a tool board, a plant, and the boom that carries camera and
// projector.
import {
  type BufferGeometry,
  CylinderGeometry,
  Group,
  IcosahedronGeometry,
  Mesh,
  PlaneGeometry,
  Quaternion,
  SphereGeometry,
  Vector3,
} from 'three'
import type { MakeMaterial } from '../light/benchMaterial.ts'
import { toWorld } from '../light/threeCamera.ts'
import { createRandom } from '../random.ts'
import type { Rig } from '../rig.ts'
import { joined, post, roundedRect, slab, tinted } from '../solids.ts'
import { backdropLayer } from '../viewCamera.ts'

const floorMm = -740

/** Builds the room behind and under a table of the given size in mm. The bench's camera does not see it. */
export function buildWorkshop(
  table: { readonly w: number; readonly h: number },
  rig: Rig,
  makeMaterial: MakeMaterial,
): Group {
  const wallY = table.h / 2 + 230
  const material = makeMaterial({ vertexColors: true, backdrop: true })
  const still = (geometry: BufferGeometry): Mesh => {
    const mesh = new Mesh(geometry, material)
    mesh.layers.set(backdropLayer)
    mesh.renderOrder = 1
    return mesh
  }
  const room = new Group()
  room.add(
    still(wall(wallY)),
    still(legs(table)),
    still(shelf().translate(table.w * 0.58, wallY - 85, 215)),
    still(toolBoard().translate(-table.w * 0.03, wallY - 14, 335)),
    still(windowFrame().translate(-table.w * 0.66, wallY - 6, 455)),
    still(plant().translate(-table.w * 0.62, wallY - 62, 127)),
    still(boom(table, rig)),
  )
  return room
}

/** The floor, which the camera sees around the table: darker where the table stands. */
export function buildFloor(table: { readonly w: number; readonly h: number }, makeMaterial: MakeMaterial): Mesh {
  const shade = (x: number, y: number): number => {
    const apart = Math.hypot(Math.max(0, Math.abs(x) - table.w / 2), Math.max(0, Math.abs(y) - table.h / 2))
    return 0.75 - 0.45 * Math.exp(-apart / 380)
  }
  const floor = new Mesh(
    tinted(new PlaneGeometry(9000, 5600, 14, 10), '#a39685', shade).translate(0, -600, floorMm),
    makeMaterial({ vertexColors: true, backdrop: true }),
  )
  floor.renderOrder = 1
  return floor
}

/** The wall: warm white, brighter towards the window on the left, with a sage-green lower part. */
function wall(y: number): BufferGeometry {
  const glow = (x: number, _y: number, z: number): number =>
    0.72 + 0.42 * Math.exp(-Math.hypot((x + 900) / 1100, (z - 600) / 900))
  const upper = new PlaneGeometry(5200, 2400, 16, 8).rotateX(Math.PI / 2).translate(0, y, 1140)
  const lower = new PlaneGeometry(5200, 900, 26, 3).rotateX(Math.PI / 2).translate(0, y, -510)
  const rail = slab(roundedRect(5200, 26, 6), 14)
    .rotateX(Math.PI / 2)
    .translate(0, y, -60)
  return joined([tinted(upper, '#e9e0d0', glow), tinted(lower, '#a9b3a0', glow), tinted(rail, '#d9cfbc', glow)])
}

/** The window on the left. */
function windowFrame(): BufferGeometry {
  const pane = (height: number, z: number, color: string, glow: (z: number) => number): BufferGeometry =>
    tinted(new PlaneGeometry(560, height, 1, 4).rotateX(Math.PI / 2).translate(0, -2, z), color, (_x, _y, cornerZ) =>
      glow(cornerZ),
    )
  const bars = [
    slab(roundedRect(600, 26, 4), 20),
    slab(roundedRect(26, 660, 4), 20),
    slab(roundedRect(600, 30, 4), 22).translate(0, 330, 0),
    slab(roundedRect(640, 34, 4), 60).translate(0, -335, 0),
    slab(roundedRect(30, 690, 4), 22).translate(-290, 0, 0),
    slab(roundedRect(30, 690, 4), 22).translate(290, 0, 0),
  ].map((bar) => tinted(bar.rotateX(Math.PI / 2), '#f4efe4'))
  const sky = pane(440, 100, '#fffdf6', (z) => 1.75 + z / 900)
  const garden = pane(200, -220, '#d5dfc6', (z) => 1.5 - z / 900)
  return joined([sky, garden, ...bars])
}

/** A shelf with boxes and jars. */
function shelf(): BufferGeometry {
  const box = (w: number, h: number, x: number, z: number, color: string): BufferGeometry =>
    tinted(slab(roundedRect(w, 120, 5), h).translate(x, 0, z), color)
  const boards = [0, 230].map((z) => tinted(slab(roundedRect(760, 170, 4), 18).translate(0, 0, z - 18), '#c39a66'))
  const brackets = [-300, 300].map((x) => tinted(slab(roundedRect(14, 120, 2), 90).translate(x, 10, -108), '#8b8f8c'))
  return joined([
    ...boards,
    ...brackets,
    box(110, 130, -300, 0, '#c8b08a'),
    box(90, 90, -190, 0, '#7f9a92'),
    box(130, 150, -70, 0, '#d9c9a8'),
    tinted(post(110, 42, 18).translate(60, 0, 0), '#b9c4bd'),
    tinted(post(14, 44, 18).translate(60, 0, 110), '#6d7d75'),
    tinted(post(84, 38, 18).translate(160, 0, 0), '#d0a58a'),
    box(150, 90, -270, 230, '#8aa0b3'),
    box(120, 120, -120, 230, '#c8b08a'),
    box(170, 70, 60, 230, '#b98a6a'),
    box(100, 130, 240, 230, '#dcd3bf'),
  ])
}

/** A board with the outlines of tools: a hammer, a rule, pliers, screwdrivers. */
function toolBoard(): BufferGeometry {
  const flat = (w: number, h: number, r: number, x: number, z: number, color: string, thickness = 12): BufferGeometry =>
    tinted(
      slab(roundedRect(w, h, r), thickness)
        .rotateX(Math.PI / 2)
        .translate(x, -8, z),
      color,
    )
  const drivers = [0, 1, 2, 3].flatMap((i) => [
    flat(20, 78, 9, 120 + i * 44, 70, ['#a8665a', '#b98a4e', '#5f7fa3', '#6f8f86'][i] ?? '#888888', 16),
    flat(6, 84 - i * 8, 2, 120 + i * 44, -6 + i * 4, '#9aa0a3', 6),
  ])
  return joined([
    tinted(slab(roundedRect(640, 380, 10), 12).rotateX(Math.PI / 2), '#cdb891'),
    flat(24, 210, 10, -250, -20, '#a87b4c', 14),
    flat(96, 34, 6, -250, 92, '#70777b', 18),
    flat(28, 250, 3, -160, 0, '#e2dcc8', 8),
    flat(18, 120, 8, -82, -50, '#a8665a', 12),
    flat(18, 120, 8, -50, -50, '#a8665a', 12),
    flat(40, 60, 14, -66, 46, '#8b9194', 12),
    ...drivers,
    flat(170, 60, 12, 180, -120, '#7d8a7a', 20),
  ])
}

/** A plant in a clay pot. */
function plant(): BufferGeometry {
  const random = createRandom(31)
  const leaves = Array.from({ length: 28 }, () => {
    const turn = random.between(0, 2 * Math.PI)
    const rise = random.between(0.25, 1.35)
    const reach = random.between(60, 150)
    const tone = random.between(0, 1)
    return tinted(
      new SphereGeometry(1, 6, 4),
      tone > 0.6 ? '#7fa06a' : tone > 0.25 ? '#5f8656' : '#4b6f49',
      (_x, _y, z) => 0.75 + 0.25 * z,
    )
      .scale(random.between(30, 46), random.between(13, 20), 3)
      .rotateY(-rise * 0.9)
      .translate(Math.cos(rise) * reach, 0, 90 + Math.sin(rise) * reach * 1.25)
      .rotateZ(turn)
  })
  return joined([
    tinted(new CylinderGeometry(62, 46, 96, 22).rotateX(Math.PI / 2).translate(0, 0, 48), '#b9765a'),
    tinted(new CylinderGeometry(67, 67, 18, 22).rotateX(Math.PI / 2).translate(0, 0, 92), '#c08264'),
    tinted(post(4, 58, 20).translate(0, 0, 98), '#4a3c32'),
    ...leaves,
  ])
}

/** Two steel frames under the table. */
function legs(table: { readonly w: number; readonly h: number }): BufferGeometry {
  const posts = [-1, 1].flatMap((sx) =>
    [-1, 1].map((sy) =>
      tinted(
        slab(roundedRect(46, 46, 5), -floorMm - 34).translate(
          sx * (table.w / 2 - 60),
          sy * (table.h / 2 - 60),
          floorMm,
        ),
        '#7b837f',
      ),
    ),
  )
  return joined(posts)
}

/** A post at the table's far corner with an arm over it; projector and camera are drawn at the positions of the rig. */
function boom(table: { readonly w: number; readonly h: number }, rig: Rig): BufferGeometry {
  const projector = toWorld(rig.projector.position)
  const camera = toWorld(rig.camera.position)
  const top = Math.max(projector.z, camera.z) + 110
  const foot = new Vector3(table.w / 2 - 50, table.h / 2 + 45, floorMm)
  const corner = new Vector3(foot.x, foot.y, top)
  const above = new Vector3(projector.x, projector.y + 30, top)
  const housing = slab(roundedRect(230, 180, 22), 92, 6).translate(projector.x, projector.y + 30, projector.z + 8)
  const head = slab(roundedRect(84, 58, 14), 48, 5).translate(camera.x, camera.y, camera.z + 6)
  return joined([
    beam(foot, corner, 15),
    beam(corner, above, 15),
    beam(above, new Vector3(above.x, above.y, projector.z + 90), 14),
    beam(above, new Vector3(camera.x, camera.y, camera.z + 50), 8),
    tinted(slab(roundedRect(70, 90, 8), 60, 4).translate(foot.x, foot.y - 20, -50), '#6f7772'),
    tinted(housing, '#e8e4da'),
    tinted(post(10, 30, 20).translate(projector.x, projector.y, projector.z - 1), '#2c3033'),
    tinted(head, '#3d4347'),
    tinted(post(8, 15, 16).translate(camera.x, camera.y, camera.z - 1), '#14171a'),
    tinted(new IcosahedronGeometry(4, 1).translate(camera.x + 26, camera.y - 28, camera.z + 26), '#7fd18a', () => 2.4),
  ])
}

/** A steel tube between two points. */
function beam(from: Vector3, to: Vector3, radius: number): BufferGeometry {
  const along = to.clone().sub(from)
  const turn = new Quaternion().setFromUnitVectors(new Vector3(0, 1, 0), along.clone().normalize())
  return tinted(
    new CylinderGeometry(radius, radius, along.length(), 14)
      .applyQuaternion(turn)
      .translate((from.x + to.x) / 2, (from.y + to.y) / 2, (from.z + to.z) / 2),
    '#9aa19b',
  )
}
