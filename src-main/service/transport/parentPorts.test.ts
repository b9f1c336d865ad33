// In place of the process stands an emitter of the same events: the real channel belongs to the test runner. Whole processes
// are tested with the shell.
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type RelayMessage, receivePorts, type WindowPort } from './parentPorts.ts'

/** The service's end of the channel to the shell. */
class Channel extends EventEmitter {
  readonly sent: unknown[] = []
  parentPort: EventEmitter | undefined

  send(message: unknown): void {
    this.sent.push(message)
  }
  receive(message: RelayMessage): void {
    this.emit('message', message)
  }
}

let channel: Channel
let accepted: WindowPort[]
beforeEach(() => {
  channel = new Channel()
  accepted = []
  vi.stubGlobal('process', channel)
})
afterEach(() => {
  vi.unstubAllGlobals()
})
const receive = (): void => receivePorts((port) => accepted.push(port))

/** What a port delivers from now on: messages' data, and that it closed. */
function heardFrom(port: WindowPort | undefined): unknown[] {
  const heard: unknown[] = []
  port?.on('message', (event) => heard.push(event?.data))
  port?.on('close', () => heard.push('closed'))
  return heard
}

describe('ports relayed over the channel of a child process', () => {
  beforeEach(() => {
    receive()
    channel.receive({ relay: 'open', portId: 7 })
    channel.receive({ relay: 'open', portId: 8 })
  })

  it('are accepted as windows open them', () => {
    expect(accepted).toHaveLength(2)
    expect(accepted[0]).not.toBe(accepted[1])
  })

  it('deliver each message to its own port only, as an event with data', () => {
    const [first, second] = accepted.map(heardFrom)
    channel.receive({ relay: 'message', portId: 8, data: { call: 'time' } })
    channel.receive({ relay: 'message', portId: 7, data: null })
    expect(first).toEqual([null])
    expect(second).toEqual([{ call: 'time' }])
  })

  it('send what is posted to the shell, under their number', () => {
    accepted[1]?.postMessage({ answer: 3 })
    expect(channel.sent).toEqual([{ relay: 'message', portId: 8, data: { answer: 3 } }])
  })

  it('close with their window, once, and hear nothing more', () => {
    const [first, second] = accepted.map(heardFrom)
    channel.receive({ relay: 'close', portId: 7 })
    channel.receive({ relay: 'close', portId: 7 })
    channel.receive({ relay: 'message', portId: 7, data: 'late' })
    channel.receive({ relay: 'message', portId: 8, data: 'on time' })
    expect(first).toEqual(['closed'])
    expect(second).toEqual(['on time'])
  })

  it('begin anew when a number is opened again', () => {
    const old = heardFrom(accepted[0])
    channel.receive({ relay: 'close', portId: 7 })
    channel.receive({ relay: 'open', portId: 7 })
    const renewed = heardFrom(accepted[2])
    channel.receive({ relay: 'message', portId: 7, data: 'again' })
    expect(old).toEqual(['closed'])
    expect(renewed).toEqual(['again'])
  })

  it('ignore messages for a number that was never opened', () => {
    const heard = accepted.map(heardFrom)
    channel.receive({ relay: 'message', portId: 99, data: 'lost' })
    channel.receive({ relay: 'close', portId: 99 })
    expect(heard).toEqual([[], []])
    expect(accepted).toHaveLength(2)
  })
})

describe('ports of a utility process', () => {
  it('are the real ones that come with a message, and the channel is not read', () => {
    channel.parentPort = new EventEmitter()
    receive()
    const ports = [new EventEmitter(), new EventEmitter(), new EventEmitter()]
    channel.parentPort.emit('message', { ports: ports.slice(0, 2) })
    channel.parentPort.emit('message', { ports: ports.slice(2) })
    channel.receive({ relay: 'open', portId: 1 })
    expect(accepted).toEqual(ports)
  })
})
