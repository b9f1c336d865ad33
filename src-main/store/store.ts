// The bench store: the event log, the read models derived from it, and the data that people may change or erase.
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Fact, LoggedEvent } from '../../src-domain/event/event.schema.ts'
import { listSets } from './backup/manifest.ts'
import { makeSet, type SetOptions } from './backup/makeSet.ts'
import { createCredentials } from './credentials.ts'
import { createEventLog, type Timestamp } from './eventLog.ts'
import { createInstructions } from './instructions.ts'
import { createKeyIdentities } from './keyIdentities.ts'
import { createLayouts } from './layouts.ts'
import { logIdentity, raiseEpoch } from './logIdentity.ts'
import { createMediaFiles } from './mediaFiles.ts'
import { createNoteTexts } from './noteTexts.ts'
import { openDatabase } from './openDatabase.ts'
import { createPeople } from './people.ts'
import { createCoachingModel } from './readModels/coaching.ts'
import { createProgress } from './readModels/progress.ts'
import { createProposals } from './readModels/proposals.ts'
import type { DayOf } from './readModels/readModel.ts'
import { createSettings } from './settings.ts'
import { guarded } from './storeFailure.ts'

export type Store = ReturnType<typeof openStore>

/**
 * Opens the store in a folder (made when missing).
 * @param dayOf the calendar day at the bench for a time of day.
 * @throws StoreFailure with a sentence that says what to do.
 */
export function openStore(folder: string, dayOf: DayOf) {
  guarded(() => mkdirSync(folder, { recursive: true }))
  const file = join(folder, 'handwijzer.sqlite')
  const backupFolder = join(folder, 'backups')
  const connection = openDatabase(file)
  const events = createEventLog(connection)
  const progress = createProgress(connection, dayOf)
  const proposals = createProposals(connection)
  const coaching = createCoachingModel(connection)
  const readModels = [progress, proposals, coaching]

  const inTransaction = <Value>(work: () => Value): Value => guarded(() => connection.transaction(work)())

  const append = (facts: readonly Fact[], timestamp: Timestamp): readonly LoggedEvent[] =>
    inTransaction(() => {
      const appended = events.append(facts, timestamp)
      for (const event of appended) for (const model of readModels) model.apply(event)
      return appended
    })

  const rebuild = () =>
    inTransaction(() => {
      for (const model of readModels) model.clear()
      for (const event of events.read(1)) for (const model of readModels) model.apply(event)
    })
  if (progress.appliedSeq() !== events.lastSeq()) rebuild()

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
    events: { read: events.read, count: events.count, verify: events.verify },
    /** Empties the read models and fills them again from the log. */
    rebuild,
    progress,
    proposals,
    coaching,
    noteTexts: createNoteTexts(connection),
    people: createPeople(connection),
    instructions: createInstructions(connection),
    mediaFiles: createMediaFiles(join(folder, 'media'), join(backupFolder, 'media')),
    layouts: createLayouts(connection),
    credentials: createCredentials(connection),
    settings: createSettings(connection),
    keyIdentities: createKeyIdentities(connection),
    /** The bench, epoch and end of the log. */
    identity: () => logIdentity(connection),
    /** Begins an epoch above every one that is known of. */
    raiseEpoch: () =>
      raiseEpoch(connection, Math.max(0, ...listSets(backupFolder).map(({ manifest }) => manifest.epoch))),
    backUp: (options: Omit<SetOptions, 'dataFolder' | 'place'>) =>
      makeSet(connection, { ...options, dataFolder: folder, place: backupFolder }),
    /** The backup sets beside the database, newest first by the log. */
    backups: () => listSets(backupFolder),
    /** The size of the database with what is not yet folded in. */
    bytes: () => sizeOf(file) + sizeOf(`${file}-wal`),
    close: () => connection.close(),
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
