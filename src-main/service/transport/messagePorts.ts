// Serves Electron's windows: each window's message port, handed over by the shell, carries the contract. No TCP port is opened.
import { RPCHandler } from '@orpc/server/message-port'
import type { Service } from '../composeService.ts'
import { newCaller } from './caller.ts'
import type { WindowPort } from './parentPorts.ts'
import { createRouter } from './router.ts'

/** Takes ports as they come; each is one window. */
export function acceptPorts(service: Service): (port: WindowPort) => void {
  const handler = new RPCHandler(createRouter(service))
  return (port) => {
    service.health.clientCame()
    port.on('close', () => service.health.clientLeft())
    handler.upgrade(port, { context: { caller: newCaller(true, service.monoMs) } })
    port.start?.()
  }
}
