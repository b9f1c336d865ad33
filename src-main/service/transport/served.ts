// What transports serve: the bench service, or the remedies in its place while its data cannot be used.
import { OpenAPIHandler } from '@orpc/openapi/node'
import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import type { Service } from '../composeService.ts'
import type { RescueService } from '../rescue/rescueService.ts'
import { createRescueRouter } from './rescueRouter.ts'
import { type CallContext, createRouter } from './router.ts'

export type Served = {
  /** Handlers of the contract for each kind of transport; a transport asks for its own once. */
  readonly overSockets: () => SocketHandler<CallContext>
  readonly overPorts: () => PortHandler<CallContext>
  readonly overRest: () => OpenAPIHandler<CallContext>
  readonly media: Service['media']
  readonly clientCame: () => void
  readonly clientLeft: () => void
  readonly reportTrouble: (error: unknown) => void
  /** The event loop stood still for so long. */
  readonly stalled: Service['callTimes']['stalled']
  readonly monoMs: () => number
  /** @param afterMs from the start of the process. */
  readonly becameReady: (afterMs: number) => void
}

export function serveService(service: Service): Served {
  const router = createRouter(service)
  const { health, media, reportTrouble, callTimes, monoMs } = service
  return {
    overSockets: () => new SocketHandler(router),
    overPorts: () => new PortHandler(router),
    overRest: () => new OpenAPIHandler(router),
    media,
    reportTrouble,
    stalled: callTimes.stalled,
    monoMs,
    ...health,
  }
}

const nothing = () => undefined

export function serveRescue(
  rescue: RescueService,
  { reportTrouble, monoMs }: Pick<Served, 'reportTrouble' | 'monoMs'>,
): Served {
  const router = createRescueRouter(rescue)
  return {
    overSockets: () => new SocketHandler(router),
    overPorts: () => new PortHandler(router),
    overRest: () => new OpenAPIHandler(router),
    media: () => null,
    clientCame: nothing,
    clientLeft: nothing,
    becameReady: nothing,
    stalled: nothing,
    reportTrouble,
    monoMs,
  }
}
