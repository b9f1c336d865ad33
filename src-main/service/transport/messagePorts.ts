// Serves Electron's windows: each window's message port, handed over by the shell, carries the contract. No TCP port is opened.
import { newCaller } from './caller.ts'
import type { WindowPort } from './parentPorts.ts'
import type { Served } from './served.ts'

/** Takes ports as they come; each is one window, and is served what is served when it comes. */
export const acceptPorts =
  (served: () => Served): ((port: WindowPort) => void) =>
  (port) => {
    const { overPorts, clientCame, clientLeft, monoMs } = served()
    clientCame()
    port.on('close', clientLeft)
    overPorts().upgrade(port, { context: { caller: newCaller(true, monoMs) } })
    port.start?.()
  }
