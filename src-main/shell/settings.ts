// The shell's settings: which displays are projectors, kiosk mode, and what runs the service.
import { readFileSync, writeFileSync } from 'node:fs'

/** A stored display: on some systems ids change between starts, so it is also recognised by label and size. */
export type RememberedDisplay = {
  readonly id: number
  readonly label: string
  readonly width: number
  readonly height: number
}

export type ShellSettings = {
  readonly projector: RememberedDisplay | null
  /** A second projector for the same table. */
  readonly second: RememberedDisplay | null
  /** Windows fill the screen and cannot be closed by the user. */
  readonly kiosk: boolean
  /** A Node binary that runs the service instead of Electron's utility process. */
  readonly nodeBinary: string | null
}

const defaults: ShellSettings = { projector: null, second: null, kiosk: false, nodeBinary: null }

/** Reads the settings; missing or unreadable ones have default values. Environment variables override the file. */
export function readShellSettings(file: string, env: NodeJS.ProcessEnv): ShellSettings {
  return {
    ...defaults,
    ...stored(file),
    ...(env['HANDWIJZER_KIOSK'] === '1' && { kiosk: true }),
    ...(env['HANDWIJZER_NODE'] !== undefined && { nodeBinary: env['HANDWIJZER_NODE'] }),
  }
}

/** Stores the projectors; values from the environment are not stored. */
export const rememberProjectors = (
  file: string,
  { projector, second }: Pick<ShellSettings, 'projector' | 'second'>,
): void => writeFileSync(file, `${JSON.stringify({ ...stored(file), projector, second }, null, 2)}\n`)

function stored(file: string): Partial<ShellSettings> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<ShellSettings>
  } catch {
    return {}
  }
}
