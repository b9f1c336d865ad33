// Signing in by the real means: a badge reader, or a picture and a PIN.
import type { Page } from '@playwright/test'
import { demoAccounts } from '../../../src-main/service/site/demonstration/demoAccounts.ts'
import { personId } from '../../support/ids.ts'
import type { RunningService } from '../../support/serviceProcess.ts'

export { demoAccounts }

const readerGapMs = 6

/** Simulates a badge reader: keys faster than any typist, ended by Enter, with matching event time stamps. */
export async function holdBadge(page: Page, badge: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  const startMs = Date.now()
  const press = (key: string, text: string, index: number) =>
    (['keyDown', 'keyUp'] as const).map((type) =>
      keyboard.send('Input.dispatchKeyEvent', {
        type,
        key,
        windowsVirtualKeyCode: text.charCodeAt(0),
        timestamp: (startMs + index * readerGapMs) / 1000,
        ...(type === 'keyDown' && { text }),
      }),
    )
  const keys = [...Array.from(badge, (digit) => [digit, digit] as const), ['Enter', '\r'] as const]
  await Promise.all(keys.flatMap(([key, text], index) => press(key, text, index)))
  await keyboard.detach()
}

/** Enters a PIN by touch and submits it. */
export async function enterCode(page: Page, pin: string, done: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: done, exact: true }).click()
}

/** Signs a staff member in at an entry page, in Dutch. */
export async function passDoor(page: Page, url: string, who: 'els' | 'karim'): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: new RegExp(`^${demoAccounts[who].name}`) }).click()
  await enterCode(page, demoAccounts[who].pin, 'Aanmelden')
}

/** Awards every open proposal as the coach Els, so that there are skills to show. */
export async function awardEverything(client: RunningService['client']): Promise<void> {
  const coach = (await client.staff.people()).find(({ name }) => name === demoAccounts.els.name)
  await client.staff.signIn({ personId: personId(coach?.personId ?? ''), pin: demoAccounts.els.pin })
  for (const { proposalId, state } of await client.coach.proposals()) {
    if (state === 'open') await client.coach.award({ proposalId, note: '' })
  }
  await client.staff.signOut()
}
