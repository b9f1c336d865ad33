// The real bench service in a separate process, and a client for its contract.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { z } from 'zod'
import type { Contract } from '../../src-domain/contract/contract.ts'

const root = join(import.meta.dirname, '..', '..')

/** What the service says on its first line of output. */
const firstLineSchema = z.discriminatedUnion('ready', [
  z.object({ ready: z.literal(true), url: z.string(), readyAfterMs: z.number() }),
  z.object({ ready: z.literal(false), sentence: z.string() }),
])

export type RunningService = {
  readonly url: string
  readonly readyAfterMs: number
  readonly client: ContractRouterClient<Contract>
  readonly processId: number
  /** Asks it to exit, and waits until it has. */
  readonly stop: () => Promise<void>
  /** Sends SIGKILL, and waits until it has exited. */
  readonly kill: () => Promise<void>
}

/**
 * Starts the service from source on a free port with its data in `folder`.
 * @throws with the service's output when it cannot start.
 */
export async function startService(folder: string, ...more: readonly string[]): Promise<RunningService> {
  const child = spawn(
    process.execPath,
    [join(root, 'src-main/service/main.ts'), '--http', '--data', folder, '--root', root, ...more],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      // Compiled modules are stored, as nearly every test starts a service: half of a start is compiling.
      env: { ...process.env, NODE_COMPILE_CACHE: join(root, '.cache', 'node') },
    },
  )
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString()))
    child.once('exit', (code) => reject(new Error(`The service ended with code ${String(code)} before it was ready.`)))
  })
  const said = firstLineSchema.parse(JSON.parse(line.split('\n')[0] ?? ''))
  if (!said.ready) throw new Error(said.sentence)
  const socket = new WebSocket(`${said.url.replace('http', 'ws')}rpc`)
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ websocket: socket }))
  const end = (signal: NodeJS.Signals) => async () => {
    socket.close()
    child.kill(signal)
    await gone
  }
  return {
    url: said.url,
    readyAfterMs: said.readyAfterMs,
    client,
    processId: child.pid ?? 0,
    stop: end('SIGTERM'),
    kill: end('SIGKILL'),
  }
}
