// How the shell hands window ports to the service process: as real ports to a utility process, or relayed over the
// child-process channel when the service runs in a Node of its own. Both look like ports to everybody else.
import { EventEmitter } from 'node:events'

/** One window's end of the relay. */
export type RelayMessage =
  | { readonly relay: 'open'; readonly portId: number }
  | { readonly relay: 'message'; readonly portId: number; readonly data: unknown }
  | { readonly relay: 'close'; readonly portId: number }

/** What a port must be able to do here: Electron's MessagePortMain can, and so can the relay. */
export type WindowPort = {
  on(event: string, listener: (event?: { data: unknown }) => void): unknown
  postMessage(data: unknown): void
  start?(): void
}
type ParentPort = { on: (event: 'message', listener: (event: { ports: WindowPort[] }) => void) => void }

/** A port whose messages travel over `process.send`. */
class RelayedPort extends EventEmitter {
  readonly portId: number

  constructor(portId: number) {
    super()
    this.portId = portId
  }

  postMessage(data: unknown): void {
    const message: RelayMessage = { relay: 'message', portId: this.portId, data }
    process.send?.(message)
  }
}

/** Calls `accept` with each window's port. */
export function receivePorts(accept: (port: WindowPort) => void): void {
  const parentPort = (process as { parentPort?: ParentPort }).parentPort
  if (parentPort) {
    parentPort.on('message', ({ ports }) => {
      for (const port of ports) accept(port)
    })
    return
  }
  const relayed = new Map<number, RelayedPort>()
  process.on('message', (message: RelayMessage) => {
    if (message.relay === 'open') {
      const port = new RelayedPort(message.portId)
      relayed.set(message.portId, port)
      accept(port)
    } else if (message.relay === 'message') {
      relayed.get(message.portId)?.emit('message', { data: message.data })
    } else {
      relayed.get(message.portId)?.emit('close')
      relayed.delete(message.portId)
    }
  })
}
