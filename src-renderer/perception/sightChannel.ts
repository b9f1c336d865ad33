// What the camera sees, handed from the window that perceives to any window that shows it. Frames are dropped, never queued.
import type { Hand, SightState } from '../../src-domain/perception/interaction.schema.ts'
import { openWindowChannel, type WindowChannel } from '../windowChannel.ts'

type PicturePoint = readonly [x: number, y: number]

/** A bin, zone or button as it lies in the picture. */
export type SightTarget = {
  readonly id: string
  readonly kind: 'bin' | 'zone' | 'button'
  readonly points: readonly PicturePoint[]
  readonly state: 'idle' | 'active' | 'wrong'
}

/** One camera picture with what was found in it. All points are in px of the picture; a hand has its 21 landmarks. */
export type SightFrame = {
  readonly jpeg: Blob
  readonly widthPx: number
  readonly heightPx: number
  readonly overlay: {
    readonly targets: readonly SightTarget[]
    readonly hands: readonly { readonly points: readonly PicturePoint[]; readonly hand: Hand }[]
  }
  readonly state: SightState
}

type Message =
  | { readonly kind: 'watching' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'frame'; readonly frame: SightFrame }

const subject = 'sight'
const saysWatchingEveryMs = 1000
/** Who has not said for so long that it watches is gone. */
const watchingHoldsMs = 2500
/** A frame that nobody took for so long was lost; the next may go. */
const takenWithinMs = 500

type Publisher = { readonly channel: WindowChannel<Message>; watchedUntilMs: number; busyUntilMs: number }
let publisher: Publisher | null = null

function openPublisher(): Publisher {
  const channel = openWindowChannel<Message>(subject, {
    watching: () => {
      opened.watchedUntilMs = performance.now() + watchingHoldsMs
    },
    taken: () => {
      opened.busyUntilMs = 0
    },
  })
  const opened: Publisher = { channel, watchedUntilMs: 0, busyUntilMs: 0 }
  return opened
}

/**
 * Called for every camera frame by the window that perceives. Nothing is made or sent unless a window watches and has
 * taken the frame before.
 * @param makeFrame makes the frame, JPEG included; a frame that cannot be made or sent is dropped
 */
export function publishSight(makeFrame: () => Promise<SightFrame>): void {
  publisher ??= openPublisher()
  const { watchedUntilMs, busyUntilMs } = publisher
  const nowMs = performance.now()
  if (nowMs > watchedUntilMs || nowMs < busyUntilMs) return
  publisher.busyUntilMs = Number.POSITIVE_INFINITY
  void send(publisher, makeFrame)
}

async function send(to: Publisher, makeFrame: () => Promise<SightFrame>): Promise<void> {
  try {
    const frame = await makeFrame()
    to.busyUntilMs = performance.now() + takenWithinMs
    to.channel.tell({ kind: 'frame', frame })
  } catch {
    // The picture is a courtesy: what cannot be made or sent is left out, and the next one tried.
    to.busyUntilMs = 0
  }
}

/**
 * Shows interest in what the camera sees until the returned function is called. The next frame comes when the listener
 * is done with this one.
 */
export function subscribeSight(listener: (frame: SightFrame) => void | Promise<void>): () => void {
  const take = async (frame: SightFrame) => {
    await listener(frame)
    if (!closed) channel.tell({ kind: 'taken' })
  }
  let closed = false
  const channel = openWindowChannel<Message>(subject, { frame: ({ frame }) => void take(frame) })
  channel.tell({ kind: 'watching' })
  const timer = setInterval(() => channel.tell({ kind: 'watching' }), saysWatchingEveryMs)
  return () => {
    closed = true
    clearInterval(timer)
    channel.close()
  }
}
