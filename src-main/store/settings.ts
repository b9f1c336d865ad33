// The site's few settings, as JSON values under fixed keys.
import { z } from 'zod'
import { calibrationSchema } from '../../src-domain/calibration/calibration.schema.ts'
import { refitSchema } from '../../src-domain/contract/guidance.contract.ts'
import { siteIdSchema } from '../../src-domain/ids.ts'
import { languageSchema } from '../../src-domain/instruction/language.ts'
import type { Connection } from './connection.ts'
import { readStored } from './stored.ts'

/** A calibration that an earlier version kept in another shape is none: it is made anew. */
const calibration = calibrationSchema.nullable().catch(null)

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const shapes = {
  site: z.strictObject({
    siteId: siteIdSchema,
    name: z.string(),
    mode: z.enum(['demonstration', 'own']),
    language: languageSchema,
  }),
  /** The time zone (IANA name) whose days count as days at this site. */
  timeZone: z.string().refine(isTimeZone, 'There is no such time zone.'),
  /** Numbers of the learner model measured on this site's log, waiting for a coach; null once they were taken into use. */
  refit: refitSchema.nullable(),
  /** What backups seal the bench's keys for; null before a recovery code was made. */
  sealingKey: z.strictObject({ salt: z.string(), publicKey: z.string(), madeWallMs: z.number() }).nullable(),
  /** The public identity of each signing key by its name, as first used. */
  keyDids: z.record(z.string(), z.string()),
  /** A flaw of the log, in words, that an administrator has accepted. */
  acceptedLogFlaw: z.string(),
  /** Media whose loss an administrator has accepted, by their SHA-256. */
  acceptedMissingMedia: z.array(z.string()),
  /** How light and sight are registered to the table, as accepted last, for each projector; the virtual bench has its own. */
  calibration,
  secondCalibration: calibration,
  virtualCalibration: calibration,
  secondVirtualCalibration: calibration,
}

export type SettingKey = keyof typeof shapes
export type SettingOf = { readonly [Key in SettingKey]: z.output<(typeof shapes)[Key]> }
const schemas: { readonly [Key in SettingKey]: z.ZodType<SettingOf[Key]> } = shapes

export type Settings = ReturnType<typeof createSettings>

export function createSettings(connection: Connection) {
  const get = connection.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?')
  const set = connection.prepare(
    'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  return {
    get: <Key extends SettingKey>(key: Key): SettingOf[Key] | null => {
      const row = get.get(key)
      return row ? readStored(schemas[key], row.value, `the setting "${key}"`) : null
    },
    set: <Key extends SettingKey>(key: Key, value: SettingOf[Key]) => set.run(key, JSON.stringify(value)),
  }
}
