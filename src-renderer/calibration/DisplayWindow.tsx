// What a display shows while one asks which of them is the projector: its number, as large as it goes.
import { StaffLanguageProvider } from '../ui/staff/StaffLanguageProvider.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './DisplayWindow.module.css'

export function DisplayWindow({ number }: { readonly number: string }) {
  return (
    <StaffLanguageProvider>
      <Numbered number={number} />
    </StaffLanguageProvider>
  )
}

function Numbered({ number }: { readonly number: string }) {
  const { words } = useStaffWords()
  const { title, about } = words.calibration.display
  return (
    <main className={styles.window}>
      <h1>{title}</h1>
      <p className={styles.number}>{number}</p>
      <p>{about}</p>
    </main>
  )
}
