// Which media files the stored instructions name.
import type { Connection } from './connection.ts'

/** The SHA-256 of each media file that any stored instruction names, every version's. */
export function referencedMedia(connection: Connection): readonly string[] {
  const named = connection
    .prepare<[], { sha256: string | null }>(
      `SELECT DISTINCT json_extract(entry.value, '$.sha256') AS sha256
       FROM instruction, json_each(instruction.body, '$.media') AS entry`,
    )
    .all()
  return named.flatMap(({ sha256 }) => sha256 ?? [])
}
