// The shell's settings: which displays are projectors, kiosk mode, and what runs the service.
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** A display as it is remembered: ids change between starts on some systems, so label and size count too. */
const rememberedDisplaySchema = z.object({ id: z.number(), label: z.string(), width: z.number(), height: z.number() })

/** What another version wrote beside these stays in the file. */
const storedSchema = z.looseObject({
  projector: rememberedDisplaySchema.nullable().exactOptional(),
  second: rememberedDisplaySchema.nullable().exactOptional().describe('a second one that lights the same table'),
  kiosk: z.boolean().exactOptional().describe('windows fill the screen and cannot be closed by hand'),
  nodeBinary: z
    .string()
    .nullable()
    .exactOptional()
    .describe("a Node binary that runs the service in place of Electron's own utility process"),
})
type Stored = Readonly<z.infer<typeof storedSchema>>

export type RememberedDisplay = Readonly<z.infer<typeof rememberedDisplaySchema>>
export type ShellSettings = Required<Pick<Stored, 'projector' | 'second' | 'kiosk' | 'nodeBinary'>>

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

function stored(file: string): Stored {
  try {
    return storedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}
