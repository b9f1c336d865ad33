// Real X displays without a screen. Xorg's dummy driver provides several outputs, so that a projector and a second one can be
// connected and disconnected; Xvfb provides one.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const xorg = '/usr/lib/xorg/Xorg'
const dummyDriver = '/usr/lib/xorg/modules/drivers/dummy_drv.so'

/** Two outputs need the permission to start a full X server. */
export const hasTwoOutputs = existsSync(xorg) && existsSync(dummyDriver) && process.getuid?.() === 0

const configuration = `
Section "Device"
  Identifier "graphics"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "graphics"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 4480 2160
    Modes "1920x1080" "1280x800"
  EndSubSection
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
`

export type Displays = {
  /** The value of DISPLAY. */
  readonly name: string
  /** Connects the projector's output, right of the side screen. */
  readonly plugIn: () => void
  readonly unplug: () => void
  /** Connects a second projector's output, right of the first. */
  readonly plugInSecond: () => void
  readonly close: () => void
}

/** Starts an X server with a side screen of 1920 × 1080 and, where it can, a projector of 1280 × 800 beside it. */
export async function openDisplays(): Promise<Displays> {
  const folder = mkdtempSync(join(tmpdir(), 'handwijzer-x-'))
  const file = join(folder, 'xorg.conf')
  writeFileSync(file, configuration)
  const server = hasTwoOutputs
    ? serve(xorg, ['-config', file, '-logfile', join(folder, 'log'), '-noreset', '-nolisten', 'tcp'])
    : serve('/usr/bin/Xvfb', ['-screen', '0', '1920x1080x24', '-nolisten', 'tcp'])
  const name = await server.display
  const xrandr = (...settings: readonly string[]) => {
    const { status, stderr } = spawnSync('xrandr', settings, { env: { ...process.env, DISPLAY: name } })
    if (status !== 0) throw new Error(`The projector's output could not be set: ${stderr.toString()}`)
  }
  /** The server notifies clients of a change only when its outputs are queried. */
  const set = (output: string, ...settings: readonly string[]) => {
    xrandr('--output', output, ...settings)
    xrandr('--query')
  }
  const plugIn = (output: string, rightOf: string) => set(output, '--mode', '1280x800', '--right-of', rightOf)
  if (hasTwoOutputs) {
    for (const output of ['DUMMY1', 'DUMMY2']) xrandr('--addmode', output, '1280x800')
    plugIn('DUMMY1', 'DUMMY0')
  }
  return {
    name,
    plugIn: () => plugIn('DUMMY1', 'DUMMY0'),
    unplug: () => set('DUMMY1', '--off'),
    plugInSecond: () => plugIn('DUMMY2', 'DUMMY1'),
    close: () => {
      server.process.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The server picks a free display number itself and writes it when it is ready. */
function serve(program: string, more: readonly string[]): { process: ChildProcess; display: Promise<string> } {
  const child = spawn(program, ['-displayfd', '3', ...more], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const display = new Promise<string>((resolve, reject) => {
    child.stdio[3]?.once('data', (data: Buffer) => resolve(`:${data.toString().trim()}`))
    child.once('exit', (code) => reject(new Error(`${program} ended with code ${String(code)}.`)))
    child.once('error', reject)
  })
  return { process: child, display }
}
