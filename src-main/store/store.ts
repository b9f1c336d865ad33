// The bench store: the event log, the read models derived from it, and the data that people may change or erase.
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Fact } from '../../src-domain/event/event.schema.ts'
import type { LoggedEvent } from '../../src-domain/event/loggedEvent.ts'
import { headHash, mostEventsInSegment, shortCode } from '../../src-domain/event/segment.ts'
import type { NewId } from '../../src-domain/ids.ts'
import { makeSet, type SetOptions } from './backup/makeSet.ts'
import { listSets } from './backup/manifest.ts'
import type { Connection } from './connection.ts'
import { createCredentials } from './credentials.ts'
import { createEventLog, type EpochCause, type Timestamp } from './eventLog.ts'
import { createHeavyStore } from './heavy/heavyStore.ts'
import { createInstructions } from './instructions.ts'
import { createJournal } from './journal.ts'
import { createKeyIdentities } from './keyIdentities.ts'
import { createLayouts } from './layouts.ts'
import { logIdentity } from './logIdentity.ts'
import type { LogKey } from './logKey.ts'
import { createLogRows } from './logRows.ts'
import { createMediaFiles } from './mediaFiles.ts'
import { openDatabase } from './openDatabase.ts'
import { createPeople } from './people.ts'
import { placeOf } from './place.ts'
import { dayIn, type ModelTables } from './readModels/readModel.ts'
import { shippedModels } from './readModels/viewsFile.ts'
import { createSettings } from './settings.ts'
import { sha256 } from './sha256.ts'
import { statePresent } from './statePresent.ts'
import { guarded, StoreFailure } from './storeFailure.ts'
import { createTexts } from './texts.ts'
import type { Extent } from './verifyLog.ts'
import { openViews } from './views.ts'

export type Store = ReturnType<typeof openStore>

/** Where the bench's key is kept. */
export type LogKeyHolder = {
  /** Null while there is none. */
  readonly present: () => LogKey | null
  /** Makes one and keeps it, for a log that has none yet. */
  readonly create: () => LogKey
}

export type StoreOptions = {
  readonly logKeys: LogKeyHolder
  readonly newId: NewId
  readonly now: () => Timestamp
  /** An epoch that begins at once, above every one that is known of; with a key of its own where none is present. */
  readonly begins?: { readonly because: EpochCause; readonly above: number }
  /** After how many events a segment of the log closes; 100,000 where absent. */
  readonly eventsPerSegment?: number
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
 * Opens the store in a folder (made when missing). A new log begins its first epoch; one that lies elsewhere than it did, its next.
 * @throws StoreFailure with a sentence that says what to do.
 */
export function openStore(folder: string, options: StoreOptions) {
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
  const { newId, now, logKeys, begins, eventsPerSegment = mostEventsInSegment } = options
  const place = placeOf(file)
  const rows = createLogRows(connection)
  const epochs = rows.epochs()
  const logKey = logKeys.present() ?? (epochs.length === 0 || begins ? logKeys.create() : null)
  if (logKey === null) throw keyMissing()
  const monthOf = (wallMs: number) => views.dayOf(wallMs).slice(0, 'YYYY-MM'.length)
  const events = createEventLog(connection, { monthOf, eventsPerSegment, newId, logKey, place })
  const settings = createSettings(connection)
  const zoneHere = options.timeZone ?? systemTimeZone()
  const timeZone = () => settings.get('timeZone') ?? zoneHere
  const heavy = createHeavyStore(file)
  const closing = new AbortController()
  const { signal } = closing
  const views = openViews({
    connection,
    folder,
    events: rows,
    heavy,
    models: options.models ?? shippedModels,
    timeZone,
    report: options.report ?? (() => {}),
    sign: logKey.sign,
    atOnce: options.atOnceEvents,
  })

  const instructions = createInstructions(connection)
  const layouts = createLayouts(connection)
  let undone = 0
  /** What was read of writes that were undone must be read anew. */
  function forget(): void {
    undone += 1
    instructions.forget()
    layouts.forget()
  }

  const inTransaction = <Value>(work: () => Value): Value =>
    guarded(() => {
      const finished: { readonly value: Value }[] = []
      const isOuter = !connection.inTransaction
      if (isOuter) views.begin()
      try {
        connection.transaction(() => finished.push({ value: work() }))()
      } catch (error) {
        if (!isOuter || finished.length === 0 || !views.logCommitted(error)) {
          forget()
          throw error
        }
      }
      const [done] = finished
      if (!done) throw new Error('A transaction ended without its work being done.')
      return done.value
    })

  const taken = (write: () => readonly LoggedEvent[]): readonly LoggedEvent[] =>
    inTransaction(() => {
      const appended = write()
      views.take(appended)
      return appended
    })
  const append = (facts: readonly Fact[], timestamp: Timestamp) => taken(() => events.append(facts, timestamp))
  const beginEpoch = (because: EpochCause, above = 0) => taken(() => events.beginEpoch(because, now(), above))

  const epoch = epochs.at(-1)
  if (begins) {
    inTransaction(() => {
      beginEpoch(begins.because, begins.above)
      if (!epoch) append(statePresent(connection), now())
    })
  } else if (!epoch && rows.lastSeq() === 0) beginEpoch('setUp')
  else if (!epoch) {
    inTransaction(() => {
      beginEpoch('upgraded')
      append(statePresent(connection), now())
    })
  } else if (epoch.publicKey !== logKey.publicKey) throw foreignKey()
  else if (epoch.place !== place) beginEpoch('copied')

  const journal = createJournal({
    people: createPeople(connection),
    layouts,
    settings,
    append: (facts) => append(facts, now()),
    inTransaction,
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
        if (isDone && views.logCommitted(error)) return
        forget()
        throw error
      } finally {
        views.ended()
      }
    },
    events: {
      read: rows.read,
      byNumber: rows.byNumber,
      lastSeq: rows.lastSeq,
      verify: events.verify,
      sessionFromSeq: rows.sessionFromSeq,
      epochs: rows.epochs,
      segments: events.segments.all,
      /** The short code of the newest signed head; null before the first segment was closed. */
      headCode: (): string | null => {
        const head = events.segments.last()?.head
        return head ? shortCode(headHash(head, sha256)) : null
      },
    },
    /** Begins a new life of the log: after a restore. A new log and a copy begin theirs when they are opened. */
    beginEpoch,
    /** Long checks, each in a worker thread of its own. */
    checks: {
      /**
       * The first flaw of the log, or null.
       * @param known hashes of segment heads that are known from outside.
       */
      log: (extent: Extent, known: readonly string[] = []) => heavy.verifyLog({ extent, known }, { signal }),
      /** What was changed behind the log's back outside of it. */
      records: () => heavy.recordFlaws({ signal }),
    },
    /** How the read models are: whether they can be read, and whether they agree with the log. */
    views: views.api,
    progress: views.progress,
    proposals: views.proposals,
    coaching: views.coaching,
    keptPractice: {
      ...views.keptPractice,
      keep: (...kept: Parameters<typeof views.keptPractice.keep>): void =>
        inTransaction(() => views.keptPractice.keep(...kept)),
    },
    /** Another number than before once what was read of practice no longer holds: a write was undone, or practice was filled anew. */
    generation: (): number => undone + views.fillings(),
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
      journal.settings.set('timeZone', timeZone)
      return views.api.rebuild()
    },
    texts: createTexts(connection),
    instructions,
    mediaFiles: createMediaFiles(join(folder, 'media'), join(backupFolder, 'media')),
    credentials: createCredentials(connection),
    ...journal,
    keyIdentities: createKeyIdentities(connection, journal.settings),
    /** Of which bench and epoch the log is, and where it ends. */
    identity: () => logIdentity(connection),
    backUp: (options: Omit<SetOptions, 'dataFolder' | 'place'>) =>
      makeSet(connection, { ...options, dataFolder: folder, place: backupFolder }),
    /** The backup sets beside the database, newest first by the log. */
    backups: () => listSets(backupFolder),
    /** The size of the database with what is not yet folded in. */
    bytes: () => sizeOf(file) + sizeOf(`${file}-wal`),
    close: () => {
      closing.abort()
      views.close()
      connection.close()
    },
  }
}

/** The operating system's time zone. */
export const systemTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

const keyMissing = () =>
  new StoreFailure(
    'wrongKey',
    'The key that this log is signed with is not in the folder “keys”. Bring it back from the backup (README, “recover it”): no other key can take its place.',
  )

const foreignKey = () =>
  new StoreFailure(
    'wrongKey',
    'The key in the folder “keys” is not the one that this log is signed with. Bring back the key that belongs to it, from the backup (README, “recover it”).',
  )

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
