// What the camera sees, handed from the window that perceives to any window that shows it. Frames are dropped, never queued.
import type { Hand, SightState } from '../../src-domain/perception/interaction.schema.ts'
import { type Clock, every } from '../clock.ts'

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

const channelName = 'handwijzer.sight'
const saysWatchingEveryMs = 1000
/** Who has not said for so long that it watches is gone. */
const watchingHoldsMs = 2500
/** A frame that nobody took for so long was lost; the next may go. */
const takenWithinMs = 500

type Publisher = { readonly channel: BroadcastChannel; watchedUntilMs: number; busyUntilMs: number }
let publisher: Publisher | null = null

function openPublisher({ nowMs }: Clock): Publisher {
  const opened: Publisher = { channel: new BroadcastChannel(channelName), watchedUntilMs: 0, busyUntilMs: 0 }
  opened.channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'watching') opened.watchedUntilMs = nowMs() + watchingHoldsMs
    if (data.kind === 'taken') opened.busyUntilMs = 0
  }
  return opened
}

/**
 * Called for every camera frame by the window that perceives. Nothing is made or sent unless a window watches and has
 * taken the frame before.
 * @param makeFrame makes the frame, JPEG included; a frame that cannot be made or sent is dropped
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
    to.channel.postMessage({ kind: 'frame', frame } satisfies Message)
  } catch {
    // The picture is a courtesy: what cannot be made or sent is left out, and the next one tried.
    to.busyUntilMs = 0
  }
}

/**
 * Shows interest in what the camera sees until the returned function is called. The next frame comes when the listener
 * is done with this one.
 */
export function subscribeSight(clock: Clock, listener: (frame: SightFrame) => void | Promise<void>): () => void {
  const channel = new BroadcastChannel(channelName)
  const tell = (message: Message) => channel.postMessage(message)
  const take = async (frame: SightFrame) => {
    await listener(frame)
    if (!closed) tell({ kind: 'taken' })
  }
  let closed = false
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'frame') void take(data.frame)
  }
  tell({ kind: 'watching' })
  const stopTelling = every(clock, saysWatchingEveryMs, () => tell({ kind: 'watching' }))
  return () => {
    closed = true
    stopTelling()
    channel.close()
  }
}
