// The bench store: the event log, the read models derived from it, and the data that people may change or erase.
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Fact } from '../../src-domain/event/event.schema.ts'
import type { LoggedEvent } from '../../src-domain/event/loggedEvent.ts'
import { headHash, mostEventsInSegment, shortCode } from '../../src-domain/event/segment.ts'
import { makeSet, type SetOptions } from './backup/makeSet.ts'
import { listSets } from './backup/manifest.ts'
import { createCredentials } from './credentials.ts'
import { createEventLog, type EpochCause, type EventLogPorts, type Timestamp } from './eventLog.ts'
import { createInstructions } from './instructions.ts'
import { createJournal } from './journal.ts'
import { createKeyIdentities } from './keyIdentities.ts'
import { createLayouts } from './layouts.ts'
import { logIdentity } from './logIdentity.ts'
import { type LogKey, sha256 } from './logKey.ts'
import { createLogRows } from './logRows.ts'
import { createMediaFiles } from './mediaFiles.ts'
import { openDatabase } from './openDatabase.ts'
import { createPeople } from './people.ts'
import { placeOf } from './place.ts'
import { createCoachingModel } from './readModels/coaching.ts'
import { createProgress } from './readModels/progress.ts'
import { createProposals } from './readModels/proposals.ts'
import type { DayOf } from './readModels/readModel.ts'
import { createSettings } from './settings.ts'
import { guarded, StoreFailure } from './storeFailure.ts'
import { createTexts } from './texts.ts'

export type Store = ReturnType<typeof openStore>

/** Where the bench's key is kept. */
export type LogKeyHolder = {
  /** Null while there is none. */
  readonly present: () => LogKey | null
  /** Makes one and keeps it, for a log that has none yet. */
  readonly create: () => LogKey
}

export type StorePorts = Pick<EventLogPorts, 'newId'> & {
  readonly logKeys: LogKeyHolder
  /** The calendar day at the bench for a time of day. */
  readonly dayOf: DayOf
  readonly now: () => Timestamp
  /** An epoch that begins at once, above every one that is known of; with a key of its own where none is present. */
  readonly begins?: { readonly because: EpochCause; readonly above: number }
  /** 100,000 when it is left out. */
  readonly eventsPerSegment?: number
}

/**
 * Opens the store in a folder (made when missing). A new log begins its first epoch; one that lies elsewhere than it did, its next.
 * @throws StoreFailure with a sentence that says what to do.
 */
export function openStore(
  folder: string,
  { dayOf, now, newId, logKeys, begins, eventsPerSegment = mostEventsInSegment }: StorePorts,
) {
  guarded(() => mkdirSync(folder, { recursive: true }))
  const file = join(folder, 'handwijzer.sqlite')
  const backupFolder = join(folder, 'backups')
  const connection = openDatabase(file)
  const place = placeOf(file)
  const monthOf = (wallMs: number) => dayOf(wallMs).slice(0, 'YYYY-MM'.length)
  const epochs = createLogRows(connection).epochs()
  const logKey = logKeys.present() ?? (epochs.length === 0 || begins ? logKeys.create() : null)
  if (logKey === null) throw keyMissing()
  const events = createEventLog(connection, { monthOf, eventsPerSegment, newId, logKey, place })
  const progress = createProgress(connection, dayOf)
  const proposals = createProposals(connection)
  const coaching = createCoachingModel(connection)
  const readModels = [progress, proposals, coaching]

  const inTransaction = <Value>(work: () => Value): Value => guarded(() => connection.transaction(work)())

  const applied = (appended: readonly LoggedEvent[]): readonly LoggedEvent[] => {
    for (const event of appended) for (const model of readModels) model.apply(event)
    return appended
  }

  const append = (facts: readonly Fact[], timestamp: Timestamp): readonly LoggedEvent[] =>
    inTransaction(() => applied(events.append(facts, timestamp)))

  const beginEpoch = (because: EpochCause, above = 0) =>
    inTransaction(() => applied(events.beginEpoch(because, now(), above)))

  const rebuild = () =>
    inTransaction(() => {
      for (const model of readModels) model.clear()
      for (const event of events.read(1)) for (const model of readModels) model.apply(event)
    })
  if (progress.appliedSeq() !== events.lastSeq()) rebuild()

  const epoch = epochs.at(-1)
  if (begins) beginEpoch(begins.because, begins.above)
  else if (!epoch) beginEpoch(events.lastSeq() === 0 ? 'setUp' : 'upgraded')
  else if (epoch.publicKey !== logKey.publicKey) throw foreignKey()
  else if (epoch.place !== place) beginEpoch('copied')

  const journal = createJournal({
    people: createPeople(connection),
    layouts: createLayouts(connection),
    settings: createSettings(connection),
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
      guarded(() => connection.exec('BEGIN IMMEDIATE'))
      try {
        await work()
        guarded(() => connection.exec('COMMIT'))
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK')
        throw error
      }
    },
    events: {
      read: events.read,
      byNumber: events.byNumber,
      lastSeq: events.lastSeq,
      verify: events.verify,
      epochs: events.rows.epochs,
      segments: events.segments.all,
      /** The short code of the newest signed head; null before the first segment was closed. */
      headCode: (): string | null => {
        const head = events.segments.last()?.head
        return head ? shortCode(headHash(head, sha256)) : null
      },
    },
    /** Begins a new life of the log: after a restore. A new log and a copy begin theirs when they are opened. */
    beginEpoch,
    /** Empties the read models and fills them again from the log. */
    rebuild,
    progress,
    proposals,
    coaching,
    texts: createTexts(connection),
    instructions: createInstructions(connection),
    mediaFiles: createMediaFiles(join(folder, 'media'), join(backupFolder, 'media')),
    credentials: createCredentials(connection),
    ...journal,
    keyIdentities: createKeyIdentities(connection),
    /** Of which bench and epoch the log is, and where it ends. */
    identity: () => logIdentity(connection),
    backUp: (options: Omit<SetOptions, 'dataFolder' | 'place'>) =>
      makeSet(connection, { ...options, dataFolder: folder, place: backupFolder }),
    /** The backup sets beside the database, newest first by the log. */
    backups: () => listSets(backupFolder),
    /** The size of the database with what is not yet folded in. */
    bytes: () => sizeOf(file) + sizeOf(`${file}-wal`),
    close: () => connection.close(),
  }
}

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
