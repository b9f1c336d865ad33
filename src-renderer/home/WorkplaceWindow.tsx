// A whole workplace on one screen, to explore without hardware: the bench and its side screen.
import { useElementSize } from '@mantine/hooks'
import { TableWindow } from '../table/TableWindow.tsx'
import { StaffLanguageProvider } from '../ui/staff/StaffLanguageProvider.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './WorkplaceWindow.module.css'

/** The size in px that the side screen is designed for. */
const screen = { width: 1920, height: 1080 }

export function WorkplaceWindow() {
  return (
    <StaffLanguageProvider>
      <Workplace />
    </StaffLanguageProvider>
  )
}

/** The side screen is laid out at its designed size and scaled down, as it looks from the bench. */
function Workplace() {
  const { words } = useStaffWords()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const scale = width / screen.width
  return (
    <div className={styles.workplace}>
      <div className={styles.bench}>
        <TableWindow quietBar={false} title={words.doors.workplace.name} />
      </div>
      <div className={styles.stand}>
        <div ref={ref} className={styles.screen} style={{ height: screen.height * scale }}>
          <iframe
            className={styles.page}
            src="/bench"
            title={words.table.sideScreen}
            width={screen.width}
            height={screen.height}
            style={{ transform: `scale(${scale})` }}
          />
        </div>
      </div>
    </div>
  )
}
