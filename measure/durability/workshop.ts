// Makes the data of a small workshop, as it lies on the disk of a bench that is running: practice over two months, an award, notes,
// media, keys and a backup, and newer work that still lies in the write-ahead log.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { headHash } from '../../src-domain/event/segment.ts'
import { coachIdSchema, taskIdSchema } from '../../src-domain/ids.ts'
import * as command from '../../src-domain/session/decideCommand.ts'
import { createManualClock } from '../../src-main/service/clock.ts'
import { composeService, type Service } from '../../src-main/service/composeService.ts'
import { openBenchStore } from '../../src-main/service/openBenchStore.ts'
import { observe } from '../../src-main/service/session/observe.ts'
import { sha256 } from '../../src-main/store/sha256.ts'
import { type FolderImage, imageOf } from './folderImage.ts'
import { opening } from './opening.ts'

const dayMs = 86_400_000
/** So that a segment closes with the month before the backup, and another one after it. */
const firstMorning = Date.UTC(2026, 1, 23, 8)
const pen = taskIdSchema.parse('pen')
const badge = '1001'

export type Workshop = {
  /** While it was open: the newest work lies in the write-ahead log only. */
  readonly running: FolderImage
  /** After it was closed, and everything lies in the database. */
  readonly closed: FolderImage
  /** Hashes of the signed heads, as somebody outside would know them. */
  readonly knownHeads: readonly string[]
}

/** @param folder an empty folder. It must stay in place: a store whose file is another one takes itself for a copy. */
export async function makeWorkshop(folder: string): Promise<Workshop> {
  const clock = createManualClock(firstMorning)
  const compose = () =>
    composeService({
      dataFolder: folder,
      instructionsFolder: join(import.meta.dirname, '..', '..', 'instructions'),
      version: `durability ${randomUUID()}`,
      clock,
      manualClock: clock,
      log: (sentence) => {
        throw new Error(sentence)
      },
    })

  const before = compose()
  const { useCases } = before
  await useCases.setUp({ mode: 'own', name: 'The Lime Tree', language: 'en', admin: { name: 'Ada', pin: '2580' } })
  const person = { name: 'Sam', picture: 'boat', badge, pin: null, worker: true, staffRoles: [] }
  const added = await useCases.addPerson(person)
  const [staff] = useCases.people.staffCards()
  if (typeof added === 'string' || !staff) throw new Error('The workshop has no people.')
  const { personId } = added
  const coachId = coachIdSchema.parse(staff.personId)
  for (const day of [0, 1, 2, 3, 7]) morning(before, clock, day)
  const [proposal] = useCases.coaching.proposals()
  if (!proposal) throw new Error('Nothing was proposed.')
  await useCases.awarding.award({ proposalId: proposal.proposalId, coachId, note: 'Well done.' })
  useCases.arrangements.note({ personId, coachId, taskId: pen, text: 'Likes to sort the caps first.' })
  await useCases.administration.makeRecoveryCode()
  morning(before, clock, 8)
  before.close()

  const after = compose()
  morning(after, clock, 40)
  await after.useCases.addPerson({ ...person, name: 'Kim', picture: 'tree', badge: '1002' })
  after.useCases.arrangements.note({ personId, coachId, taskId: pen, text: 'Prefers the left bin.' })
  const running = imageOf(folder)
  after.close()

  const store = openBenchStore(folder, opening)
  const knownHeads = store.events.segments().map(({ head }) => headHash(head, sha256))
  store.close()
  return { running, closed: imageOf(folder), knownHeads }
}

/** Three products on a day, done rightly. */
function morning({ bench, useCases }: Service, clock: ReturnType<typeof createManualClock>, day: number): void {
  clock.advance(firstMorning + day * dayMs - clock.wallMs())
  useCases.signIn.byBadge(badge)
  useCases.tasks.start(pen)
  for (let product = 0; product < 3; product += 1) {
    const finished = bench.state().cycle?.finished ?? 0
    while (bench.state().cycle?.finished === finished) doStep(bench, clock)
    clock.advance(3000)
  }
  bench.perform(command.endTask)
  bench.perform(command.signOut)
}

function doStep(bench: Service['bench'], clock: ReturnType<typeof createManualClock>): void {
  const { step } = bench.state()
  if (!step) throw new Error('There is no step to do.')
  clock.advance(2000)
  const [way] = step.done
  if (way?.by === 'hand' && step.target) {
    const kind = step.kind === 'pick' ? 'pick' : 'place'
    const atMs = clock.monoMs()
    observe(bench, { kind, target: step.target.id, hand: 'right', atMs, confidence: 0.95, sources: ['landmarks'] })
  } else bench.perform((situation) => command.confirm(situation, 'pedal'))
}
