// A hand's joints as a kinematic chain: from hand shape to joint positions.
import { Bone, MathUtils, type Matrix4, Quaternion, Vector3 } from 'three'
import type { HandModel } from './handModel.ts'
import { fingers, jointNames, parentJoint } from './handModel.ts'
import { blendShapes, type HandShape } from './handShape.ts'

/**
 * MediaPipe's 21 hand landmarks in its order, as indices into `jointNames`: the wrist, then four from root to tip per
 * finger.
 */
export const landmarkJoints: readonly number[] = [
  0,
  ...fingers.flatMap((finger) => {
    const tip = jointNames.indexOf(`${finger}-tip`)
    return [tip - 3, tip - 2, tip - 1, tip]
  }),
]

export type HandSkeleton = {
  /** In the order of `jointNames`; the first is the wrist and the root of all others. */
  readonly bones: readonly Bone[]
  /** Bends the fingers. The caller has to update the world matrices. */
  readonly bend: (shape: HandShape) => void
}

const xAxis = new Vector3(1, 0, 0)
const yAxis = new Vector3(0, 1, 0)

/** Builds the chain wrist → metacarpals → phalanges → tips from joints that are siblings in hand space. */
export function createHandSkeleton(model: HandModel): HandSkeleton {
  const restLocal = model.joints.map((joint, index) => {
    const parent = model.joints[parentJoint(index)]
    if (!parent) return { position: joint.position.clone(), rotation: joint.rotation.clone() }
    const undo = parent.rotation.clone().invert()
    return {
      position: joint.position.clone().sub(parent.position).applyQuaternion(undo),
      rotation: undo.clone().multiply(joint.rotation),
    }
  })
  const bones = restLocal.map((rest, index) => {
    const bone = new Bone()
    bone.name = jointNames[index] ?? ''
    bone.position.copy(rest.position)
    bone.quaternion.copy(rest.rotation)
    return bone
  })
  for (const [index, bone] of bones.entries()) bones[parentJoint(index)]?.add(bone)

  const angles = new Float64Array(fingers.length * 4)
  const turn = new Quaternion()
  const outwards = model.side === 'right' ? -1 : 1
  const set = (joint: number, bend: number, spread: number): void => {
    const bone = bones[joint]
    const rest = restLocal[joint]
    if (!bone || !rest) return
    bone.quaternion.copy(rest.rotation)
    bone.quaternion.multiply(turn.setFromAxisAngle(yAxis, MathUtils.degToRad(spread)))
    bone.quaternion.multiply(turn.setFromAxisAngle(xAxis, MathUtils.degToRad(-bend)))
  }

  const roots = fingers.map((finger) =>
    jointNames.indexOf(`${finger}-${finger === 'thumb' ? 'metacarpal' : 'phalanx-proximal'}`),
  )
  return {
    bones,
    bend(shape) {
      blendShapes(shape, angles)
      for (let finger = 0; finger < roots.length; finger++) {
        const root = roots[finger] ?? 0
        const at = finger * 4
        // Thumb and index finger spread to one side of the middle finger, the others to the other.
        set(root, angles[at] ?? 0, (angles[at + 3] ?? 0) * (finger < 2 ? -outwards : outwards))
        set(root + 1, angles[at + 1] ?? 0, 0)
        set(root + 2, angles[at + 2] ?? 0, 0)
      }
    },
  }
}

/** The bind-pose inverse of each joint. Separate from the skeleton so that the arm can add bones of its own. */
export function restInverses(skeleton: HandSkeleton): Matrix4[] {
  const wrist = skeleton.bones[0]
  if (!wrist) throw new Error('A hand without a wrist cannot be bound.')
  wrist.updateMatrixWorld(true)
  return skeleton.bones.map((bone) => bone.matrixWorld.clone().invert())
}
