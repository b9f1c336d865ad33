// Writes the log out as lines that can be checked without this program's database.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { LogFileLine } from '../../src-domain/event/logFile.schema.ts'
import { benchIdSchema } from '../../src-domain/ids.ts'
import { createLogRows } from './logRows.ts'
import { createSegments } from './segments.ts'
import { guarded } from './storeFailure.ts'

/**
 * The lines of a bench's log, without line feeds. The folder may be in use: what is written meanwhile is left out.
 * @throws StoreFailure when the database cannot be read.
 */
export function* exportLog(dataFolder: string): IterableIterator<string> {
  const connection = guarded(() => new Database(join(dataFolder, 'handwijzer.sqlite'), { readonly: true }))
  try {
    const rows = createLogRows(connection)
    const epochs = rows.epochs()
    yield line({
      format: 'handwijzer.log',
      formatVersion: 1,
      benchId: epochs.at(-1)?.benchId ?? benchIdSchema.parse('unknown'),
      epochs: epochs.map(({ epoch, fromSeq, publicKey }) => ({ epoch, fromSeq, publicKey })),
    })
    const lastSeq = rows.lastSeq()
    let written = 0
    function* events(toSeq: number) {
      for (const { benchId: _benchId, ...event } of rows.stored(written + 1, toSeq)) yield line(event)
      written = toSeq
    }
    for (const { head, signature } of createSegments(connection, rows).all()) {
      yield* events(head.toSeq)
      yield line({ head, signature })
    }
    yield* events(lastSeq)
  } finally {
    connection.close()
  }
}

const line = (value: LogFileLine): string => JSON.stringify(value)
