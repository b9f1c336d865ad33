// Who is on the other end of a connection: a window at the bench, and perhaps a person who signed in to it with a PIN.
import type { Role, StaffRole } from '../../../src-domain/access/roles.ts'
import type { PersonId } from '../../../src-domain/ids.ts'

export type Caller = {
  /** True for windows at this bench: Electron's own and browsers on loopback. */
  readonly atBench: boolean
  staff: { readonly personId: PersonId; readonly roles: readonly StaffRole[]; readonly ticket: string } | null
}

export const rolesOf = (caller: Caller): readonly Role[] => [
  ...(caller.atBench ? (['bench'] as const) : []),
  ...(caller.staff?.roles ?? []),
]
