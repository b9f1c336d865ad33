// A camera through the browser's media API: a recorded clip with a real hand replaces the camera's pictures.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium } from '../../../scripts/chromium.ts'
import { type FootageTask, footageTask } from '../../../scripts/demo/footageTask.ts'
import { applyHomography } from '../../../src-domain/geometry/homography.ts'
import { type Rect, rectCorners } from '../../../src-domain/geometry/rect.ts'
import { recordedBenchSchema } from '../../../src-domain/perception/recordedBench.schema.ts'
import type { SightFrame } from '../../../src-renderer/perception/sightChannel.ts'
import { personId } from '../../support/ids.ts'
import { demoAccounts } from '../screens/people.ts'
import { expect, test } from '../screens/site.ts'

type SightMessage = { readonly kind: 'frame'; readonly frame: SightFrame } | { readonly kind: 'watching' }

const root = join(import.meta.dirname, '..', '..', '..')
const clip = process.env['HANDWIJZER_CLIP'] ?? join(root, '..', 'shared', 'footage', 'plain-right.webm')
const picture = { width: 640, height: 480 }
/** Slowed down four times, so that a machine without a graphics card processes enough frames of each movement. */
const slowly = ['-vf', 'setpts=4*PTS', '-r', '6']

test.skip(!existsSync(clip), 'There is no recorded clip on this machine: HANDWIJZER_CLIP names one to use.')
test.setTimeout(240_000)

/** The clip's bench before calibration: its bins as they appear in the picture, which the table is assumed to fill centrally. */
function asSeenUncalibrated({ layout, benchJson }: FootageTask): FootageTask['layout'] {
  const { tableToCamera } = recordedBenchSchema.parse(JSON.parse(benchJson))
  const pxPerMm = Math.min(picture.width / layout.table.w, picture.height / layout.table.h)
  const seen = (rect: Rect): Rect => {
    const corners = rectCorners(rect).map((corner) => applyHomography(tableToCamera, corner))
    const xs = corners.map((corner) => (corner.x - picture.width / 2) / pxPerMm)
    const ys = corners.map((corner) => (corner.y - picture.height / 2) / pxPerMm)
    return {
      x: Math.min(...xs),
      y: Math.min(...ys),
      w: Math.max(...xs) - Math.min(...xs),
      h: Math.max(...ys) - Math.min(...ys),
    }
  }
  const moved = <Target extends { readonly rect: Rect }>(targets: readonly Target[]) =>
    targets.map((target) => ({ ...target, rect: seen(target.rect) }))
  return { ...layout, bins: moved(layout.bins), zones: moved(layout.zones), buttons: moved(layout.buttons) }
}

test('a real hand before the camera is detected, shown, and advances the step', async ({ site }) => {
  const folder = mkdtempSync(join(tmpdir(), 'handwijzer-camera-'))
  const film = join(folder, 'hand.y4m')
  const made = spawnSync('ffmpeg', ['-v', 'error', '-t', '7', '-i', clip, ...slowly, '-pix_fmt', 'yuv420p', film])
  expect(made.status, made.stderr.toString()).toBe(0)
  const task = await footageTask(clip.replace(/\.webm$/, '.json'))

  const supervisor = (await site.client.staff.people()).find(({ name }) => name === demoAccounts.karim.name)
  await site.client.staff.signIn({ personId: personId(supervisor?.personId ?? ''), pin: demoAccounts.karim.pin })
  await site.client.studio.importPackage({ bytes: new File([task.packageBytes.slice()], 'clip.handwijzer') })
  await site.client.studio.putLayout({ layout: asSeenUncalibrated(task), current: true })
  await site.client.studio.saveBinding(task.binding)
  await site.client.bench.signIn({ by: 'badge', badge: demoAccounts.noor.badge })
  await site.client.bench.startTask({ taskId: task.binding.instructionId })

  const browser = await launchChromium(
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  )
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.addInitScript(() => localStorage.setItem('handwijzer.tableSource', 'camera'))
    const table = await context.newPage()
    await table.goto(`${site.url}table`)
    const landmarks = await table.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const channel = new BroadcastChannel('handwijzer.sight')
          setInterval(() => channel.postMessage({ kind: 'watching' }), 500)
          channel.onmessage = ({ data }: MessageEvent<SightMessage>) => {
            if (data.kind !== 'frame') return
            const [hand] = data.frame.overlay.hands
            if (hand) resolve(hand.points.length)
            channel.postMessage({ kind: 'taken' })
          }
        }),
    )
    expect(landmarks).toBe(21)
    for await (const { step } of await site.client.bench.watch()) {
      if (step !== null && step.number > 1) break
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
