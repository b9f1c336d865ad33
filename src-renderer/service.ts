// The only file that knows how to reach the bench service: a message port in Electron, a web socket in a browser.
import { type ClientContext, createORPCClient, DynamicLink, ORPCError } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { RequestValidationPlugin, ResponseValidationPlugin } from '@orpc/contract/plugins'
import { type Contract, contract } from '../src-domain/contract/contract.ts'
import type { BenchState } from '../src-domain/session/benchState.schema.ts'
import { type Clock, windowClock } from './clock.ts'

export type ServiceClient = ContractRouterClient<Contract>
export type ConnectionState = 'connecting' | 'connected'

/** As much of a web socket as a link needs. */
type Socket = Pick<WebSocket, 'addEventListener' | 'removeEventListener' | 'send' | 'readyState'>
type Link = PortLink<ClientContext> | SocketLink<ClientContext>

const plugins = () => [new RequestValidationPlugin(contract), new ResponseValidationPlugin(contract)]
const firstRetryMs = 150
const longestRetryMs = 2000
const ticketKey = 'handwijzer.staffTicket'
/** Where pages stand in Electron (src-main/shell/appProtocol.ts). */
const inElectron = 'handwijzer'

/** The ticket that signs staff in again after a reconnect. It lives as long as the window's tab. */
export const staffTicket = {
  get: () => sessionStorage.getItem(ticketKey),
  set: (ticket: string) => sessionStorage.setItem(ticketKey, ticket),
  clear: () => sessionStorage.removeItem(ticketKey),
}

export type ServiceDoor = ReturnType<typeof createServiceDoor>

/** The service as a window has it, over links that break and are replaced. */
export function createServiceDoor(clock: Clock, ticket: Pick<typeof staffTicket, 'get' | 'clear'>) {
  let link = nextLink()
  let newest: Link | null = null
  let state: ConnectionState = 'connecting'
  const listeners = new Set<() => void>()
  const service: ServiceClient = createORPCClient(new DynamicLink(() => link.promise))

  const setState = (next: ConnectionState): void => {
    if (state === next) return
    state = next
    for (const listener of listeners) listener()
  }

  /** Makes a new link usable: whoever was signed in on this window is signed in again before anything else is called. */
  const adopt = async (next: Link): Promise<void> => {
    newest = next
    const known = ticket.get()
    if (known) {
      const direct: ServiceClient = createORPCClient(next)
      await direct.staff.resume({ ticket: known }).catch((error: unknown) => {
        // A connection that breaks meanwhile says nothing about the ticket.
        if (error instanceof ORPCError) ticket.clear()
      })
    }
    if (newest !== next) return
    link.resolve(next)
    setState('connected')
  }
  /** The link is gone: calls wait for the next one. */
  const lose = (): void => {
    newest = null
    if (state === 'connected') link = nextLink()
    setState('connecting')
  }
  /**
   * The bench's state, again after every reconnect: the first value is always the present one.
   * Ends only with the signal.
   */
  async function* watchBench(signal: AbortSignal): AsyncGenerator<BenchState, void> {
    while (!signal.aborted) {
      try {
        for await (const value of await service.bench.watch(undefined, { signal })) yield value
      } catch {
        // The connection broke, or the signal ended it: the loop's condition tells which.
      }
      await new Promise<void>((resolve) => {
        clock.after(firstRetryMs, resolve)
      })
    }
  }

  return {
    /** Calls wait for a connection; one that breaks while a call is out makes that call fail, and the next waits again. */
    service,
    connection: {
      state: (): ConnectionState => state,
      subscribe: (listener: () => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    adopt,
    lose,
    watchBench,
  }
}

/** A promise of the next link, and what keeps it. */
function nextLink() {
  let keep: (link: Link) => void = () => undefined
  const promise = new Promise<Link>((resolve) => {
    keep = resolve
  })
  return { promise, resolve: (made: Link) => keep(made) }
}

const door = createServiceDoor(windowClock, staffTicket)
export const { service, connection, watchBench } = door

/**
 * Keeps a web socket open: one that breaks is replaced at once, one that cannot be opened is tried again after pauses that double
 * up to 2 s.
 */
export function keepSocket({ adopt, lose }: Pick<ServiceDoor, 'adopt' | 'lose'>, clock: Clock, open: () => Socket) {
  const connect = (attempt: number): void => {
    const socket = open()
    let opened = false
    socket.addEventListener('open', () => {
      opened = true
      void adopt(new SocketLink({ websocket: socket, plugins: plugins() }))
    })
    socket.addEventListener('close', () => {
      if (opened) lose()
      const delayMs = opened ? 0 : Math.min(longestRetryMs, firstRetryMs * 2 ** attempt)
      clock.after(delayMs, () => connect(opened ? 0 : Math.min(attempt + 1, 10)))
    })
  }
  connect(0)
}

/**
 * In Electron the preload posts a port to this window for each life of the service, and says when one has ended.
 * Older Chromium tells nobody that a port is dead, so the port is told here.
 */
function acceptPorts(): void {
  let present: MessagePort | null = null
  const drop = () => {
    present?.dispatchEvent(new Event('close'))
    present = null
    door.lose()
  }
  addEventListener('message', (event) => {
    if (event.source !== window) return
    if (event.data === 'handwijzer.serviceGone') drop()
    const [port] = event.ports
    if (event.data !== 'handwijzer.servicePort' || !port) return
    drop()
    present = port
    port.start()
    void door.adopt(new PortLink({ port, plugins: plugins() }))
  })
  postMessage('handwijzer.wantsServicePort', location.origin)
}

/** Starts connecting; called once by the page. */
export function connectToService(): void {
  if (location.host === inElectron) acceptPorts()
  else {
    const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`
    keepSocket(door, windowClock, () => new WebSocket(address))
  }
}
