// Debian packages that tests need: installed where permitted, otherwise the install command is printed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A package, and a file whose existence shows that it is installed. */
type SystemPackage = { readonly name: string; readonly provides: string }

export const browser: SystemPackage = { name: 'chromium', provides: '/usr/bin/chromium' }
export const forTests: readonly SystemPackage[] = [
  browser,
  { name: 'ffmpeg', provides: '/usr/bin/ffmpeg' },
  { name: 'fonts-noto-core', provides: '/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf' },
]
/** A virtual display, and the libraries that Electron is linked to. */
export const forElectronTests: readonly SystemPackage[] = [
  { name: 'xvfb', provides: '/usr/bin/Xvfb' },
  { name: 'xserver-xorg-core', provides: '/usr/lib/xorg/Xorg' },
  { name: 'xserver-xorg-video-dummy', provides: '/usr/lib/xorg/modules/drivers/dummy_drv.so' },
  { name: 'x11-xserver-utils', provides: '/usr/bin/xrandr' },
  { name: 'libgtk-3-0', provides: '/usr/lib/x86_64-linux-gnu/libgtk-3.so.0' },
  { name: 'libnss3', provides: '/usr/lib/x86_64-linux-gnu/libnss3.so' },
  { name: 'libgbm1', provides: '/usr/lib/x86_64-linux-gnu/libgbm.so.1' },
  { name: 'libasound2', provides: '/usr/lib/x86_64-linux-gnu/libasound.so.2' },
]

/** Installs what is missing. False, after printing the command to run, when that is not permitted or fails. */
export function ensureSystemPackages(wanted: readonly SystemPackage[]): boolean {
  const missing = () => wanted.filter(({ provides }) => !existsSync(provides)).map(({ name }) => name)
  if (missing().length === 0) return true
  const names = missing()
  const asRoot = process.getuid?.() === 0 ? [] : mayUseSudo() ? ['sudo', '-n'] : null
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get') || asRoot === null) {
    console.error(`Please install ${names.join(', ')}, for instance with: sudo apt-get install ${names.join(' ')}`)
    return false
  }
  console.log(`Installing ${names.join(', ')} …`)
  const apt = (...args: string[]) => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args]
    return spawnSync(command ?? 'apt-get', rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', ...names)
  if (missing().length === 0) return true
  console.error(`Could not install ${missing().join(', ')}. Please install by hand.`)
  return false
}

const mayUseSudo = (): boolean => existsSync('/usr/bin/sudo') && spawnSync('sudo', ['-n', 'true']).status === 0
