// The layout of the start page.
import { Alert } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { PlainFrame } from '../ui/staff/PlainFrame.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './HomeFrame.module.css'

export function HomeFrame({ children }: { readonly children: ReactNode }) {
  const { words } = useStaffWords()
  const [location] = useLocation()
  return (
    <PlainFrame className={styles.middle}>
      {location !== '/' && (
        <Alert color="amber" icon={<IconMapQuestion />} mb="lg">
          {words.home.noSuchPage}
        </Alert>
      )}
      {children}
    </PlainFrame>
  )
}
