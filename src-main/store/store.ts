// The bench store: the event log, the read models derived from it, and the data that people may change or erase.
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Fact, LoggedEvent } from '../../src-domain/event/event.schema.ts'
import { backUp, listBackups } from './backup.ts'
import type { Connection } from './connection.ts'
import { createCredentials } from './credentials.ts'
import { createEventLog, type Timestamp } from './eventLog.ts'
import { createHeavyStore } from './heavy/heavyStore.ts'
import { createInstructions } from './instructions.ts'
import { createLayouts } from './layouts.ts'
import { createMediaFiles } from './mediaFiles.ts'
import { createNoteTexts } from './noteTexts.ts'
import { openDatabase } from './openDatabase.ts'
import { createPeople } from './people.ts'
import { dayIn, type ModelTables } from './readModels/readModel.ts'
import { shippedModels } from './readModels/viewsFile.ts'
import { createSettings } from './settings.ts'
import { guarded } from './storeFailure.ts'
import { openViews } from './views.ts'

export type Store = ReturnType<typeof openStore>

export type StoreOptions = {
  /** The time zone (IANA name) that days are of until the site has its own; the operating system's where absent. */
  readonly timeZone?: string
  /** Told of faults that nobody waits for. */
  readonly report?: (error: unknown) => void
  /** The read models to be; the shipped ones where absent. */
  readonly models?: readonly ModelTables[]
  /** Up to how many events are read at once when read models must be filled anew; longer logs are read in a worker thread. */
  readonly atOnceEvents?: number
}

/**
 * Opens the store in a folder (made when missing).
 * @throws StoreFailure with a sentence that says what to do.
 */
export function openStore(folder: string, options: StoreOptions = {}) {
  guarded(() => mkdirSync(folder, { recursive: true }))
  const file = join(folder, 'handwijzer.sqlite')
  const backupFolder = join(folder, 'backups')
  const connection = openDatabase(file)
  try {
    return guarded(() => assemble({ file, folder, backupFolder, connection }, options))
  } catch (error) {
    connection.close()
    throw error
  }
}

type Opened = {
  readonly file: string
  readonly folder: string
  readonly backupFolder: string
  readonly connection: Connection
}

function assemble({ file, folder, backupFolder, connection }: Opened, options: StoreOptions) {
  const events = createEventLog(connection)
  const settings = createSettings(connection)
  const zoneHere = options.timeZone ?? systemTimeZone()
  const timeZone = () => settings.get('timeZone') ?? zoneHere
  const views = openViews({
    connection,
    folder,
    events,
    heavy: createHeavyStore(file),
    models: options.models ?? shippedModels,
    timeZone,
    report: options.report ?? (() => {}),
    atOnce: options.atOnceEvents,
  })

  const inTransaction = <Value>(work: () => Value): Value =>
    guarded(() => {
      if (connection.inTransaction) return connection.transaction(work)()
      views.begin()
      const finished: { readonly value: Value }[] = []
      try {
        connection.transaction(() => finished.push({ value: work() }))()
      } catch (error) {
        if (finished.length === 0 || !views.logCommitted(error)) throw error
      }
      const [done] = finished
      if (!done) throw new Error('A transaction ended without its work being done.')
      return done.value
    })

  const append = (facts: readonly Fact[], timestamp: Timestamp): readonly LoggedEvent[] =>
    inTransaction(() => {
      const appended = events.append(facts, timestamp)
      views.take(appended)
      return appended
    })

  return {
    /** Appends facts and updates the read models, all or nothing; on the disk when it returns. */
    append,
    /** Runs several writes as one: all or nothing, one flush. */
    inTransaction,
    /** The same for work that waits in between. Only for when nothing else writes: at the first set-up. */
    asOne: async (work: () => Promise<void>): Promise<void> => {
      views.begin()
      guarded(() => connection.exec('BEGIN IMMEDIATE'))
      let isDone = false
      try {
        await work()
        isDone = true
        guarded(() => connection.exec('COMMIT'))
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK')
        if (!isDone || !views.logCommitted(error)) throw error
      } finally {
        views.ended()
      }
    },
    events: {
      read: events.read,
      count: events.count,
      verify: events.verify,
      sessionFromSeq: events.sessionFromSeq,
    },
    /** How the read models are: whether they can be read, and whether they agree with the log. */
    views: views.api,
    progress: views.progress,
    proposals: views.proposals,
    coaching: views.coaching,
    /** The calendar day at the bench, `YYYY-MM-DD`, in the site's time zone. */
    dayOf: views.dayOf,
    /** The site's time zone (IANA name). */
    timeZone,
    /**
     * Makes days those of another time zone (IANA name), once practice was read anew.
     * @throws RangeError when there is no such time zone.
     */
    setTimeZone: (timeZone: string): Promise<void> => {
      dayIn(timeZone)
      guarded(() => settings.set('timeZone', timeZone))
      return views.api.rebuild()
    },
    noteTexts: createNoteTexts(connection),
    people: createPeople(connection),
    instructions: createInstructions(connection),
    mediaFiles: createMediaFiles(join(folder, 'media')),
    layouts: createLayouts(connection),
    credentials: createCredentials(connection),
    settings,
    backUp: (wallMs: number) => backUp(connection, backupFolder, wallMs),
    backups: () => listBackups(backupFolder),
    /** The size of the database with what is not yet folded in. */
    bytes: () => sizeOf(file) + sizeOf(`${file}-wal`),
    close: () => {
      views.close()
      connection.close()
    },
  }
}

/** The operating system's time zone. */
export const systemTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
