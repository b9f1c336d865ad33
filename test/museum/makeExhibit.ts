// Makes the museum's exhibit of the format that this program writes: node test/museum/makeExhibit.ts
//
// To be run once for each new format, before it is released. A workshop's week with every kind of decision and correction, and the
// facts that no such week brings about written beside it, so that each type of fact is shown in its newest version.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { usualArrangement } from '../../src-domain/event/arrangement.schema.ts'
import type { Fact } from '../../src-domain/event/event.schema.ts'
import { siteParametersSchema } from '../../src-domain/event/siteParameters.schema.ts'
import { coachIdSchema, proposalIdSchema, stepIdSchema, taskIdSchema } from '../../src-domain/ids.ts'
import { shippedParameters } from '../../src-domain/learning/learnerParameters.ts'
import * as command from '../../src-domain/session/decideCommand.ts'
import { createManualClock } from '../../src-main/service/clock.ts'
import { composeService } from '../../src-main/service/composeService.ts'
import { createTimedIds, openBenchStore } from '../../src-main/service/openBenchStore.ts'
import { observe } from '../../src-main/service/session/observe.ts'
import { schemaVersion } from '../../src-main/store/migrate.ts'

const dayMs = 86_400_000
const monday = Date.UTC(2026, 2, 2, 8)
const pen = taskIdSchema.parse('pen')
const folder = mkdtempSync(join(tmpdir(), 'handwijzer-exhibit-'))
const clock = createManualClock(monday)
const service = composeService({
  dataFolder: folder,
  instructionsFolder: join(import.meta.dirname, '..', '..', 'instructions'),
  version: `exhibit ${schemaVersion}`,
  clock,
  manualClock: clock,
  log: (sentence) => {
    throw new Error(sentence)
  },
})
const { bench, useCases } = service

await useCases.setUp({ mode: 'own', name: 'The Lime Tree', language: 'en', admin: { name: 'Ada', pin: '2580' } })
const person = { name: 'Sam', picture: 'boat', badge: '1001', pin: null, worker: true, staffRoles: [] }
const added = await useCases.addPerson(person)
const staff = useCases.people.staffCards()[0]
if (typeof added === 'string' || !staff) throw new Error('The workshop has no people.')
const { personId } = added
const coachId = coachIdSchema.parse(staff.personId)

/** Does the step at hand rightly. */
function doStep(): void {
  const { step } = bench.state()
  if (!step) throw new Error('There is no step to do.')
  clock.advance(2000)
  const [way] = step.done
  if (way?.by === 'hand' && step.target) {
    const kind = step.kind === 'pick' ? 'pick' : 'place'
    reach(kind, step.target.id)
  } else bench.perform((situation) => command.confirm(situation, 'pedal'))
}

const reach = (kind: 'pick' | 'place', target: string): void =>
  observe(bench, { kind, target, hand: 'right', atMs: clock.monoMs(), confidence: 0.95, sources: ['landmarks'] })

function morning(day: number, before: () => void = () => {}): void {
  clock.advance(monday + day * dayMs - clock.wallMs())
  useCases.signIn.byBadge('1001')
  useCases.tasks.start(pen)
  before()
  for (let product = 0; product < 3; product += 1) {
    const finished = bench.state().cycle?.finished ?? 0
    while (bench.state().cycle?.finished === finished) doStep()
    clock.advance(3000)
  }
  bench.perform(command.endTask)
  bench.perform(command.signOut)
}

const wrongBin = () =>
  bench.situation().task?.layout.bins.find(({ id }) => id !== bench.state().step?.target?.id)?.id ?? ''

morning(0, () => reach('pick', wrongBin()))
morning(1, () => {
  reach('pick', wrongBin())
  bench.perform((situation) => command.contest(situation, 'sawWrong'))
  doStep()
  bench.perform(command.askForHelp)
  doStep()
  bench.perform(command.takeBack)
  bench.perform(command.pause)
  clock.advance(60_000)
  bench.perform(command.resume)
})
for (const day of [2, 3, 4]) morning(day)
const [proposal] = useCases.coaching.proposals()
if (!proposal) throw new Error('Nothing was proposed.')
await useCases.awarding.award({ proposalId: proposal.proposalId, coachId, note: 'Goed gedaan, Zoë! 👏' })
useCases.arrangements.arrange({
  personId,
  coachId,
  arrangement: { ...usualArrangement, hintsPerMistake: 8 },
})
useCases.arrangements.demonstrate({ personId, coachId, taskId: pen, stepId: stepIdSchema.parse('pick-cap') })
useCases.arrangements.note({ personId, coachId, taskId: pen, text: 'Likes to sort the caps first.' })
const wrong = useCases.corrections.attempts({ personId, taskId: pen, stepId: null }).find(({ errors }) => errors > 0)
if (!wrong) throw new Error('No mistake was seen.')
useCases.corrections.correct(coachId, wrong.seq, 'noMistake')
useCases.corrections.beginAnew({ personId, coachId, taskId: pen, stepId: stepIdSchema.parse('place-cap') })
useCases.signIn.byBadge('9999')
await useCases.signIn.staff(staff.personId, '0000')
const ticket = await useCases.signIn.staff(staff.personId, '2580')
useCases.notePageRead(personId, coachId)
if ('ticket' in ticket) useCases.signIn.dropTicket(ticket.ticket)
useCases.signIn.byBadge('1001')
useCases.people.setPreferences({ language: 'nl', dwellMs: 800 })
useCases.tasks.start(pen)
clock.advance(2000)
bench.perform(command.pause)
service.close()

// A service that starts again, and the facts that only cameras, cables and coaches of longer standing bring about.
const now = () => ({ wallMs: clock.wallMs(), monoMs: clock.monoMs(), bootId: 'exhibit' })
const store = openBenchStore(folder, { now, newId: createTimedIds(clock.wallMs) })
const [{ packageSha256 }] = [store.instructions.newest(pen) ?? { packageSha256: null }]
const [skill] = store.instructions.newest(pen)?.instruction.skills ?? []
if (!skill) throw new Error('The pen has no skill.')
const [first, second] = ['019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002'].map((id) =>
  proposalIdSchema.parse(id),
)
if (!first || !second) throw new Error('There are two ids.')
const evidence = { ...proposal.evidence }
const proposed = (proposalId: typeof first): Fact => ({
  type: 'masteryProposed',
  proposalId,
  personId,
  taskId: pen,
  packageSha256,
  skillId: skill.id,
  evidence,
})
const rare: Fact[] = [
  { type: 'resumed' },
  { type: 'interactionDoubted', stepKey: 'k', kind: 'pick', target: 'A', confidence: 0.5, sources: ['landmarks'] },
  { type: 'stepSkipped', stepKey: 'k', stepId: stepIdSchema.parse('pick-cap') },
  { type: 'helpLessened', stepKey: 'k', level: 1 },
  { type: 'helpShown', stepKey: 'k', level: 2, because: 'delay' },
  { type: 'someoneCalled' },
  { type: 'callAnswered' },
  { type: 'sightLost', state: 'frozen' },
  { type: 'sightReturned' },
  { type: 'deviceLost', device: 'scale' },
  { type: 'deviceReturned', device: 'scale' },
  { type: 'serviceRestarted' },
  { type: 'lightRealigned', moved: 'camera', mm: 1.2, asked: false },
  proposed(first),
  { type: 'proposalDeclined', proposalId: first, personId, coachId, reason: { textId: first, sha256: '1'.repeat(64) } },
  proposed(second),
  { type: 'proposalWithdrawn', proposalId: second, personId },
  {
    type: 'siteChancesAccepted',
    coachId,
    chances: siteParametersSchema.strip().parse({ ...shippedParameters, name: 'exhibit' }),
  },
  { type: 'rolesChanged', personId, worker: true, staffRoles: ['coach'], by: coachId },
  { type: 'backedUp', place: 'bench', lastSeq: 1, lastHash: '2'.repeat(64) },
  { type: 'lossAccepted', what: 'media', names: ['3'.repeat(64)], by: personId },
  { type: 'keysGivenUp', by: coachId },
]
store.append(rare, now())
store.close()

const to = join(import.meta.dirname, `schema-${schemaVersion}`)
rmSync(to, { recursive: true, force: true })
mkdirSync(join(to, 'keys'), { recursive: true })
for (const name of ['handwijzer.sqlite', 'keys/bench.key']) {
  writeFileSync(join(to, `${name}.gz`), gzipSync(readFileSync(join(folder, name)), { level: 9 }))
}
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`test/museum/schema-${schemaVersion}\n`)
