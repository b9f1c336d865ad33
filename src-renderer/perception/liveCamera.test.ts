import { describe, expect, it } from 'vitest'
import { manualClock } from '../../test/support/perception/manualClock.ts'
import type { CameraChoice } from './cameraChoice.ts'
import type { CameraState } from './cameraSource.ts'
import { type FrameReader, liveCamera } from './liveCamera.ts'

const bench: CameraChoice = { deviceId: 'b1', label: 'Bench camera' }
const laptop: CameraChoice = { deviceId: 'l1', label: 'Laptop camera' }

/**
 * A computer's cameras, with the events of real benches: plugged in and out, used by other programs, access refused.
 */
class CameraPort extends EventTarget {
  plugged: CameraChoice[] = []
  refusesWith: string | null = null
  /** Browsers tell neither ids nor names until access to a camera was allowed once. */
  hidesNames = false
  readonly opened: { choice: CameraChoice; end: () => void; show: () => void; isStopped: () => boolean }[] = []

  plug(...cameras: CameraChoice[]) {
    this.plugged.push(...cameras)
    this.dispatchEvent(new Event('devicechange'))
  }
  unplug(camera: CameraChoice) {
    this.plugged = this.plugged.filter((other) => other !== camera)
    for (const { choice, end } of this.opened) if (choice === camera) end()
    this.dispatchEvent(new Event('devicechange'))
  }
  enumerateDevices() {
    return Promise.resolve(
      this.plugged.map((camera) => ({
        ...(this.hidesNames ? { deviceId: '', label: '' } : camera),
        kind: 'videoinput' as const,
        groupId: '',
        toJSON: () => camera,
      })),
    )
  }
  getUserMedia(constraints?: MediaStreamConstraints): Promise<MediaStream> {
    if (this.refusesWith !== null) return Promise.reject(new DOMException('refused', this.refusesWith))
    this.hidesNames = false
    const video = constraints?.video as { deviceId?: { exact: string } } | true
    const wanted = video === true ? undefined : video.deviceId?.exact
    const choice = this.plugged.find(({ deviceId }) => wanted === undefined || deviceId === wanted)
    if (!choice) return Promise.reject(new DOMException('no such camera', 'OverconstrainedError'))
    let isStopped = false
    const track = {
      kind: 'video',
      label: choice.label,
      getSettings: () => ({ deviceId: choice.deviceId, exposureTime: 250 }),
      getCapabilities: () => ({ exposureMode: ['continuous', 'manual'] }),
      applyConstraints: () => Promise.resolve(),
      stop: () => (isStopped = true),
    }
    const frames = new EventTarget()
    this.opened.push({
      choice,
      end: () => frames.dispatchEvent(new Event('end')),
      show: () => frames.dispatchEvent(new Event('frame')),
      isStopped: () => isStopped,
    })
    readers.set(track, frames)
    return Promise.resolve({ getVideoTracks: () => [track], getTracks: () => [track] } as unknown as MediaStream)
  }
}
const readers = new WeakMap<object, EventTarget>()

const readFrames: FrameReader = (track, signal, onFrame) =>
  new Promise((resolve) => {
    const frames = readers.get(track)
    frames?.addEventListener('frame', () => onFrame({ timestamp: 40_000 } as VideoFrame))
    frames?.addEventListener('end', () => resolve())
    signal.addEventListener('abort', () => resolve())
  })

function watch(port: CameraPort, chosen: CameraChoice | null = null) {
  const clock = manualClock()
  const states: CameraState[] = []
  const times: number[] = []
  const opened: CameraChoice[] = []
  const locks: unknown[] = []
  const close = liveCamera({
    devices: port,
    clock,
    chosen,
    readFrames,
    onOpened: (choice) => opened.push(choice),
    onLocked: (lock) => locks.push(lock),
  }).open({ onState: (state) => states.push(state), onFrame: ({ atMs }) => times.push(atMs) })
  return { clock, states, times, opened, locks, close }
}

const portWith = (...cameras: CameraChoice[]) => {
  const port = new CameraPort()
  port.plug(...cameras)
  return port
}

describe('a camera over the table', () => {
  it('reports that it sees with its first frame, and which camera it is', async () => {
    const port = portWith(bench)
    const { clock, states, times, opened } = watch(port)
    await clock.pass(10)
    expect(states.at(-1)).toBe('starting')
    port.opened[0]?.show()
    expect(states.at(-1)).toBe('seeing')
    expect(times).toEqual([40])
    expect(opened).toEqual([bench])
  })

  it('reports that there is none, and starts as soon as one is plugged in', async () => {
    const port = portWith()
    const { clock, states } = watch(port)
    await clock.pass(10)
    expect(states).toEqual(['starting', 'noCamera'])
    port.plug(bench)
    await clock.pass(10)
    port.opened[0]?.show()
    expect(states.at(-1)).toBe('seeing')
  })

  it('reports that it is unplugged, and continues with the same one when it is back', async () => {
    const port = portWith(laptop, bench)
    const { clock, states } = watch(port, bench)
    await clock.pass(10)
    port.opened[0]?.show()
    port.unplug(bench)
    await clock.pass(10)
    expect(states.at(-1)).toBe('unplugged')
    await clock.pass(20_000)
    expect(port.opened.map(({ choice }) => choice)).toEqual([bench])
    port.plug(bench)
    await clock.pass(10)
    port.opened[1]?.show()
    expect(states.at(-1)).toBe('seeing')
  })

  it('never uses another camera than the chosen one: it may show a face', async () => {
    const port = portWith(laptop)
    const { clock, states } = watch(port, bench)
    await clock.pass(30_000)
    expect(states.at(-1)).toBe('unplugged')
    expect(port.opened).toEqual([])
  })

  it('waits for the camera it used before, even if it was never chosen', async () => {
    const port = portWith(bench, laptop)
    const { clock, states } = watch(port)
    await clock.pass(10)
    port.unplug(bench)
    await clock.pass(20_000)
    expect(states.at(-1)).toBe('unplugged')
    expect(port.opened.map(({ choice }) => choice)).toEqual([bench])
  })

  it('knows the chosen one by its name when the browser has given it another id', async () => {
    const renamed = { ...bench, deviceId: 'b2' }
    const port = portWith(laptop, renamed)
    const { clock, opened } = watch(port, bench)
    await clock.pass(10)
    expect(opened).toEqual([renamed])
  })

  it('finds the chosen one although the browser hides names until access is allowed', async () => {
    const port = portWith(laptop, bench)
    port.hidesNames = true
    const { clock, opened } = watch(port, bench)
    await clock.pass(10)
    expect(opened).toEqual([bench])
    expect(port.opened.map(({ choice, isStopped }) => [choice, isStopped()])).toEqual([
      [laptop, true],
      [bench, false],
    ])
  })

  it('reports that another program uses it, and opens it when that program closes', async () => {
    const port = portWith(bench)
    port.refusesWith = 'NotReadableError'
    const { clock, states } = watch(port)
    await clock.pass(10)
    expect(states.at(-1)).toBe('cameraBusy')
    port.refusesWith = null
    await clock.pass(3000)
    port.opened[0]?.show()
    expect(states.at(-1)).toBe('seeing')
  })

  it('reports that access was refused', async () => {
    const port = portWith(bench)
    port.refusesWith = 'NotAllowedError'
    const { clock, states } = watch(port)
    await clock.pass(10)
    expect(states.at(-1)).toBe('permissionRefused')
  })

  it('locks what the camera offers, once its picture has settled', async () => {
    const { clock, locks } = watch(portWith(bench))
    await clock.pass(1000)
    expect(locks).toEqual([])
    await clock.pass(1500)
    expect(locks).toEqual([{ focus: 'notOffered', exposure: 'locked', whiteBalance: 'notOffered' }])
  })

  it('is closed and silent once nobody listens', async () => {
    const port = portWith(bench)
    const { clock, states, times, close } = watch(port)
    await clock.pass(10)
    port.opened[0]?.show()
    close()
    await clock.pass(10)
    const told = states.length
    port.unplug(bench)
    port.plug(bench)
    await clock.pass(10_000)
    expect(port.opened.map(({ isStopped }) => isStopped())).toEqual([true])
    expect([states.length, times.length]).toEqual([told, 1])
  })
})
