// What the four levels of help are called, and what each shows.
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './LevelLegend.module.css'
import { levelColours, levelsDown } from './levelColours.ts'

export function LevelLegend() {
  const { words } = useStaffWords()
  return (
    <ul className={styles.legend}>
      {levelsDown.map((level) => (
        <li key={level}>
          <span className={styles.swatch} style={{ background: levelColours[level], height: 10 + level * 6 }} />
          <span>
            <strong>{words.level[level].name}</strong> {words.level[level].about}
          </span>
        </li>
      ))}
    </ul>
  )
}
