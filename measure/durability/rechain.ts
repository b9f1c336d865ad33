// Makes a changed log fit together again, as somebody could who knows how it is made: every hash anew, and with a key the heads too.

import { genesisOf, hashBeforeEpochs, hashOf } from '../../src-domain/event/hashChain.ts'
import { headBeforeFirst, headHash, headText, type SegmentHead } from '../../src-domain/event/segment.ts'
import type { Connection } from '../../src-main/store/connection.ts'
import type { LogKey } from '../../src-main/store/logKey.ts'
import { createLogRows } from '../../src-main/store/logRows.ts'
import { createSegments } from '../../src-main/store/segments.ts'
import { sha256 } from '../../src-main/store/sha256.ts'

/** Computes the hash of each event anew, in order. */
export function rechain(connection: Connection): void {
  const rows = createLogRows(connection)
  const keys = new Map(rows.epochs().map(({ epoch, publicKey }) => [epoch, publicKey]))
  const update = connection.prepare('UPDATE event SET previous_hash = ?, hash = ? WHERE seq = ?')
  let end = { epoch: 0, hash: hashBeforeEpochs }
  for (const event of [...rows.stored(1)]) {
    const { epoch, benchId } = event
    const begins = epoch > end.epoch
    const publicKey = keys.get(epoch) ?? ''
    const previousHash = begins ? genesisOf({ benchId, epoch, publicKey }, end.hash, sha256) : end.hash
    const hash = hashOf({ ...event, previousHash }, sha256)
    update.run(previousHash, hash, event.seq)
    end = { epoch, hash }
  }
}

/** Makes the heads of all segments anew for the events that are there, and signs them. */
export function signHeads(connection: Connection, key: LogKey): void {
  const rows = createLogRows(connection)
  const update = connection.prepare('UPDATE segment SET head = ?, signature = ? WHERE number = ?')
  let before: SegmentHead | null = null
  for (const { head } of createSegments(connection, rows).all()) {
    const previousHead = before ? headHash(before, sha256) : headBeforeFirst
    const made: SegmentHead = { ...head, lastHash: rows.hashAt(head.toSeq) ?? head.lastHash, previousHead }
    update.run(JSON.stringify(made), key.sign(headText(made)), head.number)
    before = made
  }
}
