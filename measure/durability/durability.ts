// The whole measurement in one folder: kills, bits turned over, tampering and restores, and what of it all went wrong.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { flipBits } from './flips.ts'
import { putImage } from './folderImage.ts'
import { killAppending } from './kills.ts'
import { timeRestores } from './restores.ts'
import { tamperInEachWay } from './tamperTrials.ts'
import { makeWorkshop } from './workshop.ts'

export type Durability = {
  readonly kills: number
  /** Acknowledged events that were not there after a kill, or not as they were. */
  readonly lost: number
  readonly flips: number
  readonly contentChanged: number
  readonly detected: number
  readonly healed: number
  readonly crashes: number
  readonly tampered: number
  readonly found: number
  readonly secondsToRestoreP95: number
  readonly acknowledged: number
  /** Each way of tampering, with what found it first. */
  readonly foundBy: Readonly<Record<string, string>>
  /** What was not found, or went wrong, in words. */
  readonly missed: readonly string[]
  readonly crashed: readonly string[]
}

type Options = {
  readonly seed: number
  readonly kills: number
  readonly flips: number
  /** Told now and then how far it is. */
  readonly say: (sentence: string) => void
}

const restores = 5

/** @param folder an empty folder; what is made in it is left there. */
export async function measureDurability(folder: string, { seed, kills, flips, say }: Options): Promise<Durability> {
  const inside = (name: string): string => {
    mkdirSync(join(folder, name), { recursive: true })
    return join(folder, name)
  }
  const killed = await killAppending(inside('killed'), { kills, seed, say })
  const shop = inside('workshop')
  const workshop = await makeWorkshop(shop)
  const bits = await flipBits(workshop, shop, { flips, seed, say })
  const trials = await tamperInEachWay(workshop, shop)
  putImage(workshop.closed, shop)
  const seconds = (await timeRestores(shop, join(folder, 'restored'), restores)).toSorted((a, b) => a - b)
  const crashed = [...bits.crashes, ...trials.flatMap(({ name, crashes }) => crashes.map((one) => `${name}: ${one}`))]
  const unfound = trials.filter(({ foundBy }) => foundBy === null)
  return {
    kills,
    lost: killed.lost,
    flips,
    contentChanged: bits.contentChanged,
    detected: bits.detected,
    healed: bits.healed,
    crashes: crashed.length,
    tampered: trials.length,
    found: trials.length - unfound.length,
    secondsToRestoreP95: Math.round((seconds[Math.ceil(0.95 * restores) - 1] ?? 0) * 100) / 100,
    acknowledged: killed.acknowledged,
    foundBy: Object.fromEntries(trials.map(({ name, foundBy }) => [name, foundBy ?? 'nothing'])),
    missed: [...killed.flaws, ...bits.missed, ...unfound.map(({ name }) => name)],
    crashed,
  }
}

/** Whether nothing acknowledged was lost, and everything that was changed was found. */
export const isWell = ({ lost, crashes, missed }: Durability): boolean =>
  lost === 0 && crashes === 0 && missed.length === 0
