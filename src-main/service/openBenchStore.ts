// Opens the store of a data folder with the bench's own key, which is made when the folder is new.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { createNewId, type NewId } from '../../src-domain/ids.ts'
import { createSecretFiles } from '../credential/secretFiles.ts'
import { logKeyFrom, logKeySeedBytes } from '../store/logKey.ts'
import { type LogKeyHolder, openStore, type Store, type StoreOptions } from '../store/store.ts'

type Options = Omit<StoreOptions, 'logKeys'>

/** Ids that hold the time they were minted at, so that they sort by it (UUID version 7, RFC 9562). */
export const createTimedIds = (wallMs: () => number): NewId => createNewId(() => v7({ msecs: wallMs() }))

/**
 * @throws StoreFailure with a sentence that says what to do: also when the key in the folder is not the one that its log is
 * signed with.
 */
export const openBenchStore = (dataFolder: string, options: Options): Store =>
  openStore(dataFolder, { ...options, logKeys: keysIn(dataFolder) })

function keysIn(dataFolder: string): LogKeyHolder {
  const secrets = createSecretFiles(join(dataFolder, 'keys'))
  return {
    present: () => {
      const seed = secrets.read('bench')
      return seed && logKeyFrom(seed)
    },
    create: () => {
      const seed = randomBytes(logKeySeedBytes)
      secrets.write('bench', seed)
      return logKeyFrom(seed)
    },
  }
}
