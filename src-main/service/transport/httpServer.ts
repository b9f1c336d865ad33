// Serves browsers when there is no Electron: pages, media, the WebSocket that carries the contract, and REST.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import sirv from 'sirv'
import { WebSocketServer } from 'ws'
import { contract } from '../../../src-domain/contract/contract.ts'
import { newCaller } from './caller.ts'
import { contentSecurityPolicy } from './contentSecurityPolicy.ts'
import { serveMedia } from './media.ts'
import type { Served } from './served.ts'

/** The largest message a window may send: an instruction package with its media. */
const largestMessageBytes = 220_000_000

export type HttpServer = {
  readonly url: string
  /** Ends every connection, so that windows come back to what is served now. */
  readonly disconnect: () => void
  readonly close: () => Promise<void>
}

export type HttpOptions = {
  /** 0 takes any free port. Only loopback is listened on. */
  readonly port: number
  /** The folder with the built pages. */
  readonly pages: string
  readonly version: string
}

/**
 * Serves on loopback. Requests that a page from elsewhere could have sent (foreign Origin or Host) are refused, so that
 * no web site can reach the bench through its browser.
 */
export async function startHttpServer(
  served: () => Served,
  { port, pages, version }: HttpOptions,
): Promise<HttpServer> {
  const handlers = handlersOf(served)
  const files = sirv(pages, { etag: true, single: true, setHeaders: secure })
  const openApi = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })

  const sendDocument = async (response: ServerResponse): Promise<void> => {
    const document = await openApi.generate(contract, {
      info: { title: 'Handwijzer bench service', version },
      servers: [{ url: '/api' }],
    })
    response.setHeader('content-type', 'application/json')
    end(response, 200, JSON.stringify(document))
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    secure(response)
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (!isOwn(request)) {
      end(response, 403, 'This service answers only pages of its own.')
    } else if (path.startsWith('/media/')) {
      serveMedia(served(), path.slice('/media/'.length), response)
    } else if (path === '/api/openapi.json') {
      await sendDocument(response)
    } else if (path.startsWith('/api/')) {
      const { matched } = await handlers().rest.handle(request, response, {
        prefix: '/api',
        context: { caller: newCaller(true, served().monoMs) },
      })
      if (!matched) end(response, 404, 'There is no such procedure.')
    } else {
      files(request, response, () => end(response, 404, 'There is no such page.'))
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      served().reportTrouble(error)
      if (!response.headersSent) end(response, 500, 'Something went wrong here. It was written down.')
      else response.end()
    })
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes })
  server.on('upgrade', (request, socket, head) => {
    if (!isOwn(request) || request.url !== '/rpc') {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const { clientCame, clientLeft } = served()
      clientCame()
      webSocket.on('close', clientLeft)
      webSocket.on('error', () => webSocket.terminate())
      void handlers().rpc.upgrade(webSocket, { context: { caller: newCaller(true, served().monoMs) } })
    })
  })

  await listen(server, port)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The service listens on no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    disconnect: () => {
      for (const client of sockets.clients) client.terminate()
    },
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The handlers of what is served now, made once for each. */
function handlersOf(served: () => Served) {
  const make = (of: Served) => ({ of, rpc: of.overSockets(), rest: of.overRest() })
  let made = make(served())
  return () => {
    if (made.of !== served()) made = make(served())
    return made
  }
}

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

function isOwn({ headers }: IncomingMessage): boolean {
  if (headers.host === undefined || !loopbackHost.test(headers.host)) return false
  return headers.origin === undefined || headers.origin === `http://${headers.host}`
}

function secure(response: ServerResponse): void {
  response.setHeader('content-security-policy', contentSecurityPolicy)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('permissions-policy', 'camera=(self), microphone=(), geolocation=()')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
}

function end(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status
  response.end(body)
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
