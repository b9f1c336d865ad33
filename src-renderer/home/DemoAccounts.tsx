// The accounts of the demonstration with their public PINs.
import { Text, Title } from '@mantine/core'
import type { CastCard } from '../../src-domain/contract/system.contract.ts'
import { PersonPicture } from '../ui/personPictures/PersonPicture.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './DemoAccounts.module.css'

export function Cast({ cast }: { readonly cast: readonly CastCard[] }) {
  const { words } = useStaffWords()
  return (
    <section className={styles.cast} aria-labelledby="cast">
      <div className={styles.about}>
        <Title order={2} size="h3" id="cast">
          {words.home.castTitle}
        </Title>
        <Text c="dimmed">{words.home.castAbout}</Text>
      </div>
      <ul>
        {cast.map(({ name, picture, pin, worker, roles }) => (
          <li key={name}>
            <PersonPicture name={picture} size={56} />
            <span>
              <strong>{name}</strong>
              <br />
              {[...(worker ? (['worker'] as const) : []), ...roles].map((role) => words.roles[role]).join(', ')}
              <br />
              {words.home.code(pin)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
