// The whole API between windows, other machines and the service, validated on both ends.

import { adminContract } from './admin.contract.ts'
import { benchContract } from './bench.contract.ts'
import { coachContract } from './coach.contract.ts'
import { guidanceContract } from './guidance.contract.ts'
import { rehearsalContract } from './rehearsal.contract.ts'
import { rescueContract } from './rescue.contract.ts'
import { staffContract } from './staff.contract.ts'
import { studioContract } from './studio.contract.ts'
import { systemContract } from './system.contract.ts'
import { tableContract } from './table.contract.ts'

export const contract = {
  system: systemContract,
  bench: benchContract,
  table: tableContract,
  staff: staffContract,
  studio: studioContract,
  coach: coachContract,
  guidance: guidanceContract,
  admin: adminContract,
  rehearsal: rehearsalContract,
  rescue: rescueContract,
}
export type Contract = typeof contract
