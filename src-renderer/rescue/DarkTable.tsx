// The table while the bench's data cannot be used: dark, with one quiet sentence.
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './DarkTable.module.css'

export function DarkTable() {
  const { words } = useStaffWords()
  return (
    <main className={styles.dark}>
      <h1>{words.safekeeping.lookAtScreen}</h1>
    </main>
  )
}
