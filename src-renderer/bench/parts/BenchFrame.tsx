// The side screen's frame: everything in it is measured in one unit that follows the window's size.
import type { ReactNode } from 'react'
import styles from './BenchFrame.module.css'

/** What a sheet makes inert while it is open. */
export const screenContentId = 'bench-screen'
/** Where sheets are rendered: inside the frame, so that the unit holds there too. */
export const sheetPlaceId = 'bench-sheets'

type Props = {
  readonly children: ReactNode
  /** Bands and notices: they lie over everything, and can be touched while a sheet is open. */
  readonly over: ReactNode
}

export function BenchFrame({ children, over }: Props) {
  return (
    <main className={styles.frame} aria-label="Handwijzer">
      <div className={styles.screen}>
        <div id={screenContentId} className={styles.content}>
          {children}
        </div>
        <div id={sheetPlaceId} />
        {over}
      </div>
    </main>
  )
}
