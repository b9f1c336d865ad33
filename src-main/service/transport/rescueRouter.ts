// Implements the part of the contract that is served while the data cannot be used. Every other call finds nothing.
import { implement, ORPCError } from '@orpc/server'
import { mayCall } from '../../../src-domain/access/roles.ts'
import { contract } from '../../../src-domain/contract/contract.ts'
import type { RescueService } from '../rescue/rescueService.ts'
import { restorablesIn } from '../rescue/restorables.ts'
import { rolesOf } from './caller.ts'
import type { CallContext } from './router.ts'

export function createRescueRouter(rescue: RescueService) {
  const os = implement({ rescue: contract.rescue })
    .$context<CallContext>()
    .use(async ({ context, path, next }) => {
      if (!mayCall(path.join('.'), rolesOf(context.caller))) throw new ORPCError('FORBIDDEN', { defined: true })
      return await next()
    })
  return os.router({
    rescue: {
      state: os.rescue.state.handler(() => rescue.state()),
      lookIn: os.rescue.lookIn.handler(({ input }) => [...restorablesIn(input.folder)]),
      backups: os.rescue.backups.handler(() => rescue.state().backups),
      restore: os.rescue.restore.handler(({ input }) => rescue.restore(input)),
      bringKeys: os.rescue.bringKeys.handler(({ input }) => rescue.bringKeys(input)),
      goOn: os.rescue.goOn.handler(async ({ input }) => {
        const outcome = await rescue.goOn(input)
        if (outcome === 'notNow') throw new ORPCError('REFUSED', { defined: true, data: { reason: 'notNow' } })
        if (outcome !== null) throw new ORPCError(outcome.code, { defined: true, data: { waitMs: outcome.waitMs } })
      }),
      tryAgain: os.rescue.tryAgain.handler(() => rescue.tryAgain()),
    },
  })
}
