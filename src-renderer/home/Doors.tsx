// The doors of a bench that is set up: the worker's screen first, and the staff's behind it.
import { Text, Title } from '@mantine/core'
import { IconArrowRight, IconAward, IconHandFinger, IconHeartbeat, IconPuzzle } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Site } from '../../src-domain/contract/system.contract.ts'
import { staffDoors } from '../ui/staff/doors.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { Cast } from './Cast.tsx'
import styles from './Doors.module.css'

const icons = { studio: IconPuzzle, coach: IconAward, admin: IconHeartbeat } as const

export function Doors({ site }: { readonly site: Site }) {
  const { words } = useStaffWords()
  const { bench } = words.doors
  return (
    <>
      <Title order={1} size="2.75rem" mb="xl">
        {site.name}
      </Title>
      <nav className={styles.doors} aria-label={words.common.menu}>
        <Link href="/bench" className={styles.bench}>
          <IconHandFinger aria-hidden="true" stroke={1.6} />
          <span className={styles.name}>{bench.name}</span>
          <span>{bench.about}</span>
          <IconArrowRight aria-hidden="true" className={styles.arrow} />
        </Link>
        {staffDoors.map((door) => {
          const Icon = icons[door]
          return (
            <Link key={door} href={`/${door}`} className={styles.door}>
              <Icon aria-hidden="true" stroke={1.6} />
              <span className={styles.words}>
                <span className={styles.name}>{words.doors[door].name}</span>
                <Text c="dimmed" component="span">
                  {words.doors[door].about}
                </Text>
              </span>
              <IconArrowRight aria-hidden="true" className={styles.arrow} />
            </Link>
          )
        })}
      </nav>
      {site.cast.length > 0 && <Cast cast={site.cast} />}
    </>
  )
}
