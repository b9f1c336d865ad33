// Finds an Electron binary: the one named in ELECTRON, the installed package's, or its download if reachable within seconds.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const packageFolder = join(import.meta.dirname, '..', 'node_modules', 'electron')
const downloadTimeoutMs = 120_000
const quietTimeoutMs = 8000

/** The path of an Electron binary on this machine, or null. */
export function installedElectron(): string | null {
  const named = process.env['ELECTRON']
  if (named) return existsSync(named) ? named : null
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : null
}

/** The same, but downloads the binary on first use. Null within seconds when the download server cannot be reached. */
export async function findElectron(): Promise<string | null> {
  const here = installedElectron()
  if (here || !existsSync(packageFolder)) return here
  if (!(await canReachDownloads())) {
    console.log('Electron’s program is not here, and the place it is downloaded from cannot be reached.')
    return null
  }
  console.log('Fetching Electron’s program, once …')
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
      stdio: 'inherit',
      timeout: downloadTimeoutMs,
    })
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  })
  return installedElectron()
}

/** Requests a few bytes only, so that an unreachable network is detected quickly. */
async function canReachDownloads(): Promise<boolean> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/'
  try {
    const answer = await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(quietTimeoutMs) })
    return answer.status < 500
  } catch {
    return false
  }
}
