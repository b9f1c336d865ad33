// The help that was shown, attempt by attempt, as steps: tall is much help, and it fades to the right.
import { type Level, levelSchema } from '../../src-domain/event/level.schema.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { BarsLater } from './BarsLater.tsx'
import { levelColours } from './levelColours.ts'

const shown = 40
const widthPx = 220
const heightPx = 48
const most = 3

export function LevelHistory({ levels }: { readonly levels: readonly Level[] }) {
  const { words } = useStaffWords()
  const [first, last] = [levels[0], levels.at(-1)]
  if (first === undefined || last === undefined) return null
  const label = words.coach.historyOf(levels.length, words.level[first].name, words.level[last].name)
  // Few executions leave room on the right, so that every row counts them on the same scale.
  const room = Array.from({ length: Math.max(0, shown - levels.length) }, () => null)
  return (
    <div role="img" aria-label={label} style={{ width: widthPx }}>
      <BarsLater
        values={[...levels, ...room]}
        most={most}
        heightPx={heightPx}
        colourOf={(level) => levelColours[levelSchema.parse(level)]}
        grid={[1, 2, most]}
        // No help is a thin line, so that independence is seen and not missed.
        leastBarPx={5}
      />
    </div>
  )
}
