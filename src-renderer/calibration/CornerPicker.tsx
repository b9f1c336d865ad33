// Four corners of the table placed in the camera's picture: with the pointer, and to the pixel with the arrow keys under a loupe.
import { Group, Text, Title } from '@mantine/core'
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { GreyPicture } from '../../src-domain/calibration/greyPicture.ts'
import type { Point } from '../../src-domain/geometry/rect.ts'
import { context2dOf } from '../projector/drawPattern.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './CalibrateWindow.module.css'
import { StepButton } from './StepButton.tsx'

type Props = { readonly picture: GreyPicture; readonly onPlaced: (corners: readonly Point[]) => void }

/** The loupe shows so many px of the picture across, each this much larger. */
const loupePx = 41
const loupeScale = 6
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

export function CornerPicker({ picture, onPlaced }: Props) {
  const { words } = useStaffWords()
  const say = words.calibration.corners
  const [corners, setCorners] = useState(() => cornersToBegin(picture))
  const [chosen, setChosen] = useState(0)
  const canvas = useRef<HTMLCanvasElement>(null)
  const { width, height } = picture
  useEffect(() => {
    if (canvas.current) paint(canvas.current, picture)
  }, [picture])

  const move = (index: number, to: Point) => {
    const within = { x: Math.min(width, Math.max(0, to.x)), y: Math.min(height, Math.max(0, to.y)) }
    setCorners((now) => now.map((corner, i) => (i === index ? within : corner)))
  }
  const place = (event: PointerEvent<SVGSVGElement>) => {
    const { left, top, width: shownWidth, height: shownHeight } = event.currentTarget.getBoundingClientRect()
    const at = {
      x: ((event.clientX - left) / shownWidth) * width,
      y: ((event.clientY - top) / shownHeight) * height,
    }
    const index = event.type === 'pointerdown' ? nearest(corners, at) : chosen
    setChosen(index)
    move(index, at)
    event.currentTarget.querySelectorAll<SVGCircleElement>('[role="slider"]')[index]?.focus()
  }
  const nudge = (index: number) => (event: KeyboardEvent) => {
    const step = arrows[event.key]
    const corner = corners[index]
    if (!step || !corner) return
    event.preventDefault()
    const px = event.shiftKey ? 10 : 1
    move(index, { x: corner.x + px * step.x, y: corner.y + px * step.y })
  }
  const at = corners[chosen] ?? { x: 0, y: 0 }
  return (
    <>
      <Title order={1}>{say.title}</Title>
      <Text>{say.about}</Text>
      <div className={styles.corners}>
        <canvas ref={canvas} width={width} height={height} />
        <svg
          viewBox={`0 0 ${width} ${height}`}
          onPointerDown={place}
          onPointerMove={(event) => event.buttons === 1 && place(event)}
        >
          <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
          {corners.map((corner, index) => (
            <circle
              key={say.names[index]}
              role="slider"
              tabIndex={0}
              aria-label={say.names[index]}
              aria-valuenow={Math.round(corner.x)}
              aria-valuetext={`${Math.round(corner.x)}, ${Math.round(corner.y)}`}
              cx={corner.x}
              cy={corner.y}
              r={width / 70}
              onFocus={() => setChosen(index)}
              onKeyDown={nudge(index)}
            />
          ))}
        </svg>
        <Loupe of={canvas} at={at} side={at.x < width / 2 ? 'right' : 'left'} />
      </div>
      <Group>
        <StepButton look="first" onClick={() => onPlaced(corners)}>
          {say.done}
        </StepButton>
      </Group>
    </>
  )
}

type LoupeProps = {
  readonly of: RefObject<HTMLCanvasElement | null>
  readonly at: Point
  readonly side: 'left' | 'right'
}

/** The picture around a corner, magnified, with a cross at it; on the side of the picture where the corner is not. */
function Loupe({ of: picture, at, side }: LoupeProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const glass = canvas.current?.getContext('2d')
    if (!glass || !picture.current) return
    const size = loupePx * loupeScale
    glass.imageSmoothingEnabled = false
    glass.fillRect(0, 0, size, size)
    glass.drawImage(picture.current, at.x - loupePx / 2, at.y - loupePx / 2, loupePx, loupePx, 0, 0, size, size)
    glass.strokeStyle = '#ffd34d'
    glass.lineWidth = 1.5
    glass.beginPath()
    glass.moveTo(size / 2, 0)
    glass.lineTo(size / 2, size)
    glass.moveTo(0, size / 2)
    glass.lineTo(size, size / 2)
    glass.stroke()
  }, [picture, at])
  return (
    <canvas
      ref={canvas}
      width={loupePx * loupeScale}
      height={loupePx * loupeScale}
      className={styles.loupe}
      data-side={side}
      aria-hidden="true"
    />
  )
}

/** A guess to move from: a tenth in from the picture's own corners. */
const cornersToBegin = ({ width, height }: GreyPicture): readonly Point[] => [
  { x: 0.1 * width, y: 0.1 * height },
  { x: 0.9 * width, y: 0.1 * height },
  { x: 0.9 * width, y: 0.9 * height },
  { x: 0.1 * width, y: 0.9 * height },
]

const nearest = (corners: readonly Point[], at: Point): number =>
  corners.reduce((best, corner, i) => (distance(corner, at) < distance(corners[best] ?? corner, at) ? i : best), 0)

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Light as a screen shows it. */
function paint(canvas: HTMLCanvasElement, { width, height, levels }: GreyPicture): void {
  const paper = context2dOf(canvas)
  const image = paper.createImageData(width, height)
  image.data.fill(255)
  for (let i = 0; i < levels.length; i++) {
    const level = 255 * Math.max(0, levels[i] as number) ** (1 / 2.2)
    for (let channel = 0; channel < 3; channel++) image.data[4 * i + channel] = level
  }
  paper.putImageData(image, 0, 0)
}
