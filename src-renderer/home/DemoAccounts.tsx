// The accounts of the demonstration with their public PINs.
import { Text, Title } from '@mantine/core'
import type { DemoAccount } from '../../src-domain/contract/system.contract.ts'
import { PersonPicture } from '../ui/personPictures/PersonPicture.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './DemoAccounts.module.css'

export function DemoAccounts({ accounts }: { readonly accounts: readonly DemoAccount[] }) {
  const { words } = useStaffWords()
  return (
    <section className={styles.accounts} aria-labelledby="demo-accounts">
      <div className={styles.about}>
        <Title order={2} size="h3" id="demo-accounts">
          {words.home.demoAccountsTitle}
        </Title>
        <Text c="dimmed">{words.home.demoAccountsAbout}</Text>
      </div>
      <ul>
        {accounts.map(({ name, picture, pin, worker, roles }) => (
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
