// The frame of the staff's windows: navigation, the signed-in person, and the language.
import { Button, Group, Text } from '@mantine/core'
import {
  IconAward,
  IconHeartbeat,
  IconHome,
  IconLayoutBoard,
  IconLogout,
  IconPuzzle,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { Mark } from '../Mark.tsx'
import { PersonPicture } from '../personPictures/PersonPicture.tsx'
import { useConnection } from '../useConnection.ts'
import { LanguageSelect } from './LanguageSelect.tsx'
import styles from './StaffShell.module.css'
import { useStaffPerson, useStaffWords } from './staffContext.tsx'

export function StaffShell({ children }: { readonly children: ReactNode }) {
  const { words } = useStaffWords()
  const { person, signOut, may } = useStaffPerson()
  const [location] = useLocation()
  const connection = useConnection()
  const places = [
    { href: '/coach', icon: IconAward, label: words.coach.proposals, shown: may('coach.proposals') },
    { href: '/coach/workers', icon: IconUsers, label: words.coach.workers, shown: may('coach.workers') },
    { href: '/studio', icon: IconPuzzle, label: words.studio.tasks, shown: may('studio.tasks') },
    { href: '/studio/layouts', icon: IconLayoutBoard, label: words.studio.layouts, shown: may('studio.layouts') },
    { href: '/admin', icon: IconHeartbeat, label: words.admin.title, shown: may('admin.overview') },
  ].filter(({ shown }) => shown)
  // The longest matching address is the current one: /studio/layouts is not /studio.
  const here = places
    .filter(({ href }) => location === href || location.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0]

  return (
    <div className={styles.shell}>
      <aside className={styles.rail}>
        <Link href="/" className={styles.brand}>
          <Mark size={44} />
          <span>Handwijzer</span>
        </Link>
        <nav className={styles.places} aria-label={words.common.menu}>
          {places.map(({ href, icon: Icon, label }) => (
            <Link
              key={href}
              href={href}
              className={styles.place}
              aria-current={here?.href === href ? 'page' : undefined}
            >
              <Icon aria-hidden="true" />
              {label}
            </Link>
          ))}
        </nav>
        <Link href="/" className={styles.place}>
          <IconHome aria-hidden="true" />
          {words.common.start}
        </Link>
      </aside>
      <div className={styles.main}>
        <section className={styles.header} aria-label={person.name}>
          <Group gap="sm" className={styles.person}>
            <PersonPicture name={person.picture} size={48} />
            <div>
              <Text fw={700} lh={1.2}>
                {person.name}
              </Text>
              <Text size="xs" c="dimmed" lh={1.2}>
                {person.roles.map((role) => words.roles[role]).join(' · ')}
              </Text>
            </div>
          </Group>
          <LanguageSelect />
          <Button variant="default" leftSection={<IconLogout size={20} />} onClick={signOut}>
            {words.common.signOut}
          </Button>
        </section>
        <main className={styles.page}>{children}</main>
      </div>
      {connection === 'connecting' && (
        <p className={styles.moment} role="status">
          {words.common.oneMoment}
        </p>
      )}
    </div>
  )
}
