// The state of the virtual bench without rendering: hands, parts, lights and their interaction.
import { type Mesh, type Object3D, Scene, type Texture } from 'three'
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'
import type { Hand } from '../../src-domain/perception/interaction.schema.ts'
import { type Appearance, defaultAppearance } from './appearance.ts'
import { buildBins } from './furniture/bins.ts'
import { buildTable } from './furniture/table.ts'
import { buildFloor, buildWorkshop } from './furniture/workshop.ts'
import { buildZones } from './furniture/zones.ts'
import { createHandActor, type HandActor } from './hand/handActor.ts'
import type { HandDriver } from './hand/handDriver.ts'
import type { HandModel } from './hand/handModel.ts'
import { type HandPose, parkedHand } from './hand/handPose.ts'
import { openingOf } from './hand/handShape.ts'
import { distortPoint } from './lens.ts'
import { type BenchLight, createBenchLight } from './light/benchLight.ts'
import { createMaterialMaker, type MakeMaterial } from './light/benchMaterial.ts'
import { type Point3, pinholeMatrix, projectPoint } from './pinholeCamera.ts'
import { defaultRig, type Rig } from './rig.ts'
import { createPieceMeshes, type PieceMeshes, type StockItem } from './stock.ts'
import { bothHands, createBenchWorld } from './world/benchWorld.ts'
import { createGroundTruthLog, type TruthEvent } from './world/groundTruthLog.ts'

export type StageSetup = {
  readonly layout: BenchLayout
  readonly stock: readonly StockItem[]
  readonly hands: Readonly<Record<Hand, HandModel>>
  readonly rig?: Rig
  readonly look?: Appearance
  readonly seed?: number
  /** Adds objects to the table, made with the bench's own materials. The caller shows and hides them. */
  readonly extraTableObjects?: (makeMaterial: MakeMaterial) => Object3D
}

/**
 * Ground truth of one hand. `landmarks` are px of the camera's picture, including lens distortion, in MediaPipe's
 * order.
 */
export type HandTruth = {
  readonly hand: Hand
  /** The centre of the tips of thumb, index and middle finger, mm. */
  readonly grip: Point3
  /** 1 is open, 0 is gripping. */
  readonly opening: number
  readonly landmarks: readonly (readonly [x: number, y: number])[]
  /** The bin that the part in this hand came from, or null. */
  readonly holdsFrom: string | null
}

type Truth = {
  readonly atMs: number
  readonly hands: readonly HandTruth[]
  /** The number of parts in each bin, by bin id. */
  readonly bins: Readonly<Record<string, number>>
  readonly events: readonly TruthEvent[]
}

export type BenchStage = {
  readonly layout: BenchLayout
  readonly rig: Rig
  readonly scene: Scene
  readonly light: BenchLight
  readonly pieces: PieceMeshes
  /** The bench's own time in ms: the sum of all steps. */
  readonly nowMs: () => number
  /** Increases with every change of the scene. */
  readonly version: () => number
  readonly step: (dtMs: number) => void
  readonly drive: (driver: HandDriver | null) => void
  readonly setHand: (hand: Hand, pose: HandPose) => void
  readonly truth: () => Truth
  readonly clearWork: () => void
  readonly resetParts: () => void
  readonly dispose: () => void
}

/** Builds a bench in memory; needs no graphics. The same setup and steps give the same bench. */
export function createBenchStage(setup: StageSetup): BenchStage {
  const { layout, stock } = setup
  const rig = setup.rig ?? defaultRig
  const look = setup.look ?? defaultAppearance
  const { table } = layout

  const light = createBenchLight(look.ambience, rig.projector, 0.64 * Math.max(table.w, table.h * 1.4))
  const makeMaterial = createMaterialMaker(light.uniforms)
  const pieces = createPieceMeshes(stock, layout.bins, makeMaterial)
  const world = createBenchWorld(layout, pieces.lots, setup.seed ?? 1)
  const groundTruth = createGroundTruthLog(layout)
  const actor = (hand: Hand): HandActor => createHandActor(setup.hands[hand], look, makeMaterial, table.h)
  const actors = { left: actor('left'), right: actor('right') }
  const poses: Record<Hand, HandPose> = { left: parkedHand('left', table.h), right: parkedHand('right', table.h) }
  const senseOf = (hand: Hand) => ({
    grip: { x: 0, y: 0, z: 0 },
    indexTip: actors[hand].landmarks[8] ?? { x: 0, y: 0, z: 0 },
    yaw: 0,
    opening: 1,
    held: null as number | null,
  })
  const senses = { left: senseOf('left'), right: senseOf('right') }
  const cameraMatrix = pinholeMatrix(rig.camera)
  let driver: HandDriver | null = null
  let nowMs = 0
  let version = 0

  const scene = new Scene()
  scene.matrixWorldAutoUpdate = false
  scene.add(
    buildWorkshop(table, rig, makeMaterial),
    buildFloor(table, makeMaterial),
    buildTable(layout, look, makeMaterial),
    buildBins(layout.bins, makeMaterial),
    buildZones(layout.zones, makeMaterial),
    pieces.object,
    actors.left.object,
    actors.right.object,
    ...(setup.extraTableObjects ? [setup.extraTableObjects(makeMaterial)] : []),
  )
  scene.updateMatrixWorld(true)

  function placeHands(): void {
    for (const hand of bothHands) {
      const { landmarks } = actors[hand]
      const sense = senses[hand]
      actors[hand].setPose(poses[hand])
      const [thumb, index, middle] = [landmarks[4], landmarks[8], landmarks[12]]
      if (!thumb || !index || !middle) continue
      sense.grip.x = (thumb.x + index.x + middle.x) / 3
      sense.grip.y = (thumb.y + index.y + middle.y) / 3
      sense.grip.z = (thumb.z + index.z + middle.z) / 3
      sense.yaw = poses[hand].yaw
      sense.opening = openingOf(poses[hand].shape)
    }
  }

  function writeDown(): void {
    for (const hand of bothHands) {
      senses[hand].held = world.heldBy(hand)?.id ?? null
      groundTruth.observe(nowMs, hand, senses[hand])
    }
  }

  function show(): void {
    pieces.follow(world.pieces)
    version += 1
  }

  const handTruth = (hand: Hand): HandTruth => ({
    hand,
    grip: { ...senses[hand].grip },
    opening: senses[hand].opening,
    landmarks: actors[hand].landmarks.map((landmark) => {
      const { x, y } = distortPoint(rig.camera, projectPoint(cameraMatrix, landmark))
      return [x, y] as const
    }),
    holdsFrom: stock[world.heldBy(hand)?.lot ?? -1]?.bin ?? null,
  })

  placeHands()
  show()
  return {
    layout,
    rig,
    scene,
    light,
    pieces,
    nowMs: () => nowMs,
    version: () => version,
    step(dtMs) {
      nowMs += dtMs
      if (driver) {
        const next = driver.step(dtMs)
        poses.left = next.left
        poses.right = next.right
      }
      placeHands()
      world.step(dtMs, senses)
      writeDown()
      show()
    },
    drive(next) {
      driver = next
    },
    setHand(hand, pose) {
      poses[hand] = pose
    },
    truth: () => ({
      atMs: nowMs,
      hands: bothHands.map(handTruth),
      bins: Object.fromEntries(layout.bins.map(({ id }) => [id, world.countIn(id)])),
      events: [...groundTruth.events],
    }),
    clearWork() {
      world.clearWork()
      show()
    },
    resetParts() {
      world.reset()
      groundTruth.clear()
      show()
    },
    dispose() {
      light.dispose()
      pieces.dispose()
      for (const hand of bothHands) actors[hand].dispose()
      scene.traverse(disposeMesh)
    },
  }
}

/** Frees a mesh's GPU resources; calling it twice is harmless. */
function disposeMesh(object: Object3D): void {
  const mesh = object as Partial<Mesh>
  mesh.geometry?.dispose()
  if (mesh.material && !Array.isArray(mesh.material)) {
    const map = (mesh.material as { uniforms?: { map?: { value: Texture | null } } }).uniforms?.map?.value
    map?.dispose()
    mesh.material.dispose()
  }
}
