// `npm start`: starts the app when Electron and a display are available, else the bench service, and prints its address.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { buildIfStale } from './build.ts'
import { findElectron } from './electron.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    port: { type: 'string', default: '4700' },
    data: { type: 'string' },
  },
})

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void => {
  const child = spawn(command, args, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}

/** What the service says of itself when it has started or cannot. */
const saidSchema = z.object({
  ready: z.boolean(),
  again: z.boolean().optional(),
  url: z.string().optional(),
  sentence: z.string().optional(),
})

function startService(): void {
  const data = values.data ?? process.env['HANDWIJZER_DATA'] ?? join(homedir(), '.local', 'share', 'handwijzer')
  const child = spawn(
    process.execPath,
    [join(root, 'dist/service/main.js'), '--http', '--root', root, '--port', values.port, '--data', data],
    { stdio: ['inherit', 'pipe', 'inherit'] },
  )
  child.stdout.on('data', (bytes: Buffer) => {
    for (const line of bytes.toString().split('\n').filter(Boolean)) {
      const said = saidSchema.parse(JSON.parse(line))
      if (said.ready)
        console.log(
          `\nHandwijzer is ready. Open ${said.url ?? ''} in Chromium, Chrome or Edge.\nStop it with Ctrl+C. The data lies in ${data}.\n`,
        )
      if (said.ready && said.sentence !== undefined) console.error(`The data cannot be used: ${said.sentence}\n`)
      if (!said.ready && said.again !== true) console.error(`Handwijzer cannot start: ${said.sentence ?? 'see above'}`)
    }
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}

await buildIfStale()
const electron = values.browser || !hasDisplay ? null : await findElectron()
if (electron && existsSync(electron)) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  run(electron, [...asRoot, root])
} else {
  if (!values.browser)
    console.log(
      hasDisplay
        ? 'Electron is not here, so the pages are served to a browser instead.'
        : 'There is no display here, so the pages are served to a browser.',
    )
  startService()
}
