// The side screen's frame: everything in it is measured in one unit that follows the window's size.
import type { ReactNode } from 'react'
import styles from './BenchFrame.module.css'

export function BenchFrame({ children }: { readonly children: ReactNode }) {
  return (
    <main className={styles.frame} aria-label="Handwijzer">
      <div className={styles.screen}>{children}</div>
    </main>
  )
}
