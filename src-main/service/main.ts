// The bench service as a process: under Electron it speaks over message ports, elsewhere over a web socket on loopback.
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createManualClock, createSystemClock } from './clock.ts'
import { startLife } from './life.ts'
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
  const life = await startLife({
    dataFolder,
    instructionsFolder: join(root, 'instructions'),
    version,
    clock: manualClock ?? createSystemClock(),
    ...(manualClock && { manualClock }),
    log,
  })
  const { served } = life
  process.on('uncaughtException', (error) => served().reportTrouble(error))
  process.on('unhandledRejection', (error) => served().reportTrouble(error))
  const closers: (() => Promise<void> | void)[] = [watchLoop((ms) => served().stalled(ms)), life.close]
  let address = {}
  const sayReady = () => {
    const readyAfterMs = Math.round(process.uptime() * 1000)
    served().becameReady(readyAfterMs)
    const trouble = life.trouble()
    say({
      ready: true,
      ...address,
      readyAfterMs,
      ...(trouble && { problem: trouble.problem, sentence: trouble.sentence }),
    })
  }
  if (values.http) {
    const pages = join(root, 'dist', 'renderer')
    const server = await startHttpServer(served, { port: Number(values.port ?? 0), pages, version })
    address = { url: server.url }
    closers.unshift(server.close)
    life.onChange(server.disconnect)
  } else receivePorts(acceptPorts(served))
  // The shell tells windows that what they were connected to is gone, and connects them anew.
  life.onChange(() => {
    say({ ready: false, again: true })
    sayReady()
  })
  sayReady()
  const stop = async () => {
    for (const close of closers) await close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  process.on('disconnect', () => void stop())
}

run().catch((error: unknown) => {
  say({ ready: false, reason: 'fault', sentence: error instanceof Error ? error.message : String(error) })
  log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(1)
})
