// The frame of pages without a menu: the product's name, the language, and what stands below.
import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Mark } from '../Mark.tsx'
import { LanguageSelect } from './LanguageSelect.tsx'
import styles from './PlainFrame.module.css'

type Props = {
  /** Lays out what stands below the header. */
  readonly className: string | undefined
  readonly children: ReactNode
}

export function PlainFrame({ className, children }: Props) {
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
      <main className={className}>{children}</main>
    </div>
  )
}
