// The projected hand that demonstrates the step. It fades out when the worker's own hand reaches the place.
import { Object3D } from 'three'
import { distanceToRect, growRect, type Point } from '../../../src-domain/geometry/rect.ts'
import { createDrawing } from '../drawing/drawing.ts'
import { createDrawnHand } from '../drawing/drawnHand.ts'
import { closedHand, openHand, pointingHand } from '../drawing/handPose.ts'
import { boundsOf, contourPath } from '../drawing/markPath.ts'
import { createFade } from '../drawing/motion.ts'
import { colours } from '../drawing/palette.ts'
import type { Demonstration } from '../view/tableView.ts'
import { demonstrationAt, newDemonstrationPose } from './demonstrationPath.ts'
import { type Element, whenChanged } from './element.ts'
import type { HandOverTable } from './handShadow.ts'

/** The distance in mm between the worker's hand and the place at which the drawn hand fades out. */
const givesWayMm = 120

export type DemonstrationElement = Element<Demonstration> & {
  /** Sets the hands over the table now. Allocates nothing. */
  readonly setHands: (hands: readonly HandOverTable[]) => void
}

export function createDemonstration(pixelsPerMm: number): DemonstrationElement {
  const object = new Object3D()
  const hand = createDrawnHand()
  const part = createDrawing(pixelsPerMm)
  object.add(part.mesh, hand.object)
  const fade = createFade()
  const room = createFade(400, 150)
  room.aim(1)
  const pose = newDemonstrationPose()
  let demonstration: Demonstration | null = null
  let beganMs: number | null = null

  const show = whenChanged<Demonstration>(fade, (shown) => {
    demonstration = shown
    beganMs = null
    const outline = shown.part
    if (!outline) return
    part.paint(growRect(boundsOf(outline), 10), 0, (pen) => {
      pen.fillStyle = colours.hereSoft
      pen.globalAlpha = 0.85
      pen.fill(contourPath(outline))
    })
  })

  const isNear = (point: Point): boolean =>
    demonstration !== null && distanceToRect(demonstration.mark.rect, point) < givesWayMm
  const isAtPlace = ({ points }: HandOverTable): boolean => points.some(isNear)

  return {
    object,
    show,
    setHands: (hands) => room.aim(hands.some(isAtPlace) ? 0 : 1),
    update: (timeMs) => {
      const light = fade.at(timeMs) * room.at(timeMs)
      if (!demonstration) return
      beganMs ??= timeMs
      demonstrationAt(demonstration, timeMs - beganMs, pose)
      hand.object.position.set(pose.x, pose.y, pose.heightMm)
      hand.object.rotation.z = pose.angle
      hand.object.scale.x = pose.x < -1 ? -1 : 1
      const points = demonstration.kind === 'point'
      hand.setShape(
        points ? pointingHand : openHand,
        points ? pointingHand : closedHand,
        pose.closing,
        pose.opacity * light,
      )
      part.mesh.position.set(pose.partX, pose.partY, pose.heightMm)
      part.setLook(demonstration.part ? pose.partOpacity * light : 0)
    },
    dispose: () => {
      hand.dispose()
      part.dispose()
    },
  }
}
