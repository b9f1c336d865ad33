// One hand with its arm in the scene: takes a pose in table mm and gives the positions of its landmarks.
import { Bone, Group, Matrix4, Quaternion, type ShaderMaterial, Skeleton, SkinnedMesh, Vector3 } from 'three'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import type { Appearance } from '../appearance.ts'
import { casterLayer } from '../light/benchLight.ts'
import type { MakeMaterial } from '../light/benchMaterial.ts'
import { toWorld } from '../light/threeCamera.ts'
import type { Point3 } from '../pinholeCamera.ts'
import { buildHandMesh, forearmMm, upperArmMm } from './handMesh.ts'
import type { HandModel } from './handModel.ts'
import { type HandPose, parkedHand, shoulderOf } from './handPose.ts'
import { openHand, pinchingHand } from './handShape.ts'
import { createHandSkeleton, landmarkJoints, restInverses } from './handSkeleton.ts'
import { paintSkin } from './skinPaint.ts'

export type HandActor = {
  readonly side: Hand
  readonly object: Group
  readonly setPose: (pose: HandPose) => void
  /** The 21 landmarks in table mm in MediaPipe's order; the same objects every time. */
  readonly landmarks: readonly Point3[]
  readonly dispose: () => void
}

/** Height of a shoulder above the table, upright and when the body leans over it, mm. */
const shoulderMm = 250
const leanedShoulderMm = 198
/** Distance of a shoulder behind its hand, mm: nearly a whole arm, so that the wrist never bends too far. */
const behindMm = 500

/** Builds the hand with its skin, sleeve or glove, for a table of the given depth in mm. */
export function createHandActor(
  model: HandModel,
  look: Appearance,
  makeMaterial: MakeMaterial,
  tableDepthMm: number,
): HandActor {
  const skeleton = createHandSkeleton(model)
  const wrist = skeleton.bones[0]
  if (!wrist) throw new Error('A hand needs a wrist.')
  const inverses = restInverses(skeleton)
  const grip = pinchPoint(skeleton, wrist)
  skeleton.bend(openHand)

  const forearm = new Bone()
  const upperArm = new Bone()
  const body = new Bone()
  const skin = paintSkin(model, look)
  const material = makeMaterial({
    map: skin,
    vertexColors: true,
    ...(look.glove === 'none' ? { skin: true, gloss: 0.55 } : { gloss: look.glove === 'grey' ? 0.1 : 0.5 }),
  })
  const mesh = new SkinnedMesh(buildHandMesh(model, look.sleeve), material)
  mesh.frustumCulled = false
  mesh.layers.enable(casterLayer)
  const object = new Group()
  object.add(wrist, forearm, upperArm, body, mesh)
  mesh.bind(
    new Skeleton(
      [...skeleton.bones, forearm, upperArm, body],
      [...inverses, ...[0, forearmMm, forearmMm + upperArmMm].map((mm) => new Matrix4().makeTranslation(0, mm, 0))],
    ),
    new Matrix4(),
  )

  const landmarkBones = landmarkJoints.map((joint) => skeleton.bones[joint])
  const landmarks = landmarkJoints.map(() => ({ x: 0, y: 0, z: 0 }))
  const place = new Vector3()
  const turn = new Quaternion()
  const parked = parkedHand(model.side, tableDepthMm)
  const shoulder = { ...shoulderOf(model.side, tableDepthMm), z: shoulderMm }
  const swing = createArm(model.side, { wrist, forearm, upperArm, body }, toWorld(shoulder))
  return {
    side: model.side,
    object,
    landmarks,
    setPose(pose) {
      // A parked hand is in no picture and expensive to draw.
      object.visible = pose.y < parked.y
      skeleton.bend(pose.shape)
      toWorld(pose, place)
      wrist.quaternion.setFromAxisAngle(zAxis, -pose.yaw)
      wrist.quaternion.multiply(turn.setFromAxisAngle(xAxis, -pose.pitch))
      wrist.quaternion.multiply(turn.setFromAxisAngle(yAxis, model.side === 'right' ? pose.roll : -pose.roll))
      wrist.position.copy(grip).applyQuaternion(wrist.quaternion).negate().add(place)
      wrist.quaternion.multiply(restTurn(model))
      swing()
      object.updateMatrixWorld(true)
      for (let i = 0; i < landmarks.length; i++) {
        const bone = landmarkBones[i]
        const landmark = landmarks[i]
        if (!bone || !landmark) continue
        place.setFromMatrixPosition(bone.matrixWorld)
        landmark.x = place.x
        landmark.y = -place.y
        landmark.z = place.z
      }
    },
    dispose() {
      mesh.geometry.dispose()
      mesh.skeleton.dispose()
      disposeMaterial(material, skin)
    },
  }
}

const xAxis = new Vector3(1, 0, 0)
const yAxis = new Vector3(0, 1, 0)
const zAxis = new Vector3(0, 0, 1)

const restTurn = (model: HandModel): Quaternion => model.joints[0]?.rotation ?? new Quaternion()

function disposeMaterial(material: ShaderMaterial, skin: { dispose: () => void }): void {
  material.dispose()
  skin.dispose()
}

/** Where the fingertips of a pinching hand meet, in hand space. */
function pinchPoint(skeleton: ReturnType<typeof createHandSkeleton>, wrist: Bone): Vector3 {
  skeleton.bend(pinchingHand)
  wrist.updateMatrixWorld(true)
  const sum = new Vector3()
  for (const landmark of [4, 8, 12]) {
    const bone = skeleton.bones[landmarkJoints[landmark] ?? 0]
    if (bone) sum.add(new Vector3().setFromMatrixPosition(bone.matrixWorld))
  }
  return sum.divideScalar(3)
}

type ArmBones = Readonly<Record<'wrist' | 'forearm' | 'upperArm' | 'body', Bone>>

/**
 * Returns a function that poses forearm and upper arm between wrist and shoulder. The elbow points outwards and down;
 * the body leans in when the reach is longer than the arm, and back when the hand is near.
 */
function createArm(side: Hand, { wrist, forearm, upperArm, body }: ArmBones, home: Vector3): () => void {
  const shoulder = new Vector3()
  const elbow = new Vector3()
  const behind = new Vector3()
  const along = new Vector3()
  const bend = new Vector3()
  const hint = new Vector3(side === 'right' ? 0.75 : -0.75, 0, -0.65)
  const backwards = new Vector3()
  const level = new Vector3()
  const upwards = new Vector3()
  const basis = new Matrix4()
  const point = (bone: Bone, from: Vector3, to: Vector3): void => {
    bone.position.copy(from)
    backwards.copy(from).sub(to).normalize()
    level.crossVectors(backwards, zAxis).normalize()
    upwards.crossVectors(level, backwards)
    bone.quaternion.setFromRotationMatrix(basis.makeBasis(level, backwards, upwards))
  }
  return () => {
    shoulder.copy(home)
    shoulder.y = Math.min(home.y, wrist.position.y - behindMm)
    along.copy(shoulder).sub(wrist.position)
    const reach = forearmMm + upperArmMm - 12
    if (along.length() > reach) {
      shoulder.copy(wrist.position).addScaledVector(along.normalize(), reach)
      shoulder.z = Math.max(shoulder.z, leanedShoulderMm)
      along.copy(shoulder).sub(wrist.position)
    }
    const distance = Math.min(along.length(), reach)
    along.normalize()
    const towards = (distance * distance + forearmMm * forearmMm - upperArmMm * upperArmMm) / (2 * distance)
    const outwards = Math.sqrt(Math.max(0, forearmMm * forearmMm - towards * towards))
    bend.copy(hint).addScaledVector(along, -hint.dot(along)).normalize()
    elbow.copy(wrist.position).addScaledVector(along, towards).addScaledVector(bend, outwards)
    elbow.z = Math.max(elbow.z, 62)
    behind.set(home.x, shoulder.y - 800, shoulder.z - 120)
    point(forearm, wrist.position, elbow)
    point(upperArm, elbow, shoulder)
    point(body, shoulder, behind)
  }
}
