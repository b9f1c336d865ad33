// What a display shows while one asks which of them is the projector, or the second one: its number, as large as it goes.
import { StaffLanguageProvider } from '../ui/staff/StaffLanguageProvider.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './DisplayWindow.module.css'

type Props = { readonly number: string; readonly isSecond?: boolean }

export function DisplayWindow({ number, isSecond = false }: Props) {
  return (
    <StaffLanguageProvider>
      <Numbered number={number} isSecond={isSecond} />
    </StaffLanguageProvider>
  )
}

function Numbered({ number, isSecond }: Required<Props>) {
  const { words } = useStaffWords()
  const { display } = words.calibration
  const { title, about } = isSecond ? display.second : display
  return (
    <main className={styles.window}>
      <h1>{title}</h1>
      <p className={styles.number}>{number}</p>
      <p>{about}</p>
    </main>
  )
}
