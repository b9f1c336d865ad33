// The bench service as a process: under Electron it speaks over message ports, elsewhere over a web socket on loopback.
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { StoreFailure } from '../store/storeFailure.ts'
import { createManualClock, createSystemClock } from './clock.ts'
import { composeService } from './composeService.ts'
import { startHttpServer } from './transport/httpServer.ts'
import { acceptPorts } from './transport/messagePorts.ts'
import { receivePorts } from './transport/parentPorts.ts'
import { watchLoop } from './watchLoop.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    root: { type: 'string' },
    port: { type: 'string' },
    http: { type: 'boolean', default: false },
    'manual-clock': { type: 'string' },
  },
})

const root = resolve(values.root ?? '.')
const dataFolder = resolve(values.data ?? join(homedir(), '.local', 'share', 'handwijzer'))
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

const say = (message: Readonly<Record<string, unknown>>) => process.stdout.write(`${JSON.stringify(message)}\n`)
const log = (sentence: string) => process.stderr.write(`${sentence}\n`)

async function run(): Promise<void> {
  const startWallMs = values['manual-clock']
  const manualClock = startWallMs === undefined ? undefined : createManualClock(Number(startWallMs))
  const service = composeService({
    dataFolder,
    instructionsFolder: join(root, 'instructions'),
    version,
    clock: manualClock ?? createSystemClock(),
    ...(manualClock && { manualClock }),
    log,
  })
  process.on('uncaughtException', (error) => service.reportTrouble(error))
  process.on('unhandledRejection', (error) => service.reportTrouble(error))
  const closers: (() => Promise<void> | void)[] = [watchLoop(service.callTimes.stalled), service.close]
  if (values.http) {
    const pages = join(root, 'dist', 'renderer')
    const server = await startHttpServer(service, { port: Number(values.port ?? 0), pages })
    closers.unshift(server.close)
    service.health.becameReady(process.uptime() * 1000)
    say({ ready: true, url: server.url, readyAfterMs: Math.round(process.uptime() * 1000) })
  } else {
    receivePorts(acceptPorts(service))
    service.health.becameReady(process.uptime() * 1000)
    say({ ready: true, readyAfterMs: Math.round(process.uptime() * 1000) })
  }
  const stop = async () => {
    for (const close of closers) await close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  process.on('disconnect', () => void stop())
}

run().catch((error: unknown) => {
  const known = error instanceof StoreFailure
  say({
    ready: false,
    reason: known ? error.reason : 'fault',
    sentence: error instanceof Error ? error.message : String(error),
  })
  if (!known) log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(known ? 3 : 1)
})
