// The only file that knows how to reach the bench service: a message port in Electron, a web socket in a browser.
import { type ClientContext, createORPCClient, DynamicLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { RequestValidationPlugin, ResponseValidationPlugin } from '@orpc/contract/plugins'
import { type Contract, contract } from '../src-domain/contract/contract.ts'
import type { BenchState } from '../src-domain/session/benchState.schema.ts'

export type ServiceClient = ContractRouterClient<Contract>
export type ConnectionState = 'connecting' | 'connected'

type Link = PortLink<ClientContext> | SocketLink<ClientContext>

const plugins = () => [new RequestValidationPlugin(contract), new ResponseValidationPlugin(contract)]
const firstRetryMs = 150
const longestRetryMs = 2000
const ticketKey = 'handwijzer.staffTicket'
/** Where pages stand in Electron (src-main/shell/appProtocol.ts). */
const inElectron = 'handwijzer'

let link = nextLink()
let state: ConnectionState = 'connecting'
const stateListeners = new Set<() => void>()

/** A promise of the next link, and what keeps it. */
function nextLink() {
  let keep: (link: Link) => void = () => undefined
  const promise = new Promise<Link>((resolve) => {
    keep = resolve
  })
  return { promise, resolve: (made: Link) => keep(made) }
}

function setState(next: ConnectionState): void {
  if (state === next) return
  state = next
  for (const listener of stateListeners) listener()
}

/** Calls wait for a connection; one that breaks while a call is out makes that call fail, and the next waits again. */
export const service: ServiceClient = createORPCClient(new DynamicLink(() => link.promise))

export const connection = {
  state: (): ConnectionState => state,
  subscribe: (listener: () => void) => {
    stateListeners.add(listener)
    return () => stateListeners.delete(listener)
  },
}

/** The ticket that signs staff in again after a reconnect. It lives as long as the window's tab. */
export const staffTicket = {
  get: () => sessionStorage.getItem(ticketKey),
  set: (ticket: string) => sessionStorage.setItem(ticketKey, ticket),
  clear: () => sessionStorage.removeItem(ticketKey),
}

/** Makes a new link usable: whoever was signed in on this window is signed in again before anything else is called. */
async function adopt(next: Link): Promise<void> {
  const ticket = staffTicket.get()
  if (ticket) {
    const direct: ServiceClient = createORPCClient(next)
    await direct.staff.resume({ ticket }).catch(() => staffTicket.clear())
  }
  link.resolve(next)
  setState('connected')
}

function lose(): void {
  if (state === 'connected') link = nextLink()
  setState('connecting')
}

function connectSocket(attempt = 0): void {
  const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`)
  let opened = false
  socket.addEventListener('open', () => {
    opened = true
    void adopt(new SocketLink({ websocket: socket, plugins: plugins() }))
  })
  socket.addEventListener('close', () => {
    if (opened) lose()
    const delayMs = opened ? 0 : Math.min(longestRetryMs, firstRetryMs * 2 ** attempt)
    setTimeout(connectSocket, delayMs, opened ? 0 : Math.min(attempt + 1, 10))
  })
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
    lose()
  }
  addEventListener('message', (event) => {
    if (event.source !== window) return
    if (event.data === 'handwijzer.serviceGone') drop()
    const [port] = event.ports
    if (event.data !== 'handwijzer.servicePort' || !port) return
    drop()
    present = port
    port.start()
    void adopt(new PortLink({ port, plugins: plugins() }))
  })
  postMessage('handwijzer.wantsServicePort', location.origin)
}

/** Starts connecting; called once by the page. */
export function connectToService(): void {
  if (location.host === inElectron) acceptPorts()
  else connectSocket()
}

/**
 * The bench's state, again after every reconnect: the first value is always the present one.
 * Ends only with the signal.
 */
export async function* watchBench(signal: AbortSignal): AsyncGenerator<BenchState> {
  while (!signal.aborted) {
    try {
      for await (const value of await service.bench.watch(undefined, { signal })) yield value
    } catch {
      // The connection broke, or the signal ended it: the loop's condition tells which.
    }
    await new Promise((resolve) => setTimeout(resolve, firstRetryMs))
  }
}
