// A running session that cannot be continued after a restart: the bench stands signed out and says so.
import { createTimedIds, openBenchStore } from '../../../src-main/service/openBenchStore.ts'
import { workerWords } from '../../../src-renderer/ui/words/words.ts'
import { look, sideScreen } from './look.ts'
import { expect, start, test } from './site.ts'

test.use({ viewport: sideScreen, locale: 'nl-NL' })

test('a session with a fact that the bench refuses ends with a sentence, which goes at the next sign-in', async ({
  page,
  siteFolder,
}) => {
  const before = await start(siteFolder)
  await before.client.bench.signIn({ by: 'badge', badge: '10010001' })
  await before.stop()
  const store = openBenchStore(siteFolder, {
    now: () => ({ wallMs: Date.now(), monoMs: 0, bootId: 'between' }),
    newId: createTimedIds(Date.now),
  })
  // Nobody can pause where no task runs.
  store.append([{ type: 'paused' }], { wallMs: Date.now(), monoMs: 0, bootId: 'between' })
  store.close()

  const after = await start(siteFolder)
  await page.goto(`${after.url}bench`)
  const notice = page.getByText(workerWords.nl.signIn.sessionLost)
  await expect(notice).toBeVisible()
  await look(page, 'signIn-sessionLost')
  await after.client.bench.signIn({ by: 'badge', badge: '10010001' })
  await expect(notice).toBeHidden()
  await after.stop()
})
