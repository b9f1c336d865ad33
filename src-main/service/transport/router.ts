// Implements the contract: every call passes a check of identity and role before its use case, and fails only with errors of the
// contract.
import { implement, ORPCError } from '@orpc/server'
import { mayCall } from '../../../src-domain/access/roles.ts'
import { contract } from '../../../src-domain/contract/contract.ts'
import { type CoachId, coachIdSchema, type PersonId } from '../../../src-domain/ids.ts'
import * as command from '../../../src-domain/session/decideCommand.ts'
import type { Decision, Situation } from '../../../src-domain/session/deciding.ts'
import { StoreFailure, type StoreFailureReason } from '../../store/storeFailure.ts'
import type { Service } from '../composeService.ts'
import type { PinFailure } from '../people/checkPin.ts'
import { staffCard } from '../people/signIn.ts'
import { noteSight, observe } from '../session/observe.ts'
import { type Caller, rolesOf } from './caller.ts'

export type CallContext = { readonly caller: Caller }

const diskReason = (reason: StoreFailureReason) =>
  reason === 'diskFull' || reason === 'readOnly' ? reason : 'diskFailed'

/** The error that a refused decision is in the contract. */
function refusedError(decision: Exclude<Decision, { facts: unknown }>) {
  return new ORPCError('REFUSED', { defined: true, data: { reason: decision.refused } })
}

/** True for what no caller can have caused: any error but those of the contract and refused input. */
const isFault = (error: unknown): boolean => !(error instanceof ORPCError) || error.code === 'INTERNAL_SERVER_ERROR'

/** Throws where a decision was refused. */
function requireAccepted(decision: Decision): void {
  if ('refused' in decision) throw refusedError(decision)
}

function notFound(what: string) {
  return new ORPCError('NOT_FOUND', { defined: true, data: { what } })
}

function notNow() {
  return new ORPCError('REFUSED', { defined: true, data: { reason: 'notNow' } })
}

/** Throws where a command found nothing to act on. */
function found(what: string, acted: boolean): void {
  if (!acted) throw notFound(what)
}

function pinError({ code, waitMs }: PinFailure) {
  return new ORPCError(code, { defined: true, data: { waitMs } })
}

export function createRouter(service: Service) {
  const { bench, useCases } = service
  const os = implement(contract)
    .$context<CallContext>()
    .use(async ({ context, path, next }) => {
      const procedure = path.join('.')
      if (!mayCall(procedure, rolesOf(context.caller))) throw new ORPCError('FORBIDDEN', { defined: true })
      try {
        return await service.callTimes.measure(procedure, () => next())
      } catch (error) {
        // Practice is being read from the log: it can be asked for again in a moment.
        if (error instanceof StoreFailure && error.reason === 'notReady') throw refusedError({ refused: 'notNow' })
        if (error instanceof StoreFailure) {
          service.reportTrouble(error, { kind: 'store', where: procedure })
          throw new ORPCError('NOT_STORED', { defined: true, data: { reason: diskReason(error.reason) } })
        }
        if (isFault(error)) service.reportTrouble(error, { kind: 'call', where: procedure })
        throw error
      }
    })

  /** A bench that is not set up may be restored by whoever stands there; one that is, by an administrator. */
  const requireRestorer = (caller: Caller): void => {
    if (service.site().setUp && !rolesOf(caller).includes('admin')) throw new ORPCError('FORBIDDEN', { defined: true })
  }

  const perform = (decide: (situation: Situation) => Decision) => () => requireAccepted(bench.perform(decide))

  return os.router({
    system: {
      health: os.system.health.handler(() => service.health.report()),
      site: os.system.site.handler(() => service.site()),
      reportFault: os.system.reportFault.handler(({ input, context }) => {
        if (context.caller.mayReport()) service.reportFromWindow(input)
      }),
      setUp: os.system.setUp.handler(async ({ input }) => {
        const refused = await useCases.setUp(input)
        if (refused) throw new ORPCError('REFUSED', { defined: true, data: { reason: 'notNow' } })
      }),
    },

    bench: {
      watch: os.bench.watch.handler(({ signal }) => bench.watch(signal)),
      people: os.bench.people.handler(() => useCases.people.signInCards()),
      signIn: os.bench.signIn.handler(async ({ input }) => {
        if (input.by === 'guest') {
          useCases.people.setGuestLanguage(input.language)
          return requireAccepted(useCases.signIn.asGuest())
        }
        if (input.by === 'badge') {
          const outcome = useCases.signIn.byBadge(input.badge)
          if (outcome === 'unknownBadge') throw new ORPCError('UNKNOWN_BADGE', { defined: true })
          return requireAccepted(outcome)
        }
        const outcome = await useCases.signIn.byPin(input.personId, input.pin)
        if ('code' in outcome) throw pinError(outcome)
        return requireAccepted(outcome)
      }),
      signOut: os.bench.signOut.handler(perform(command.signOut)),
      tasks: os.bench.tasks.handler(() => useCases.tasks.cards()),
      startTask: os.bench.startTask.handler(({ input }) => {
        const decision = useCases.tasks.start(input.taskId)
        if (!decision) throw notFound('task')
        requireAccepted(decision)
      }),
      endTask: os.bench.endTask.handler(perform(command.endTask)),
      pause: os.bench.pause.handler(perform(command.pause)),
      resume: os.bench.resume.handler(perform(command.resume)),
      moreHelp: os.bench.moreHelp.handler(perform(command.askForHelp)),
      lessHelp: os.bench.lessHelp.handler(perform(command.askForLess)),
      confirm: os.bench.confirm.handler(({ input }) =>
        requireAccepted(bench.perform((situation) => command.confirm(situation, input.by))),
      ),
      skip: os.bench.skip.handler(perform(command.skip)),
      takeBack: os.bench.takeBack.handler(perform(command.takeBack)),
      contest: os.bench.contest.handler(({ input }) =>
        requireAccepted(bench.perform((situation) => command.contest(situation, input.because))),
      ),
      callSomeone: os.bench.callSomeone.handler(perform(command.callSomeone)),
      answerCall: os.bench.answerCall.handler(perform(command.answerCall)),
      setPreferences: os.bench.setPreferences.handler(({ input }) => useCases.people.setPreferences(input)),
      mySkills: os.bench.mySkills.handler(() => useCases.passport.skillsOfWorkerHere()),
      mySkill: os.bench.mySkill.handler(({ input }) => {
        const file = useCases.passport.fileOfWorkerHere(input.credentialId)
        if (!file) throw notFound('credential')
        return file
      }),
    },

    table: {
      setup: os.table.setup.handler(() => useCases.tasks.tableSetup()),
      interaction: os.table.interaction.handler(({ input }) => {
        observe(bench, input)
        return { revision: bench.state().revision }
      }),
      calibration: os.table.calibration.handler(({ input }) => useCases.calibration.kept(input)),
      realign: os.table.realign.handler(({ input }) => useCases.calibration.realign(input)),
      saveCalibration: os.table.saveCalibration.handler(({ input }) => useCases.calibration.keep(input)),
      sight: os.table.sight.handler(({ input }) => {
        service.noteCamera(input.state)
        noteSight(bench, input.state)
      }),
    },

    staff: {
      people: os.staff.people.handler(() => useCases.people.staffCards()),
      signIn: os.staff.signIn.handler(async ({ input, context }) => {
        const outcome = await useCases.signIn.staff(input.personId, input.pin)
        if ('code' in outcome) throw pinError(outcome)
        const { person, ticket } = outcome
        context.caller.staff = { personId: person.personId, roles: person.staffRoles, ticket }
        return { person: staffCard(person), ticket }
      }),
      resume: os.staff.resume.handler(({ input, context }) => {
        const person = useCases.signIn.staffOfTicket(input.ticket)
        if (!person) throw new ORPCError('LOCKED', { defined: true, data: { waitMs: 0 } })
        context.caller.staff = { personId: person.personId, roles: person.staffRoles, ticket: input.ticket }
        return { person: staffCard(person), ticket: input.ticket }
      }),
      signOut: os.staff.signOut.handler(({ context }) => {
        if (context.caller.staff) useCases.signIn.dropTicket(context.caller.staff.ticket)
        context.caller.staff = null
      }),
    },

    studio: {
      tasks: os.studio.tasks.handler(() => useCases.tasks.rows()),
      task: os.studio.task.handler(({ input }) => {
        const detail = useCases.tasks.detail(input.taskId)
        if (!detail) throw notFound('task')
        return detail
      }),
      layouts: os.studio.layouts.handler(() => useCases.layouts.rows()),
      layout: os.studio.layout.handler(({ input }) => {
        const layout = useCases.layouts.byId(input.layoutId)
        if (!layout) throw notFound('layout')
        return layout
      }),
      putLayout: os.studio.putLayout.handler(({ input, context }) =>
        useCases.layouts.put(input.layout, input.current, staffOf(context.caller)),
      ),
      saveBinding: os.studio.saveBinding.handler(({ input, context }) => {
        const outcome = useCases.tasks.bind(input, staffOf(context.caller))
        if (!outcome) throw notFound('task')
        return outcome
      }),
      importPackage: os.studio.importPackage.handler(async ({ input }) => {
        const outcome = await useCases.importPackage(new Uint8Array(await input.bytes.arrayBuffer()))
        if (!outcome.ok) {
          throw new ORPCError('MALFORMED_PACKAGE', { defined: true, data: { problems: [...outcome.failure] } })
        }
        return outcome.value
      }),
    },

    coach: {
      workers: os.coach.workers.handler(() => useCases.coaching.workers()),
      worker: os.coach.worker.handler(({ input, context }) => {
        const progress = useCases.progress.worker(input.personId)
        if (!progress) throw notFound('worker')
        useCases.notePageRead(input.personId, coachOf(context.caller))
        return progress
      }),
      proposals: os.coach.proposals.handler(() => useCases.coaching.proposals()),
      award: os.coach.award.handler(async ({ input, context }) => {
        const outcome = await useCases.awarding.award({ ...input, coachId: coachOf(context.caller) })
        if (outcome === 'notFound') throw notFound('proposal')
        if (outcome === 'alreadyDecided') throw new ORPCError('REFUSED', { defined: true, data: { reason: 'notNow' } })
        return outcome
      }),
      decline: os.coach.decline.handler(({ input, context }) => {
        const outcome = useCases.awarding.decline({ ...input, coachId: coachOf(context.caller) })
        if (outcome === 'notFound') throw notFound('proposal')
        if (outcome === 'alreadyDecided') throw new ORPCError('REFUSED', { defined: true, data: { reason: 'notNow' } })
      }),
      credential: os.coach.credential.handler(({ input }) => {
        const file = useCases.passport.file(input.credentialId)
        if (!file) throw notFound('credential')
        return file
      }),
    },

    guidance: {
      attempts: os.guidance.attempts.handler(({ input }) => useCases.corrections.attempts(input)),
      arrange: os.guidance.arrange.handler(({ input, context }) =>
        found('worker', useCases.arrangements.arrange({ ...input, coachId: coachOf(context.caller) })),
      ),
      demonstrate: os.guidance.demonstrate.handler(({ input, context }) =>
        found('step', useCases.arrangements.demonstrate({ ...input, coachId: coachOf(context.caller) })),
      ),
      beginAnew: os.guidance.beginAnew.handler(({ input, context }) =>
        found('step', useCases.corrections.beginAnew({ ...input, coachId: coachOf(context.caller) })),
      ),
      correct: os.guidance.correct.handler(({ input, context }) =>
        found('attempt', useCases.corrections.correct(coachOf(context.caller), input.seq, input.correction)),
      ),
      note: os.guidance.note.handler(({ input, context }) =>
        found('worker', useCases.arrangements.note({ ...input, coachId: coachOf(context.caller) })),
      ),
      siteParameters: os.guidance.siteParameters.handler(() => useCases.arrangements.siteParameters()),
      acceptSiteParameters: os.guidance.acceptSiteParameters.handler(({ input, context }) =>
        found('parameters', useCases.arrangements.acceptSiteParameters(coachOf(context.caller), input.name)),
      ),
    },

    admin: {
      overview: os.admin.overview.handler(() => useCases.administration.overview()),
      addPerson: os.admin.addPerson.handler(async ({ input, context }) => {
        const outcome = await useCases.addPerson(input, staffOf(context.caller))
        if (outcome === 'badgeTaken') throw new ORPCError('BADGE_TAKEN', { defined: true })
        if (outcome === 'weakPin') throw new ORPCError('WEAK_PIN', { defined: true })
        return outcome
      }),
      backUp: os.admin.backUp.handler(() => useCases.administration.backUp()),
      tryRestore: os.admin.tryRestore.handler(() => useCases.administration.tryRestore()),
      makeRecoveryCode: os.admin.makeRecoveryCode.handler(() => useCases.administration.makeRecoveryCode()),
      setSecondPlace: os.admin.setSecondPlace.handler(({ input }) =>
        useCases.administration.setSecondPlace(input.folder),
      ),
      dismissFaults: os.admin.dismissFaults.handler(({ input }) =>
        useCases.administration.dismissFaults(input.untilWallMs),
      ),
      programLog: os.admin.programLog.handler(() => useCases.administration.programLog()),
      verifyLog: os.admin.verifyLog.handler(() => useCases.administration.verifyLog()),
    },

    rescue: {
      state: os.rescue.state.handler(() => null),
      lookIn: os.rescue.lookIn.handler(({ input, context }) => {
        requireRestorer(context.caller)
        return [...useCases.restore.lookIn(input.folder)]
      }),
      backups: os.rescue.backups.handler(({ context }) => {
        requireRestorer(context.caller)
        return [...useCases.restore.backups()]
      }),
      restore: os.rescue.restore.handler(({ input, context }) => {
        requireRestorer(context.caller)
        if (!useCases.restore.begin) throw notNow()
        return useCases.restore.begin(input)
      }),
      // Only what stands in the way of a start can be mended so.
      bringKeys: os.rescue.bringKeys.handler(() => {
        throw notNow()
      }),
      goOn: os.rescue.goOn.handler(() => {
        throw notNow()
      }),
      tryAgain: os.rescue.tryAgain.handler(() => undefined),
    },

    rehearsal: {
      advance: os.rehearsal.advance.handler(({ input }) => {
        if (!service.manualClock) throw new ORPCError('REFUSED', { defined: true, data: { reason: 'notNow' } })
        service.manualClock.advance(input.ms)
        return { revision: bench.state().revision }
      }),
    },
  })
}

const staffOf = (caller: Caller): PersonId | null => caller.staff?.personId ?? null

function coachOf(caller: Caller): CoachId {
  if (!caller.staff) throw new ORPCError('FORBIDDEN', { defined: true })
  return coachIdSchema.parse(caller.staff.personId)
}
