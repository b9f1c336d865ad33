// The head of a staff page: title, one sentence, and its actions.
import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './PageHead.module.css'

type Props = { readonly title: string; readonly about?: string; readonly children?: ReactNode }

export function PageHead({ title, about, children }: Props) {
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <Title order={1}>{title}</Title>
        {about !== undefined && (
          <Text size="lg" c="dimmed" maw={760}>
            {about}
          </Text>
        )}
      </div>
      {children}
    </div>
  )
}
