// Web sockets in memory between a window and a real service: they open and break when a test says so.

import { RPCHandler } from '@orpc/server/websocket'
import type { Service } from '../../../src-main/service/composeService.ts'
import { newCaller } from '../../../src-main/service/transport/caller.ts'
import { createRouter } from '../../../src-main/service/transport/router.ts'

const connecting = 0
const open = 1
const closed = 3

/** One end; what is sent arrives at the other. */
class MemorySocket extends EventTarget {
  readyState: typeof connecting | typeof open | typeof closed = connecting
  other: MemorySocket | null = null

  send(data: unknown): void {
    if (this.readyState === open) queueMicrotask(() => this.other?.dispatchEvent(new MessageEvent('message', { data })))
  }

  become(readyState: typeof open | typeof closed): void {
    if (this.readyState === readyState) return
    this.readyState = readyState
    this.dispatchEvent(new Event(readyState === open ? 'open' : 'close'))
  }
}

/** Where windows connect to a service. */
export function memoryNetwork(service: Service) {
  const handler = new RPCHandler(createRouter(service))
  const tried: MemorySocket[] = []
  const newest = () => {
    const socket = tried.at(-1)
    if (!socket) throw new Error('No window has tried to connect.')
    return socket
  }
  return {
    connect: (): MemorySocket => {
      const socket = new MemorySocket()
      tried.push(socket)
      return socket
    },
    /** How often a window has tried to connect. */
    tries: () => tried.length,
    /** The service takes the newest connection. */
    accept(): void {
      const socket = newest()
      const far = new MemorySocket()
      socket.other = far
      far.other = socket
      far.readyState = open
      handler.upgrade(far, { context: { caller: newCaller(true, () => 0) } })
      socket.become(open)
    },
    /** The newest connection breaks, or is refused when it was not taken. */
    break(): void {
      const socket = newest()
      socket.other?.become(closed)
      socket.become(closed)
    },
  }
}
