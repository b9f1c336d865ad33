// The site's few settings, as JSON values under fixed keys.
import type { Calibration } from '../../src-domain/calibration/calibration.schema.ts'
import type { Refit } from '../../src-domain/contract/guidance.contract.ts'
import type { Language } from '../../src-domain/instruction/language.ts'
import type { Connection } from './connection.ts'

export type Settings = {
  readonly site: {
    readonly siteId: string
    readonly name: string
    readonly mode: 'demonstration' | 'own'
    readonly language: Language
  }
  /** The IANA time zone in which days begin. */
  readonly timeZone: string
  /** Numbers of the learner model measured on this site's log, waiting for a coach; null once they were taken into use. */
  readonly refit: Refit | null
  /** How light and sight are registered to the table, as accepted last, for each projector; the virtual bench has its own. */
  readonly calibration: Calibration
  readonly secondCalibration: Calibration
  readonly virtualCalibration: Calibration
  readonly secondVirtualCalibration: Calibration
}

export function createSettings(connection: Connection) {
  const get = connection.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?')
  const set = connection.prepare(
    'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  return {
    get: <Key extends keyof Settings>(key: Key): Settings[Key] | null => {
      const row = get.get(key)
      return row ? (JSON.parse(row.value) as Settings[Key]) : null
    },
    set: <Key extends keyof Settings>(key: Key, value: Settings[Key]) => set.run(key, JSON.stringify(value)),
  }
}
