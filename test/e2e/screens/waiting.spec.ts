// A task with a timed waiting step and a step with a video: on the side screen and on the table.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sealPackage } from '../../../src-main/instruction-package/sealPackage.ts'
import { workerWords } from '../../../src-renderer/ui/words/words.ts'
import { personId, taskId } from '../../support/ids.ts'
import { readSource } from '../../support/instruction/samples.ts'
import { look, sideScreen } from './look.ts'
import { demoAccounts } from './people.ts'
import { expect, test } from './site.ts'
import { showEverything } from './table.ts'

type Fields = Record<string, unknown>
type Pen = { readonly title: Fields; readonly media: Fields; readonly steps: readonly { readonly step: Fields }[] }

const { nl } = workerWords
const film = join(import.meta.dirname, '../../support/scene/placing.webm')
const seconds = 15

test.use({ viewport: sideScreen })

/** The pen task changed: its first step waits, its second has a video. */
async function waitingPen(): Promise<Uint8Array> {
  const source = await readSource('samples/pen')
  const pen = source.json as Pen
  const [first, second, ...others] = pen.steps
  const sealed = await sealPackage({
    json: {
      ...pen,
      version: 2,
      media: {
        ...pen.media,
        film: { file: 'placing.webm', alt: pen.title },
      },
      steps: [
        { step: { ...first?.step, done: [{ by: 'time', seconds }] } },
        { step: { ...second?.step, video: 'film' } },
        ...others,
      ],
    },
    files: new Map([...source.files, ['placing.webm', await readFile(film)]]),
  })
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.failure))
  return sealed.value.packageBytes
}

test('a waiting step ends by itself when its circle is empty, and a video shows how the next step is done', async ({
  page,
  context,
  site,
}) => {
  test.setTimeout(120_000)
  const { client, url } = site
  const supervisor = (await client.staff.people()).find(({ name }) => name === demoAccounts.karim.name)
  await client.staff.signIn({ personId: personId(supervisor?.personId ?? ''), pin: demoAccounts.karim.pin })
  await client.studio.importPackage({ bytes: new File([(await waitingPen()).slice()], 'pen.handwijzer') })
  await page.goto(`${url}bench`)
  await client.bench.signIn({ by: 'badge', badge: demoAccounts.noor.badge })
  await client.bench.startTask({ taskId: taskId('pen') })

  const circle = page.getByRole('img', { name: nl.work.waitForCircle })
  await expect(circle).toBeVisible()
  await look(page, 'worker-nl-waiting')
  await showEverything(site)
  await expect(circle).toBeVisible()
  await look(page, 'worker-nl-waiting-shown')

  const table = await context.newPage()
  const asked: string[] = []
  table.on('request', (request) => {
    if (request.resourceType() === 'media') asked.push(request.url())
  })
  await table.goto(`${url}table`)
  await page.bringToFront()
  await expect(circle).toBeHidden({ timeout: 1000 * seconds })
  for await (const { step } of await client.bench.watch()) if (step?.number === 2) break
  await showEverything(site)
  const playing = page.locator('video')
  await expect.poll(() => playing.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0)
  await look(page, 'worker-nl-film')
  await expect.poll(() => asked.length).toBeGreaterThan(0)
})
