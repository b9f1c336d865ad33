// The help that was shown, attempt by attempt, as steps: tall is much help, and it fades to the right.
import type { Level } from '../../src-domain/event/level.schema.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { levelColours } from './levelColours.ts'

const barPx = 4
const gapPx = 1.5
const heightPx = 48
const stepPx = 12
const shown = 40

export function LevelHistory({ levels }: { readonly levels: readonly Level[] }) {
  const { words } = useStaffWords()
  const [first, last] = [levels[0], levels.at(-1)]
  if (first === undefined || last === undefined) return null
  const width = shown * (barPx + gapPx)
  const label = words.coach.historyOf(levels.length, words.level[first].name, words.level[last].name)
  return (
    <svg viewBox={`0 0 ${width} ${heightPx + 2}`} width={width} height={heightPx + 2} role="img" aria-label={label}>
      {[1, 2, 3].map((level) => (
        <line key={level} x1="0" x2={width} y1={topOf(level)} y2={topOf(level)} stroke="#ece6d8" strokeWidth="1" />
      ))}
      {levels.map((level, index) => (
        <rect
          key={index}
          x={index * (barPx + gapPx)}
          y={topOf(level)}
          width={barPx}
          height={heightPx - topOf(level)}
          rx="2"
          fill={levelColours[level]}
        />
      ))}
      <line x1="0" x2={width} y1={heightPx + 1} y2={heightPx + 1} stroke="#bdb5a3" strokeWidth="1.5" />
    </svg>
  )
}

/** No help is a thin line, so that independence is seen and not missed. */
const topOf = (level: number): number => heightPx - Math.max(5, level * stepPx + 5)
