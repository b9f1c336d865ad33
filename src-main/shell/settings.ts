// The shell's own few settings: which displays are projectors, kiosk, and what runs the service.
import { readFileSync, writeFileSync } from 'node:fs'

/** A display as it is remembered: ids change between starts on some systems, so label and size count too. */
export type RememberedDisplay = {
  readonly id: number
  readonly label: string
  readonly width: number
  readonly height: number
}

export type ShellSettings = {
  readonly projector: RememberedDisplay | null
  /** A second one that lights the same table. */
  readonly second: RememberedDisplay | null
  /** Windows fill the screen and cannot be closed by hand. */
  readonly kiosk: boolean
  /** A Node binary that runs the service in place of Electron's own utility process. */
  readonly nodeBinary: string | null
}

const defaults: ShellSettings = { projector: null, second: null, kiosk: false, nodeBinary: null }

/** Reads the settings; what is missing or unreadable is as delivered. The environment overrules the file. */
export function readShellSettings(file: string, env: NodeJS.ProcessEnv): ShellSettings {
  return {
    ...defaults,
    ...stored(file),
    ...(env['HANDWIJZER_KIOSK'] === '1' && { kiosk: true }),
    ...(env['HANDWIJZER_NODE'] !== undefined && { nodeBinary: env['HANDWIJZER_NODE'] }),
  }
}

/** Remembers the projectors; what the environment said is not written down. */
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
