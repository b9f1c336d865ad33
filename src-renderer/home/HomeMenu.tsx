// The start menu of a bench that is set up: the work first, then the other windows.
import { Text, Title } from '@mantine/core'
import {
  IconArrowRight,
  IconAward,
  IconDeviceDesktop,
  IconHandFinger,
  IconHeartbeat,
  IconPuzzle,
} from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Site } from '../../src-domain/contract/system.contract.ts'
import { staffAreas } from '../ui/staff/staffAreas.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import styles from './HomeMenu.module.css'

const icons = {
  workplace: IconHandFinger,
  bench: IconDeviceDesktop,
  studio: IconPuzzle,
  coach: IconAward,
  admin: IconHeartbeat,
} as const

/** A demonstration has no table with a projector: there the whole workplace on one screen comes first. */
const pagesOf = (mode: Site['mode']) =>
  mode === 'demonstration'
    ? (['workplace', 'bench', ...staffAreas] as const)
    : (['bench', 'workplace', ...staffAreas] as const)

export function HomeMenu({ site }: { readonly site: Site }) {
  const { words } = useStaffWords()
  const [first, ...others] = pagesOf(site.mode)
  const FirstIcon = icons[first]
  return (
    <>
      <Title order={1} size="2.5rem" mb="md">
        {site.name}
      </Title>
      <nav className={styles.doors} aria-label={words.common.menu}>
        <Link href={`/${first}`} className={styles.first}>
          <FirstIcon aria-hidden="true" stroke={1.6} />
          <span className={styles.name}>{words.doors[first].name}</span>
          <span>{words.doors[first].about}</span>
          <IconArrowRight aria-hidden="true" className={styles.arrow} />
        </Link>
        {others.map((page) => {
          const Icon = icons[page]
          return (
            <Link key={page} href={`/${page}`} className={styles.door}>
              <Icon aria-hidden="true" stroke={1.6} />
              <span className={styles.words}>
                <span className={styles.name}>{words.doors[page].name}</span>
                <Text c="dimmed" component="span">
                  {words.doors[page].about}
                </Text>
              </span>
              <IconArrowRight aria-hidden="true" className={styles.arrow} />
            </Link>
          )
        })}
      </nav>
      {site.demoAccounts.length > 0 && <DemoAccounts accounts={site.demoAccounts} />}
    </>
  )
}
