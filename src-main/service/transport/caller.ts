// Who is on the other end of a connection: a window at the bench, and perhaps a person who signed in to it with a PIN.
import type { Role, StaffRole } from '../../../src-domain/access/roles.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import { createAllowance } from '../allowance.ts'

/** Faults that one window may report in a minute. One that fails with every frame must not fill the log. */
const faultsInMinute = 30

export type Caller = {
  /** True for windows at this bench: Electron's own and browsers on loopback. */
  readonly atBench: boolean
  /** False when this window has reported too many faults. */
  readonly mayReport: () => boolean
  staff: { readonly personId: PersonId; readonly roles: readonly StaffRole[]; readonly ticket: string } | null
}

/** A new connection, on which nobody is signed in. */
export const newCaller = (atBench: boolean, monoMs: () => number): Caller => ({
  atBench,
  mayReport: createAllowance(faultsInMinute, monoMs),
  staff: null,
})

export const rolesOf = (caller: Caller): readonly Role[] => [
  ...(caller.atBench ? (['bench'] as const) : []),
  ...(caller.staff?.roles ?? []),
]
