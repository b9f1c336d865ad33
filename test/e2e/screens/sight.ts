// A simulated table window: it sends camera frames through the channel that the side screen listens to.
import type { BrowserContext, Page } from '@playwright/test'

export const filmed = { widthPx: 640, heightPx: 360, bins: 6, activeBin: '10,20 100,20 100,90 10,90' } as const

/** Opens such a window beside the others. It sends frames until it is closed. */
export async function filmTable(
  context: BrowserContext,
  url: string,
  camera: { readonly widthPx: number; readonly heightPx: number } = filmed,
): Promise<Page> {
  const table = await context.newPage()
  await table.goto(`${url}mark.svg`)
  await table.evaluate(
    async ({ widthPx, heightPx, bins }) => {
      const canvas = new OffscreenCanvas(widthPx, heightPx)
      const paper = canvas.getContext('2d')
      if (!paper) throw new Error('This browser cannot draw.')
      paper.fillStyle = '#8a6a42'
      paper.fillRect(0, 0, widthPx, heightPx)
      const places = Array.from({ length: bins }, (_, index) => 10 + index * 105)
      paper.fillStyle = '#3f4a52'
      for (const x of places) paper.fillRect(x, 20, 90, 70)
      paper.fillStyle = '#d8a684'
      paper.fillRect(300, 190, 60, 170)
      const jpeg = await canvas.convertToBlob({ type: 'image/jpeg' })
      const targets = places.map((x, index) => ({
        id: String.fromCharCode(65 + index),
        kind: 'bin',
        points: [
          [x, 20],
          [x + 90, 20],
          [x + 90, 90],
          [x, 90],
        ],
        state: index === 0 ? 'active' : 'idle',
      }))
      const points = Array.from({ length: 21 }, (_, joint) => [
        joint === 0 ? 330 : 285 + Math.floor((joint - 1) / 4) * 22,
        joint === 0 ? 300 : 230 - ((joint - 1) % 4) * 22,
      ])
      const overlay = { targets, hands: [{ hand: 'right', points }] }
      const channel = new BroadcastChannel('handwijzer.sight')
      setInterval(
        () => channel.postMessage({ kind: 'frame', frame: { jpeg, widthPx, heightPx, overlay, state: 'seeing' } }),
        100,
      )
    },
    { ...filmed, ...camera },
  )
  return table
}
