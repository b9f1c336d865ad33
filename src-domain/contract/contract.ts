// The whole API between windows, other machines and the service: contract first, checked on both ends.
import { coachContract } from './coach.contract.ts'
import { guidanceContract } from './guidance.contract.ts'
import { staffContract } from './staff.contract.ts'
import { studioContract } from './studio.contract.ts'
import { adminContract, rehearsalContract, systemContract } from './system.contract.ts'
import { tableContract } from './table.contract.ts'
import { benchContract } from './worker.contract.ts'

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
}
export type Contract = typeof contract
