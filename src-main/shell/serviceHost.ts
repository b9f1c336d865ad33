// Runs the bench service, restarts it when it exits, and connects each window to it: in a utility process, or in a separate Node.
import { type ChildProcess, spawn } from 'node:child_process'
import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron'
import type { RelayMessage } from '../service/transport/parentPorts.ts'
import { createRestartBudget } from './restartBudget.ts'
import type { Ending } from './shellLog.ts'

/** How Electron lists the service among its processes. */
export const serviceName = 'Handwijzer bench service'

/** One running instance of the service. */
type ServiceLife = { readonly give: (port: MessagePortMain) => void; readonly stop: () => void }

type Events = {
  readonly onReady: () => void
  /** The service begins anew in its process: windows need new ports once it is ready. */
  readonly onPause: () => void
  /** The service says why it cannot start, before it exits. */
  readonly onRefusal: (reason: string) => void
  readonly onExit: (exitCode: number | null) => void
  readonly onLine: (line: string) => void
}

export type ServiceHostOptions = {
  readonly entry: string
  readonly args: readonly string[]
  readonly nodeBinary: string | null
  /** Called when a new instance is ready: windows need new ports. */
  readonly onReady: () => void
  /** Called when the service exited: windows show a waiting screen until the next instance is ready. */
  readonly onGone: (how: Ending) => void
  /** Called when it begins anew in its process: windows wait in the same way. */
  readonly onPause: () => void
  readonly log: (sentence: string) => void
}

export type ServiceHost = {
  /** A port to the running instance; null while there is none. */
  readonly connect: () => MessagePortMain | null
  readonly processId: () => number | undefined
  readonly stop: () => void
}

/** Starts the service and keeps it running until stopped. */
export function hostService(options: ServiceHostOptions): ServiceHost {
  const budget = createRestartBudget()
  let life: (ServiceLife & { readonly pid: () => number | undefined }) | null = null
  let ready = false
  let stopping = false

  const start = () => {
    if (stopping) return
    let reason: string | null = null
    const events: Events = {
      onReady: () => {
        ready = true
        options.onReady()
      },
      onPause: () => {
        ready = false
        options.onPause()
      },
      onRefusal: (why) => {
        reason = why
      },
      onExit: (exitCode) => {
        life = null
        ready = false
        if (stopping) return
        options.onGone({ reason, exitCode })
        const waitMs = budget.next(Date.now())
        options.log(`The service ended. It starts again in ${waitMs} ms.`)
        setTimeout(start, waitMs)
      },
      onLine: options.log,
    }
    life =
      options.nodeBinary === null ? inUtilityProcess(options, events) : inOwnNode(options, options.nodeBinary, events)
  }
  start()

  return {
    connect: () => {
      if (!life || !ready) return null
      const { port1, port2 } = new MessageChannelMain()
      life.give(port1)
      return port2
    },
    processId: () => life?.pid(),
    stop: () => {
      stopping = true
      life?.stop()
    },
  }
}

function inUtilityProcess({ entry, args }: ServiceHostOptions, events: Events) {
  const child = utilityProcess.fork(entry, [...args], { serviceName, stdio: 'pipe' })
  child.stdout?.on('data', (data: Buffer) => readLines(data, events))
  child.stderr?.on('data', (data: Buffer) => events.onLine(data.toString().trimEnd()))
  child.on('exit', events.onExit)
  return {
    give: (port: MessagePortMain) => child.postMessage(null, [port]),
    stop: () => child.kill(),
    pid: () => child.pid,
  }
}

/** The same over the child-process channel, which cannot transfer ports: messages are relayed. */
function inOwnNode({ entry, args }: ServiceHostOptions, nodeBinary: string, events: Events) {
  const child: ChildProcess = spawn(nodeBinary, [entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  const ports = new Map<number, MessagePortMain>()
  let lastId = 0
  const tell = (message: RelayMessage) => {
    if (child.connected) child.send(message)
  }
  child.stdout?.on('data', (data: Buffer) => readLines(data, events))
  child.stderr?.on('data', (data: Buffer) => events.onLine(data.toString().trimEnd()))
  child.on('message', (message: RelayMessage) => {
    if (message.relay === 'message') ports.get(message.portId)?.postMessage(message.data)
  })
  child.on('error', (error) => events.onLine(error.message))
  child.on('exit', (exitCode) => {
    for (const port of ports.values()) port.close()
    events.onExit(exitCode)
  })
  return {
    give: (port: MessagePortMain) => {
      const portId = ++lastId
      ports.set(portId, port)
      tell({ relay: 'open', portId })
      port.on('message', ({ data }) => tell({ relay: 'message', portId, data }))
      port.on('close', () => {
        ports.delete(portId)
        tell({ relay: 'close', portId })
      })
      port.start()
    },
    stop: () => child.kill(),
    pid: () => child.pid,
  }
}

function readLines(data: Buffer, events: Events): void {
  for (const line of data.toString().split('\n').filter(Boolean)) {
    events.onLine(line)
    if (line.startsWith('{"ready":true')) events.onReady()
    if (line.startsWith('{"ready":false,"again":true')) events.onPause()
    const [, reason] = /^\{"ready":false,"reason":"(\w+)"/.exec(line) ?? []
    if (reason !== undefined) events.onRefusal(reason)
  }
}
