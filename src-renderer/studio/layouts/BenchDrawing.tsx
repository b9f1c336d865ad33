// A drawing of the bench from above in mm: bins, zones, projected buttons, and the worker's side.
import { useId } from 'react'
import type { BenchLayout, Button } from '../../../src-domain/geometry/benchLayout.schema.ts'
import type { Rect } from '../../../src-domain/geometry/rect.ts'
import type { MediaRef } from '../../../src-domain/instruction/mediaRef.ts'
import { mediaSource } from '../../ui/Pictogram.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import styles from './BenchDrawing.module.css'

type Props = {
  readonly layout: BenchLayout
  /** The pictures of the parts, by the bin's id. */
  readonly pictures?: ReadonlyMap<string, MediaRef>
}

const marginMm = 60
const workerMm = 150
const nothing: ReadonlyMap<string, MediaRef> = new Map()

const signs: Readonly<Record<Button['id'], string>> = {
  done: 'M-22 2 L-6 18 L24 -16',
  help: 'M-14 -8 Q-14 -26 2 -26 Q18 -26 18 -10 Q18 2 2 6 L2 12 M2 24 L2 25',
  pause: 'M-10 -20 L-10 20 M12 -20 L12 20',
}

export function BenchDrawing({ layout, pictures = nothing }: Props) {
  const { words } = useStaffWords()
  const { studio } = words
  const wood = useId()
  const { w, h } = layout.table
  const box = `${-w / 2 - marginMm} ${-h / 2 - marginMm} ${w + 2 * marginMm} ${h + 2 * marginMm + workerMm}`
  return (
    <svg viewBox={box} className={styles.drawing} role="img" aria-label={`${studio.seenFromAbove}: ${layout.name}`}>
      <defs>
        <pattern id={wood} width="120" height="48" patternUnits="userSpaceOnUse">
          <rect width="120" height="48" fill="#ecd9b6" />
          <path d="M0 14 Q40 8 70 14 T120 13 M0 36 Q30 40 64 35 T120 37" fill="none" stroke="#e0c99f" strokeWidth="3" />
        </pattern>
      </defs>
      <rect x={-w / 2} y={-h / 2} width={w} height={h} rx="26" fill={`url(#${wood})`} className={styles.table} />
      {layout.zones.map(({ id, rect, label, use }) => (
        <g key={id}>
          <Box rect={rect} className={use === 'forbidden' ? styles.forbidden : styles.zone} />
          <Label rect={rect} text={label} at="middle" />
        </g>
      ))}
      {layout.bins.map(({ id, rect, label, rimMm }) => (
        <Bin key={id} rect={rect} label={label} rim={studio.rim(String(rimMm))} picture={pictures.get(id)} />
      ))}
      {layout.buttons.map(({ id, rect }) => (
        <g key={id}>
          <ellipse
            cx={rect.x + rect.w / 2}
            cy={rect.y + rect.h / 2}
            rx={rect.w / 2}
            ry={rect.h / 2}
            className={styles.button}
          />
          <path
            d={signs[id]}
            transform={`translate(${rect.x + rect.w / 2} ${rect.y + rect.h / 2})`}
            className={styles.sign}
          />
        </g>
      ))}
      <g transform={`translate(0 ${h / 2 + marginMm})`}>
        <path d="M-150 96 Q-150 26 -62 26 L62 26 Q150 26 150 96 Z" className={styles.worker} />
        <circle cx="0" cy="22" r="44" className={styles.worker} />
        <text x="176" y="74" className={styles.side}>
          {studio.workersSide}
        </text>
      </g>
    </svg>
  )
}

const Box = ({ rect, className }: { readonly rect: Rect; readonly className: string | undefined }) => (
  <rect x={rect.x} y={rect.y} width={rect.w} height={rect.h} rx="16" className={className} />
)

type BinProps = {
  readonly rect: Rect
  readonly label: string
  readonly rim: string
  readonly picture: MediaRef | undefined
}

function Bin({ rect, label, rim, picture }: BinProps) {
  const side = Math.min(rect.w, rect.h) * 0.62
  return (
    <g>
      <Box rect={rect} className={styles.bin} />
      <Box rect={{ x: rect.x + 12, y: rect.y + 12, w: rect.w - 24, h: rect.h - 24 }} className={styles.inside} />
      {picture ? (
        <>
          <image
            href={mediaSource(picture)}
            x={rect.x + rect.w / 2 - side / 2}
            y={rect.y + rect.h / 2 - side / 2}
            width={side}
            height={side}
          />
          <circle cx={rect.x + 18} cy={rect.y + 18} r="24" className={styles.tag} />
          <text x={rect.x + 18} y={rect.y + 19} className={styles.tagText}>
            {label}
          </text>
        </>
      ) : (
        <>
          <Label rect={rect} text={label} at="upper" />
          <text x={rect.x + rect.w / 2} y={rect.y + rect.h * 0.74} className={styles.rim}>
            {rim}
          </text>
        </>
      )}
    </g>
  )
}

function Label({ rect, text, at }: { readonly rect: Rect; readonly text: string; readonly at: 'middle' | 'upper' }) {
  return (
    <text x={rect.x + rect.w / 2} y={rect.y + rect.h * (at === 'middle' ? 0.5 : 0.42)} className={styles.label}>
      {text}
    </text>
  )
}
