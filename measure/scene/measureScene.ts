// Measures the cost of a frame of the table scene: CPU time of `update` and `render`, allocated bytes, and retained memory.
import { withScenePage } from '../../test/support/scene/scenePage.ts'

export type SceneMeasure = {
  readonly state: string
  readonly frames: number
  /** CPU time of `update` and of `render` on the page's main thread, per frame; rasterisation happens elsewhere. */
  readonly updateMs: { readonly mean: number; readonly p99: number }
  readonly renderMs: { readonly mean: number; readonly p99: number }
  /** Bytes that `update` alone, and `update` with `render`, allocate per frame, including garbage. */
  readonly updateBytesPerFrame: number
  readonly frameBytesPerFrame: number
  /** Memory retained after all frames and a garbage collection, in bytes. */
  readonly keptBytes: number
}

const measured = ['level3Pick', 'wrongPickFar', 'cycleDoneRewards'] as const

/** Runs `frames` frames in headless Chromium in each of the most animated states of the table. */
export async function measureScene(frames = 2000): Promise<readonly SceneMeasure[]> {
  return withScenePage(async (page) => {
    const session = await page.context().newCDPSession(page)
    const keptBytes = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    }
    const usedBytes = async (): Promise<number> => (await session.send('Runtime.getHeapUsage')).usedSize
    const run = (count: number, isDrawn: boolean): Promise<void> =>
      page.evaluate(([n, drawn]) => window.tableScenePage.runFrames(n, drawn), [count, isDrawn] as const)
    const bytesPerFrame = async (count: number, isDrawn: boolean): Promise<number> => {
      const before = await keptBytes()
      await run(count, isDrawn)
      return Math.round(((await usedBytes()) - before) / count)
    }
    const results: SceneMeasure[] = []
    for (const state of measured) {
      await page.evaluate((name) => window.tableScenePage.prepareMeasure(name), state)
      await run(10_000, false)
      await run(frames, true)
      await page.evaluate((count) => window.tableScenePage.timeFrames(count), frames)
      const before = await keptBytes()
      const times = await page.evaluate((count) => window.tableScenePage.timeFrames(count), frames)
      const after = await keptBytes()
      results.push({
        state,
        frames,
        ...times,
        updateBytesPerFrame: await bytesPerFrame(20_000, false),
        frameBytesPerFrame: await bytesPerFrame(frames, true),
        keptBytes: after - before,
      })
    }
    return results
  })
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${JSON.stringify({ scene: await measureScene() })}\n`)
}
