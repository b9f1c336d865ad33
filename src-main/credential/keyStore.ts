// The keys of a site: one for issuing credentials, and one per worker, whose DID is the worker's pseudonym. Created on first use.
import { randomBytes } from 'node:crypto'
import type { PersonId } from '../../src-domain/ids.ts'
import { fail, type Result, succeed } from '../../src-domain/result.ts'
import type { SecretStore } from './secretFiles.ts'
import { type SigningKey, seedBytes, signingKeyFrom } from './signingKey.ts'

export type KeyFailure = {
  readonly reason: 'notReadable' | 'notStored' | 'damaged' | 'missing' | 'another'
  readonly sentence: string
  readonly remedy: string
}

export type KeyStore = {
  /** The key that the site issues credentials with. */
  readonly siteKey: () => Promise<Result<SigningKey, KeyFailure>>
  /** The worker's own key. `personId` is the random id, never a name. */
  readonly workerKey: (personId: PersonId) => Promise<Result<SigningKey, KeyFailure>>
}

const failures: Readonly<Record<KeyFailure['reason'], Omit<KeyFailure, 'reason'>>> = {
  notReadable: {
    sentence: 'The key is there but cannot be read.',
    remedy: 'Start Handwijzer as the user who set it up, or restore the key from the backup.',
  },
  notStored: {
    sentence: 'A new key could not be stored, so it is not used.',
    remedy: 'Free space on the disk or make the data folder writable, and try again.',
  },
  damaged: {
    sentence: 'The stored key is damaged. No other key takes its place, because that would be another identity.',
    remedy: 'Restore the key from the backup.',
  },
  missing: {
    sentence:
      'The key that was used here before is missing. No other key takes its place, because that would be another identity.',
    remedy: 'Start Handwijzer anew: it offers to bring the key back from a backup.',
  },
  another: {
    sentence: 'The stored key is not the one that was used here before.',
    remedy: 'Start Handwijzer anew: it offers to bring the key back from a backup.',
  },
}
const failed = (reason: KeyFailure['reason']) => fail({ reason, ...failures[reason] })

/** The DID of each key by its name, recorded when it is first used. */
export type KeyIdentities = Pick<Map<string, string>, 'get'> & { readonly set: (name: string, did: string) => unknown }

/**
 * Opens the keys in `secrets`. An existing key is never replaced, even when it cannot be read; neither is one that `identities`
 * knows and that is no longer there.
 */
export function openKeyStore(secrets: SecretStore, identities: KeyIdentities): KeyStore {
  const key = async (name: string): Promise<Result<SigningKey, KeyFailure>> => {
    let seed: Uint8Array | null
    try {
      seed = secrets.read(name)
    } catch {
      return failed('notReadable')
    }
    const known = identities.get(name)
    if (!seed) {
      if (known !== undefined) return failed('missing')
      seed = randomBytes(seedBytes)
      try {
        secrets.write(name, seed)
      } catch {
        return failed('notStored')
      }
    }
    if (seed.length !== seedBytes) return failed('damaged')
    const opened = await signingKeyFrom(seed)
    if (known === undefined) identities.set(name, opened.did)
    else if (known !== opened.did) return failed('another')
    return succeed(opened)
  }
  return { siteKey: () => key('site'), workerKey: (personId) => key(`worker-${personId}`) }
}
