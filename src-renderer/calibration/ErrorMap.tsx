// The table from above with the error at every point that was checked: a line ten times as long, and words for who cannot see it.
import { Text } from '@mantine/core'
import { tableCorners } from '../../src-domain/geometry/rect.ts'
import type { CalibrationReport } from '../projector/calibrationSteps.ts'
import { formatMm } from '../ui/format.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './CalibrateWindow.module.css'
import { lineScale } from './drawErrorMap.ts'

const marginMm = 30
/** Half the length of the worst point's words. */
const wordsMm = 90

export function ErrorMap({ report: { table, verification } }: { readonly report: CalibrationReport }) {
  const { words, language } = useStaffWords()
  const say = words.calibration
  const [corner] = tableCorners(table)
  const sized = verification.points.map((point) => ({ ...point, mm: Math.hypot(point.off.x, point.off.y) }))
  const worst = sized.reduce((most, point) => (point.mm > (most?.mm ?? -1) ? point : most), sized[0])
  const mm = (value: number) => formatMm(value, language)
  /** So far from the middle the worst point's words still stand on the table. */
  const roomMm = table.w / 2 - wordsMm
  if (!corner) return null
  return (
    <figure className={styles.map}>
      <svg
        viewBox={`${corner.x - marginMm} ${corner.y - marginMm} ${table.w + 2 * marginMm} ${table.h + 2 * marginMm}`}
        role="img"
        aria-label={`${say.map}: ${say.seen.mean} ${mm(verification.rmsMm)}, ${say.seen.most} ${mm(verification.maxMm)}`}
      >
        <rect x={corner.x} y={corner.y} width={table.w} height={table.h} rx="14" className={styles.mapTable} />
        {sized.map(({ at, off, mm: size }) => (
          <g
            key={`${at.x} ${at.y}`}
            data-off={size > 2 ? 'far' : size > 1 ? 'some' : 'little'}
            className={styles.mapPoint}
          >
            <circle cx={at.x} cy={at.y} r="9" />
            <line x1={at.x} y1={at.y} x2={at.x + lineScale * off.x} y2={at.y + lineScale * off.y} />
          </g>
        ))}
        {worst && (
          <text
            x={Math.max(-roomMm, Math.min(roomMm, worst.at.x))}
            y={worst.at.y + (worst.at.y < 0 ? 52 : -26)}
            className={styles.mapWorst}
          >
            {mm(worst.mm)}
          </text>
        )}
      </svg>
      <Text component="figcaption" size="sm" c="dimmed">
        {say.mapAbout}
      </Text>
    </figure>
  )
}
