// The acts that make a data folder usable again. Each leaves what was there put aside; none has the service running beside it.
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { RescueRefusal, StartProblem } from '../../../src-domain/contract/rescue.contract.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import { readRecoveryCode } from '../../credential/recoveryCode.ts'
import { openSecrets } from '../../credential/sealedSecrets.ts'
import { identityOfSeed } from '../../credential/signingKey.ts'
import { type BackupSet, sealedKeysName } from '../../store/backup/manifest.ts'
import { bringKeys, putKeyAside, readKeys } from '../../store/backup/putAside.ts'
import { restoreSet } from '../../store/backup/restoreSet.ts'
import type { Timestamp } from '../../store/eventLog.ts'
import { peekKeyIdentities } from '../../store/peek.ts'
import { openStore, type Store } from '../../store/store.ts'
import { StoreFailure } from '../../store/storeFailure.ts'
import { createCheckPin, type PinFailure } from '../people/checkPin.ts'
import { setIn } from './restorables.ts'

type Keys = ReadonlyMap<string, Uint8Array>

export type RemedyPorts = {
  readonly dataFolder: string
  readonly dayOf: (wallMs: number) => string
  readonly now: () => Timestamp
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
  { dataFolder, dayOf, now }: RemedyPorts,
  onProgress: (share: number) => void,
): Promise<RescueRefusal | null> {
  try {
    await restoreSet({ ...plan, dataFolder, dayOf, now: now(), onProgress })
    return null
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error
    if (error.reason === 'diskFull') return 'diskFull'
    return error.reason === 'newerDatabase' ? 'newer' : 'notWhole'
  }
}

/** Puts keys in their place, unless the database says that they are another bench's. */
export async function bringBack(keys: Keys, { dataFolder, now }: RemedyPorts): Promise<RescueRefusal | null> {
  if (keys.size === 0) return 'noKeys'
  for (const [name, did] of peekKeyIdentities(dataFolder)) {
    const secret = keys.get(name)
    if (secret !== undefined && (await identityOfSeed(secret)) !== did) return 'otherKeys'
  }
  bringKeys(keys, dataFolder, now().wallMs)
  return null
}

/** Keys in a folder that a person named: a folder `keys`, or a data folder that has one. */
export function keysIn(chosen: string): Keys {
  const folder = resolve(chosen)
  return readKeys(basename(folder) === 'keys' ? resolve(folder, '..') : folder)
}

/**
 * An administrator gives up what is lost. It is written in the log in the same transaction; a key that does not fit is put aside.
 * @param lost names of the keys or media that the start check found.
 */
export async function giveUp(
  { problem, lost }: { readonly problem: StartProblem; readonly lost: readonly string[] },
  { personId, pin }: { readonly personId: PersonId; readonly pin: string },
  { dataFolder, dayOf, now }: RemedyPorts,
): Promise<PinFailure | null> {
  const store = openStore(dataFolder, dayOf)
  try {
    const person = store.people.byId(personId)
    if (!person?.staffRoles.includes('admin')) return { code: 'WRONG_PIN', waitMs: 0 }
    const timestamp = now()
    const checkPin = createCheckPin({ people: store.people, clock: { wallMs: () => timestamp.wallMs } })
    const failure = await checkPin(person, pin)
    if (failure) return failure
    store.inTransaction(() => accept(store, problem, lost, personId, timestamp))
    if (isOfKeys(problem)) for (const name of lost) putKeyAside(name, dataFolder, timestamp.wallMs)
    return null
  } finally {
    store.close()
  }
}

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
    store.append([{ type: 'lossAccepted', what: 'keys', names: [...lost], by }], timestamp)
    for (const name of lost) store.keyIdentities.delete(name)
  } else if (problem === 'mediaMissing') {
    store.append([{ type: 'lossAccepted', what: 'media', names: lost.slice(0, mediaNamed), by }], timestamp)
    store.settings.set('acceptedMissingMedia', [
      ...new Set([...(store.settings.get('acceptedMissingMedia') ?? []), ...lost]),
    ])
  } else {
    store.append([{ type: 'lossAccepted', what: 'database', names: [], by }], timestamp)
    store.raiseEpoch()
  }
}

/** So many pictures are named in the event; the setting names them all. */
const mediaNamed = 100
