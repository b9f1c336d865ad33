// Whether the disk takes data: said to be ailing when the store failed, and well again when a trial file can be written.
import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConditionKey } from '../../../src-domain/fault/condition.schema.ts'
import { StoreFailure } from '../../store/storeFailure.ts'
import type { Clock } from '../clock.ts'
import type { Troubles } from '../troubles.ts'

type Ports = {
  readonly folder: string
  readonly clock: Clock
  readonly troubles: Pick<Troubles, 'raise' | 'clear'>
}

const tryEveryMs = 30_000
/** More than the store needs for one transaction. */
const trialBytes = 1_000_000

const keys = ['diskFull', 'readOnly', 'diskFailed'] as const satisfies readonly ConditionKey[]

export function createDiskConditions({ folder, clock, troubles }: Ports) {
  let cancel: (() => void) | null = null

  const tryLater = () => {
    cancel ??= clock.at(clock.monoMs() + tryEveryMs, () => {
      cancel = null
      if (takesData(folder)) for (const key of keys) troubles.clear(key)
      else tryLater()
    })
  }

  return {
    /** Raises the condition that a failure of the store is a sign of. Other errors say nothing about the disk. */
    failed: (error: unknown): void => {
      const key = error instanceof StoreFailure ? keys.find((one) => one === error.reason) : undefined
      if (key === undefined || !(error instanceof StoreFailure)) return
      troubles.raise(key, error.message)
      tryLater()
    },
    close: () => cancel?.(),
  }
}

function takesData(folder: string): boolean {
  const trial = join(folder, 'disk-trial.tmp')
  try {
    const handle = openSync(trial, 'w')
    try {
      writeFileSync(handle, Buffer.alloc(trialBytes, 1))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    return true
  } catch {
    return false
  } finally {
    rmSync(trial, { force: true })
  }
}
