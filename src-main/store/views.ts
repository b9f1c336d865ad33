// The read models in use: attached to the connection that writes the log, so that both change in one transaction; filled anew
// beside it, in a worker thread, when they no longer fit.
import { join } from 'node:path'
import type { LoggedEvent } from '../../src-domain/event/loggedEvent.ts'
import type { Connection } from './connection.ts'
import { gated } from './gated.ts'
import type { HeavyStore } from './heavy/heavyStore.ts'
import type { LogKey } from './logKey.ts'
import type { LogRows } from './logRows.ts'
import { attachViews, swapViews } from './readModels/attachedViews.ts'
import { buildViews, sliceEvents } from './readModels/buildViews.ts'
import { createKeptPractice } from './readModels/keptPractice.ts'
import { dayIn, type ModelTables } from './readModels/readModel.ts'
import { sampleViews } from './readModels/sampleViews.ts'
import type { ViewsComparison } from './readModels/viewsComparison.ts'
import { judgeViewsFile, removeDatabase, resetViewsFile, viewsName } from './readModels/viewsFile.ts'
import { createViewsWriter } from './readModels/viewsWriter.ts'
import { guarded, isDamage, StoreFailure } from './storeFailure.ts'

export type ViewsState =
  | { readonly name: 'ready' }
  /** Being filled: so many events of so many are read. `serving`: the views that were there answer meanwhile. */
  | { readonly name: 'rebuilding'; readonly done: number; readonly of: number; readonly serving: boolean }
  /** They could not be filled. Where the disk was the reason, whoever asks next has it tried again. */
  | { readonly name: 'failed'; readonly serving: boolean }

/** A log of so many events is read at once, before anything is served; a longer one in a worker thread. */
const atOnceEvents = 5000
/** The new views take the place of the old ones when no more events than this are missing in them. */
const swapEvents = 200

type Ports = {
  readonly connection: Connection
  /** The database's own path is `handwijzer.sqlite` in this folder. */
  readonly folder: string
  readonly events: LogRows
  readonly heavy: HeavyStore
  readonly models: readonly ModelTables[]
  /** The time zone that days are to be of now (IANA name). */
  readonly timeZone: () => string
  /** Told of what went wrong where nobody waits for an answer. */
  readonly report: (error: unknown) => void
  /** Signs with the bench's key. */
  readonly sign: LogKey['sign']
  /** In place of `atOnceEvents`. */
  readonly atOnce?: number | undefined
}

/** Attaches the views and brings them up to the log; what cannot be used is filled anew, a long log in the background. */
export function openViews({
  connection,
  folder,
  events,
  heavy,
  models,
  timeZone,
  report,
  sign,
  atOnce = atOnceEvents,
}: Ports) {
  const path = join(folder, viewsName)
  const nextPath = join(folder, 'views.next.sqlite')
  const closing = new AbortController()
  /** The zone of the days in the file in use. */
  let zone = timeZone()
  let dayOf = dayIn(zone)
  let serving = false
  let fillings = 0
  let progress = { done: 0, of: 0 }
  let failure: Error | null = null
  let running: Promise<void> | null = null
  let isStale = false
  let waiting: (() => void)[] = []
  let whenFree: (() => void) | null = null
  /** The last event of the transaction that is open. */
  let latest: LoggedEvent | null = null

  const wanted = () => ({ models, timeZone: timeZone() })
  const noContext = { progress: () => {}, throwIfCancelled: () => {} }

  /** Fills a file beside the one in use, here and now. */
  function buildNext(): void {
    removeDatabase(nextPath)
    buildViews(connection, { viewsPath: nextPath, ...wanted() }, noContext)
  }

  /** Attaches what lies there where it can be used, and an empty file where not. */
  function open(): void {
    const lastSeq = events.lastSeq()
    const verdict = judgeViewsFile(path, wanted(), events)
    const isShort = lastSeq <= atOnce
    // Serving the old ones meanwhile is worth it where filling new ones takes long.
    const isWanted = verdict.state === 'current' || (verdict.state === 'outdated' && !isShort)
    if (isWanted && lastSeq - verdict.appliedSeq <= atOnce) {
      zone = verdict.timeZone
      dayOf = dayIn(zone)
      isStale = verdict.state === 'outdated'
      serving = true
    } else {
      resetViewsFile(path, wanted())
      serving = lastSeq === 0
    }
    attachViews(connection, path)
  }
  open()

  const writer = createViewsWriter(connection, (wallMs) => dayOf(wallMs))

  function catchUp(): void {
    while (writer.catchUp(events, sliceEvents) === sliceEvents);
  }

  function serve(): void {
    serving = true
    failure = null
    const told = waiting
    waiting = []
    for (const tell of told) tell()
  }

  /** Puts the filled file in the place of the one in use, and serves. */
  function swap(): void {
    if (closing.signal.aborted) return
    const verdict = judgeViewsFile(nextPath, wanted(), events)
    if (verdict.state !== 'current')
      throw new Error('The views that were filled anew are not those that were asked for.')
    swapViews(connection, nextPath, path)
    fillings += 1
    zone = verdict.timeZone
    dayOf = dayIn(zone)
    catchUp()
    serve()
  }

  /** Runs something when no transaction is open: only one that waits in between can be in the way. */
  async function whenNoTransaction(run: () => void): Promise<void> {
    while (connection.inTransaction) {
      await new Promise<void>((resolve) => {
        whenFree = resolve
      })
    }
    guarded(run)
  }

  async function fillAnew(): Promise<void> {
    const { signal } = closing
    const onProgress = (done: number, of: number) => {
      progress = { done, of }
    }
    for (;;) {
      const asked = wanted()
      removeDatabase(nextPath)
      progress = { done: 0, of: events.lastSeq() }
      let reached: number
      do {
        reached = await heavy.buildViews({ viewsPath: nextPath, ...asked }, { signal, onProgress })
        if (signal.aborted) return
      } while (events.lastSeq() - reached > swapEvents)
      if (asked.timeZone === timeZone()) return whenNoTransaction(swap)
    }
  }

  /** Fills the views anew in a worker thread; those in use serve meanwhile, where they may. One at a time. */
  function rebuild(): Promise<void> {
    failure = null
    running ??= fillAnew()
      .catch((error: unknown) => {
        if (closing.signal.aborted) return
        failedWith(error)
      })
      .finally(() => {
        running = null
      })
    return running
  }

  /** Stops serving what is known to be wrong, and fills it anew: a short log at once, where no transaction is in the way. */
  function heal(): void {
    serving = false
    if (running !== null || closing.signal.aborted) return
    if (events.lastSeq() > atOnce || connection.inTransaction) return void rebuild()
    try {
      guarded(() => {
        buildNext()
        swap()
      })
    } catch (error) {
      failedWith(error)
    }
  }

  function broke(error: unknown): void {
    serving = false
    report(error)
    heal()
  }

  function failedWith(error: unknown): void {
    failure = error instanceof Error ? error : new Error(String(error))
    report(error)
  }

  function isUsable(): boolean {
    // What the disk refused may go well now; a log that cannot be read stays so.
    if (!serving && failure !== null && !isDamage(failure)) heal()
    return serving
  }

  /** Lets a reader read: only what stands where the log stands, and is whole. */
  function reading<Value>(read: () => Value): Value {
    if (!isUsable()) throw notReady()
    try {
      return read()
    } catch (error) {
      if (!isDamage(error)) throw error
      broke(error)
      if (!isUsable()) throw notReady()
      return read()
    }
  }

  /** Takes appended events in, inside the transaction that appended them. */
  function take(appended: readonly LoggedEvent[]): void {
    const [first] = appended
    latest = appended.at(-1) ?? latest
    if (!serving || !first) return
    try {
      if (writer.appliedSeq() + 1 === first.seq) writer.apply(appended)
      else catchUp()
    } catch (error) {
      // SQLite gave up the whole transaction: nothing was appended either.
      if (!connection.inTransaction) throw error
      // The log does not depend on the views: what happened is kept, and they are filled anew.
      broke(error)
    }
  }

  /** Takes in what is missing, or fills the views anew. */
  function start(): void {
    if (!serving) return heal()
    try {
      guarded(catchUp)
    } catch (error) {
      if (!isDamage(error)) throw error
      broke(error)
    }
    if (isStale) void rebuild()
  }
  start()

  return {
    progress: gated(writer.progress, reading),
    proposals: gated(writer.proposals, reading),
    coaching: gated(writer.coaching, reading),
    keptPractice: gated(createKeptPractice(connection, { sign, report }), reading),
    /** How often they were filled anew. */
    fillings: (): number => fillings,
    dayOf: (wallMs: number): string => dayOf(wallMs),
    take,
    /** Must be called before a transaction of the store begins. */
    begin: () => {
      latest = null
    },
    /** Must be called after a transaction that waits in between has ended. */
    ended: () => {
      const run = whenFree
      whenFree = null
      run?.()
    },
    /**
     * What a failed COMMIT came to. SQLite commits file by file, the log first: where its part is on the disk, the events have
     * happened, and only the views lack them.
     */
    logCommitted: (error: unknown): boolean => {
      if (latest === null || connection.inTransaction || events.hashAt(latest.seq) !== latest.hash) return false
      broke(error)
      return true
    },
    /** For outside the store. */
    api: {
      state: (): ViewsState =>
        running !== null
          ? { name: 'rebuilding', ...progress, serving }
          : failure !== null
            ? { name: 'failed', serving }
            : { name: 'ready' },
      /** Whether practice can be read now: never while it is half read. Where filling it failed, it is tried again. */
      isUsable,
      /** Resolves once practice can be read; at once where it can. */
      usable: (): Promise<void> => (serving ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
      /** Fills the views anew in a worker thread; resolves when the new ones serve, or when it failed. */
      rebuild,
      /** Compares some rows with what the log says, in a fraction of a second; heals what differs. @param seed 32 bits. */
      compareSample: (seed: number): ViewsComparison | null => {
        if (!serving) return null
        const found = reading(() => guarded(() => sampleViews({ connection, events, models, dayOf, seed })))
        healDifferences(found)
        return found
      },
      /** Compares every row, in a worker thread; heals what differs. Null while the views are being filled anyway. */
      compareAll: async (): Promise<ViewsComparison | null> => {
        if (!serving || running !== null) return null
        const paths = { viewsPath: path, checkPath: join(folder, 'views.check.sqlite') }
        const found = await heavy.compareViews({ ...paths, models, timeZone: zone }, { signal: closing.signal })
        if (!closing.signal.aborted) healDifferences(found)
        return found
      },
    },
    close: () => closing.abort(),
  }

  function healDifferences({ different, differences }: ViewsComparison): void {
    if (different === 0) return
    const tables = [...new Set(differences.map(({ table }) => table))].join(', ')
    broke(
      new StoreFailure(
        'corrupted',
        `Practice did not agree with the log (${different} × in ${tables}). It is read anew from the log.`,
      ),
    )
  }

  function notReady(): Error {
    if (failure !== null) return failure
    const share = progress.of === 0 ? 0 : Math.floor((100 * progress.done) / progress.of)
    return new StoreFailure('notReady', `One moment: practice is being read from the log (${share} %).`)
  }
}
