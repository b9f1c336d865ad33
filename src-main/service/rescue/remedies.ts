// The acts that make a data folder usable again. Each leaves what was there put aside; none has the service running beside it.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { RescueRefusal, StartProblem } from '../../../src-domain/contract/rescue.contract.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import { readRecoveryCode } from '../../credential/recoveryCode.ts'
import { openSecrets } from '../../credential/sealedSecrets.ts'
import { identityOfSeed } from '../../credential/signingKey.ts'
import { type BackupSet, listSets, sealedKeysName } from '../../store/backup/manifest.ts'
import { bringKeys, putKeyAside, readKeys } from '../../store/backup/putAside.ts'
import { restoreSet } from '../../store/backup/restoreSet.ts'
import type { Timestamp } from '../../store/eventLog.ts'
import { logKeyName } from '../../store/keyIdentities.ts'
import { logKeyFrom, logKeySeedBytes } from '../../store/logKey.ts'
import { peekKeyIdentities, withPeople } from '../../store/peek.ts'
import type { Store, StoreOptions } from '../../store/store.ts'
import { StoreFailure } from '../../store/storeFailure.ts'
import { openBenchStore } from '../openBenchStore.ts'
import { createCheckPin, type PinFailure } from '../people/checkPin.ts'
import { setIn } from './restorables.ts'

type Keys = ReadonlyMap<string, Uint8Array>

export type RemedyPorts = {
  readonly dataFolder: string
  readonly opening: Pick<StoreOptions, 'now' | 'newId'>
}

/** The keys of a backup, opened with a code as it was typed. */
export function keysOf(set: BackupSet, typed: string): Keys | RescueRefusal {
  const code = readRecoveryCode(typed)
  if (code === null) return 'mistypedCode'
  if (!set.manifest.keys) return 'noKeys'
  try {
    return openSecrets(readFileSync(join(set.folder, sealedKeysName), 'utf8'), code) ?? 'wrongCode'
  } catch {
    return 'notWhole'
  }
}

export type RestorePlan = { readonly set: BackupSet; readonly place: string; readonly keys: Keys | null }

/** What is asked for, looked up before anything is stopped or moved. */
export function planRestore(wanted: {
  readonly folder: string
  readonly name: string
  readonly code: string | null
}): RestorePlan | RescueRefusal {
  const set = setIn(wanted.folder, wanted.name)
  if (!set) return 'gone'
  const keys = wanted.code === null ? null : keysOf(set, wanted.code)
  return typeof keys === 'string' ? keys : { set, place: wanted.folder, keys }
}

/** @returns why it did not work; null when the bench is back. */
export async function carryOut(
  plan: RestorePlan,
  { dataFolder, opening }: RemedyPorts,
  onProgress: (share: number) => void,
): Promise<RescueRefusal | null> {
  try {
    await restoreSet({ ...plan, dataFolder, opening, onProgress })
    return null
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error
    if (error.reason === 'diskFull') return 'diskFull'
    return error.reason === 'newerDatabase' ? 'newer' : 'notWhole'
  }
}

/** Puts keys in their place, unless the database says that they are another bench's. */
export async function bringBack(keys: Keys, { dataFolder, opening }: RemedyPorts): Promise<RescueRefusal | null> {
  if (keys.size === 0) return 'noKeys'
  for (const [name, did] of peekKeyIdentities(dataFolder)) {
    const secret = keys.get(name)
    if (secret !== undefined && (await identityOf(name, secret)) !== did) return 'otherKeys'
  }
  bringKeys(keys, dataFolder, opening.now().wallMs)
  return null
}

/** Keys in a folder that a person named: a folder `keys`, or a data folder that has one. */
export function keysIn(chosen: string): Keys {
  const folder = resolve(chosen)
  return readKeys(basename(folder) === 'keys' ? resolve(folder, '..') : folder)
}

const identityOf = (name: string, secret: Uint8Array): Promise<string | null> | string | null =>
  name !== logKeyName ? identityOfSeed(secret) : secret.length === logKeySeedBytes ? logKeyFrom(secret).publicKey : null

/**
 * An administrator gives up what is lost. It is written in the log; a key that does not fit is put aside. Without the log's key, or
 * with another log than the backup's, the log goes on in a new epoch.
 * @param lost names of the keys or media that the start check found.
 */
export async function giveUp(
  { problem, lost }: { readonly problem: StartProblem; readonly lost: readonly string[] },
  { personId, pin }: { readonly personId: PersonId; readonly pin: string },
  { dataFolder, opening }: RemedyPorts,
): Promise<PinFailure | null> {
  const timestamp = opening.now()
  const failure = await withPeople(dataFolder, async (people) => {
    const person = people.byId(personId)
    if (!person?.staffRoles.includes('admin')) return { code: 'WRONG_PIN', waitMs: 0 } as const
    // The log cannot be written before this is decided; the counter alone says that somebody tried.
    return createCheckPin({ people, wallMs: () => timestamp.wallMs, onFailed: () => undefined })(person, pin)
  })
  if (failure) return failure
  const ofKeys = isOfKeys(problem)
  const newLogKey = ofKeys && lost.includes(logKeyName)
  if (newLogKey) bringKeys(new Map([[logKeyName, randomBytes(logKeySeedBytes)]]), dataFolder, timestamp.wallMs)
  const begins = { because: 'restored', above: highestEpochIn(join(dataFolder, 'backups')) } as const
  const newEpoch = newLogKey || problem === 'databaseBehindBackup'
  const store = openBenchStore(dataFolder, { ...opening, ...(newEpoch && { begins }) })
  try {
    store.inTransaction(() => accept(store, problem, lost, personId, timestamp))
  } finally {
    store.close()
  }
  if (ofKeys)
    for (const name of lost.filter((one) => one !== logKeyName)) putKeyAside(name, dataFolder, timestamp.wallMs)
  return null
}

const highestEpochIn = (place: string): number => Math.max(0, ...listSets(place).map(({ manifest }) => manifest.epoch))

const isOfKeys = (problem: StartProblem): boolean =>
  problem === 'keysMissing' || problem === 'keysDamaged' || problem === 'keyBelongsToAnother'

function accept(
  store: Store,
  problem: StartProblem,
  lost: readonly string[],
  by: PersonId,
  timestamp: Timestamp,
): void {
  if (isOfKeys(problem)) {
    store.append([{ type: 'keysGivenUp', by }], timestamp)
    for (const name of lost) store.keyIdentities.delete(name)
  } else if (problem === 'mediaMissing') {
    store.append([{ type: 'lossAccepted', what: 'media', names: lost.slice(0, mediaNamed), by }], timestamp)
    const accepted = store.settings.get('acceptedMissingMedia') ?? []
    store.settings.set('acceptedMissingMedia', [...new Set([...accepted, ...lost])], by)
  } else {
    store.append([{ type: 'lossAccepted', what: 'database', names: [], by }], timestamp)
    const [flaw] = lost
    if (problem === 'logBroken' && flaw !== undefined) store.settings.set('acceptedLogFlaw', flaw, by)
  }
}

/** So many pictures are named in the event; the setting names them all. */
const mediaNamed = 100
