// The layout of the start page.
import { Alert, Group, Text } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { Mark } from '../ui/Mark.tsx'
import { LanguageSelect } from '../ui/staff/LanguageSelect.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './HomeFrame.module.css'

export function HomeFrame({ children }: { readonly children: ReactNode }) {
  const { words } = useStaffWords()
  const [location] = useLocation()
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Group gap="md">
          <Mark size={52} />
          <Text fw={700} size="xl">
            Handwijzer
          </Text>
        </Group>
        <LanguageSelect />
      </header>
      <main className={styles.middle}>
        {location !== '/' && (
          <Alert color="amber" icon={<IconMapQuestion />} mb="lg">
            {words.home.noSuchPage}
          </Alert>
        )}
        {children}
      </main>
    </div>
  )
}
