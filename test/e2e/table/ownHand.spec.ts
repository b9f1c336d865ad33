// A visitor's hand on the virtual bench: moved by the mouse, seen by the bench's camera, detected by the real hand tracker.
import { Vector3 } from 'three'
import { type Point, rectCentre } from '../../../src-domain/geometry/rect.ts'
import type { BenchState } from '../../../src-domain/session/benchState.schema.ts'
import { createViewCamera } from '../../../src-renderer/virtual-bench/viewCamera.ts'
import { taskId } from '../../support/ids.ts'
import { look } from '../screens/look.ts'
import { demoAccounts } from '../screens/people.ts'
import { expect, test } from '../screens/site.ts'

/** Small, so that a machine without a graphics card renders enough frames per second. */
const window = { width: 640, height: 400 }
const handHeightMm = 25

test.use({ viewport: window })
test.setTimeout(420_000)

test('picks and places made with the mouse advance the work', async ({ page, site }) => {
  const { client } = site
  await client.bench.signIn({ by: 'badge', badge: demoAccounts.noor.badge })
  await client.bench.startTask({ taskId: taskId('pen') })
  const { layout } = await client.table.setup()
  const view = createViewCamera(layout.table)
  view.setAspect(window.width / window.height)
  view.camera.updateProjectionMatrix()
  const moveTo = async ({ x, y }: Point) => {
    const { x: right, y: up } = new Vector3(x, -y, handHeightMm).project(view.camera)
    await page.mouse.move(((right + 1) / 2) * window.width, ((1 - up) / 2) * window.height, { steps: 8 })
  }
  const centreOf = (id: string): Point => {
    const target = [...layout.bins, ...layout.zones].find((one) => one.id === id)
    if (!target) throw new Error(`The bench has no ${id}.`)
    return rectCentre(target.rect)
  }
  const clearOfAll = { x: 0, y: 260 }
  /** Waits for this many further frames: the bench's time runs as slowly as the machine renders. */
  const looks = (count: number) =>
    page.evaluate(
      (wanted) =>
        new Promise<void>((resolve) => {
          const channel = new BroadcastChannel('handwijzer.sight')
          const watching = setInterval(() => channel.postMessage({ kind: 'watching' }), 300)
          let seen = 0
          channel.onmessage = ({ data }: MessageEvent<{ readonly kind: string }>) => {
            if (data.kind !== 'frame') return
            channel.postMessage({ kind: 'taken' })
            seen += 1
            if (seen < wanted) return
            clearInterval(watching)
            channel.close()
            resolve()
          }
        }),
      count,
    )
  /** Presses over the bin until the hand has closed there, and moves the part away. */
  const takeFrom = async (bin: string) => {
    await moveTo(centreOf(bin))
    await looks(8)
    await page.mouse.down()
    await looks(8)
    await moveTo(clearOfAll)
  }

  await page.goto(`${site.url}table`)
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 30_000 })
  const until = async (isSo: (state: BenchState) => boolean): Promise<BenchState> => {
    for await (const state of await client.bench.watch()) if (isSo(state)) return state
    throw new Error('The bench no longer tells what it is at.')
  }
  await until(({ sight }) => sight === 'seeing')
  const { step: first } = await until(({ step }) => step?.kind === 'pick')
  const wanted = first?.target?.id ?? ''

  await takeFrom(wanted)
  const { step: second } = await until(({ step }) => step !== null && step.key !== first?.key)
  expect(second?.kind).toBe('place')
  await moveTo(centreOf(second?.target?.id ?? ''))
  await looks(8)
  await page.mouse.up()
  await moveTo(clearOfAll)
  const { step: third } = await until(({ step }) => step !== null && step.key !== second?.key)
  expect(third?.number).toBe(3)
  await look(page, 'own-hand')
})
