// Sends the camera view from the window that perceives to windows that show it. Frames are dropped, never queued.
import type { Hand, SightState } from '../../src-domain/perception/interaction.schema.ts'
import { type Clock, every } from '../clock.ts'
import { openWindowChannel, type WindowChannel } from '../windowChannel.ts'

type PicturePoint = readonly [x: number, y: number]

/** A bin, zone or button, as a polygon in px of the picture. */
export type SightTarget = {
  readonly id: string
  readonly kind: 'bin' | 'zone' | 'button'
  readonly points: readonly PicturePoint[]
  readonly state: 'idle' | 'active' | 'wrong'
}

/** One camera picture with what was found in it. All points are in px of the picture; a hand has 21 landmarks. */
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
/** A viewer that has not repeated `watching` for this long is taken to be closed. */
const watchingHoldsMs = 2500
/** A frame not acknowledged within this time is taken to be lost, and the next one is sent. */
const takenWithinMs = 500

type Publisher = { readonly channel: WindowChannel<Message>; watchedUntilMs: number; busyUntilMs: number }
let publisher: Publisher | null = null

function openPublisher({ nowMs }: Clock): Publisher {
  const channel = openWindowChannel<Message>(subject, {
    watching: () => {
      opened.watchedUntilMs = nowMs() + watchingHoldsMs
    },
    taken: () => {
      opened.busyUntilMs = 0
    },
  })
  const opened: Publisher = { channel, watchedUntilMs: 0, busyUntilMs: 0 }
  return opened
}

/**
 * To be called for every camera frame by the window that perceives. Nothing is made or sent unless a window watches and
 * has acknowledged the last frame.
 * @param makeFrame makes the frame including its JPEG; a frame that cannot be made or sent is dropped
 */
export function publishSight(clock: Clock, makeFrame: () => Promise<SightFrame>): void {
  publisher ??= openPublisher(clock)
  const { watchedUntilMs, busyUntilMs } = publisher
  const nowMs = clock.nowMs()
  if (nowMs > watchedUntilMs || nowMs < busyUntilMs) return
  publisher.busyUntilMs = Number.POSITIVE_INFINITY
  void send(publisher, clock, makeFrame)
}

async function send(to: Publisher, clock: Clock, makeFrame: () => Promise<SightFrame>): Promise<void> {
  try {
    const frame = await makeFrame()
    to.busyUntilMs = clock.nowMs() + takenWithinMs
    to.channel.tell({ kind: 'frame', frame })
  } catch {
    // The view is optional: a frame that cannot be made or sent is skipped.
    to.busyUntilMs = 0
  }
}

/**
 * Watches the camera view until the returned function is called. The next frame is sent when the listener has finished
 * with this one.
 */
export function subscribeSight(clock: Clock, listener: (frame: SightFrame) => void | Promise<void>): () => void {
  const take = async (frame: SightFrame) => {
    await listener(frame)
    if (!closed) channel.tell({ kind: 'taken' })
  }
  let closed = false
  const channel = openWindowChannel<Message>(subject, { frame: ({ frame }) => void take(frame) })
  channel.tell({ kind: 'watching' })
  const stopTelling = every(clock, saysWatchingEveryMs, () => channel.tell({ kind: 'watching' }))
  return () => {
    closed = true
    stopTelling()
    channel.close()
  }
}
