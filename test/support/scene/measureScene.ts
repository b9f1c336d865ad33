// Measures what a frame of the table scene costs: time of `update` and of handing the drawing over, bytes, and kept memory.
import { withScenePage } from './scenePage.ts'

export type SceneMeasure = {
  readonly state: string
  readonly frames: number
  /** CPU time of `update` and of `render` on the page's own thread, per frame: the drawing itself happens elsewhere. */
  readonly updateMs: { readonly mean: number; readonly p99: number }
  readonly renderMs: { readonly mean: number; readonly p99: number }
  /** Bytes that `update` alone, and `update` with `render`, allocate per frame, counting what is collected again. */
  readonly updateBytesPerFrame: number
  readonly frameBytesPerFrame: number
  /** How much memory is kept after all frames and a collection, in bytes. */
  readonly keptBytes: number
}

const measured = ['level3Pick', 'wrongPickFar', 'cycleDoneRewards'] as const

/** Runs `frames` frames in headless Chromium in each of the liveliest states of the table. */
export async function measureScene(frames = 2000): Promise<readonly SceneMeasure[]> {
  return withScenePage(async (page) => {
    const session = await page.context().newCDPSession(page)
    const keptBytes = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    }
    const results: SceneMeasure[] = []
    for (const state of measured) {
      await page.evaluate((name) => window.tableScenePage.prepareMeasure(name), state)
      await page.evaluate(() => window.tableScenePage.runFrames(300, true))
      const before = await keptBytes()
      const times = await page.evaluate((count) => window.tableScenePage.runFrames(count, true), frames)
      const after = await keptBytes()
      const bytesOf = async (render: boolean): Promise<number> => {
        await session.send('HeapProfiler.collectGarbage')
        const start = (await session.send('Runtime.getHeapUsage')).usedSize
        await page.evaluate(([count, drawn]) => window.tableScenePage.runFrames(count, drawn), [
          frames,
          render,
        ] as const)
        return (await session.send('Runtime.getHeapUsage')).usedSize - start
      }
      results.push({
        state,
        frames,
        ...times,
        updateBytesPerFrame: (await bytesOf(false)) / frames,
        frameBytesPerFrame: (await bytesOf(true)) / frames,
        keptBytes: after - before,
      })
    }
    return results
  })
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${JSON.stringify({ scene: await measureScene() })}\n`)
}
