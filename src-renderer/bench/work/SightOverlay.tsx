// The bins, places and hands that were found, drawn in the camera picture's own pixels.
import type { SightFrame } from '../../perception/sightChannel.ts'
import styles from './SightOverlay.module.css'

/** The bones between a hand's 21 landmarks: thumb, four fingers, and the palm across the knuckles. */
const bones = [
  [0, 1, 2, 3, 4],
  [0, 5, 6, 7, 8],
  [9, 10, 11, 12],
  [13, 14, 15, 16],
  [0, 17, 18, 19, 20],
  [5, 9, 13, 17],
] as const

type Props = Pick<SightFrame, 'widthPx' | 'heightPx' | 'overlay'>

export function SightOverlay({ widthPx, heightPx, overlay }: Props) {
  return (
    <svg viewBox={`0 0 ${widthPx} ${heightPx}`} className={styles.overlay} aria-hidden="true">
      {overlay.targets.map(({ id, kind, points, state }) => (
        <polygon
          key={`${kind}-${id}`}
          points={points.map(([x, y]) => `${x},${y}`).join(' ')}
          className={styles[state]}
        />
      ))}
      {overlay.hands.map(({ points, hand }) => (
        <g key={hand} className={styles.hand}>
          {bones.map((bone) => (
            <polyline key={bone.join()} points={bone.map((joint) => points[joint]?.join(',') ?? '').join(' ')} />
          ))}
        </g>
      ))}
    </svg>
  )
}
