// What each worker's practice adds up to now: from what was kept of it and what was done since, so that no question reads more than
// that. What changes the past, be it a correction, a new beginning or a block that the author names, makes it be read anew.
import type { PersonId, TaskId } from '../../../src-domain/ids.ts'
import type { LearnerParameters } from '../../../src-domain/learning/learnerParameters.ts'
import {
  createPracticeRecord,
  type PracticeRecord,
  restorePracticeRecord,
} from '../../../src-domain/learning/practiceRecord.ts'
import { type InstructionChoice, practisedBy } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Store } from '../../store/store.ts'
import { blocksOf } from './blocks.ts'
import { instructionBy, reviewed } from './practice.ts'

/** Workers whose record stays in memory: whoever works here, and whose page a coach looks at. */
const workersInMemory = 8
/** A record is kept once so many attempts came since it was kept last: reading those costs some milliseconds. */
const attemptsUntilKept = 200

export type Practices = {
  /** What a worker's practice adds up to, with everything that is in the log. */
  readonly of: (personId: PersonId) => PracticeRecord
  /** Keeps what was folded of a worker since it was kept last: when they leave. */
  readonly keep: (personId: PersonId) => void
}

type Held = {
  readonly parameters: LearnerParameters
  readonly record: PracticeRecord
  /** Everything up to this event is in it. */
  throughSeq: number
  attemptsSinceKept: number
  /** By task: the blocks that its steps belonged to when they were folded. */
  readonly blocks: Map<TaskId, string>
  /** Instructions that were not here, so that what was done by them is left out. */
  readonly unread: InstructionChoice[]
  /** The state of the instructions that blocks and unread packages were compared with last; null before the first time. */
  instructionsState: number | null
  readonly generation: number
}

type Ports = { readonly store: Store; readonly parameters: () => LearnerParameters }

export function createPractices({ store, parameters }: Ports): Practices {
  const held = new Map<PersonId, Held>()

  function fitsInstructions(one: Held): boolean {
    const state = store.instructions.state()
    if (one.instructionsState === state) return true
    one.instructionsState = state
    for (const [taskId, blocks] of one.blocks) if (blocksOf(store, taskId) !== blocks) return false
    return one.unread.every((which) => instructionBy(store, which) === null)
  }

  /** Whether nothing has changed what is in a record already. */
  const holds = (personId: PersonId, one: Held): boolean =>
    one.parameters.name === parameters().name &&
    one.generation === store.generation() &&
    !store.coaching.hasChangedBefore(personId, one.throughSeq) &&
    fitsInstructions(one)

  function restored(personId: PersonId): Held | null {
    const present = parameters()
    for (const { throughSeq, parametersName, read } of store.keptPractice.of(personId)) {
      if (parametersName !== present.name || store.coaching.hasChangedBefore(personId, throughSeq)) continue
      const kept = read()
      if (!kept) continue
      const { practice, blocks, unread } = kept
      const one: Held = {
        parameters: present,
        record: restorePracticeRecord(present, practice),
        throughSeq,
        attemptsSinceKept: 0,
        blocks: new Map(blocks),
        unread: [...unread],
        instructionsState: null,
        generation: store.generation(),
      }
      if (holds(personId, one)) return one
    }
    return null
  }

  function anew(): Held {
    const present = parameters()
    return {
      parameters: present,
      record: createPracticeRecord(present),
      throughSeq: 0,
      attemptsSinceKept: 0,
      blocks: new Map(),
      unread: [],
      instructionsState: null,
      generation: store.generation(),
    }
  }

  /** Takes in what the log has since. */
  function catchUp(personId: PersonId, one: Held): void {
    const lastSeq = store.events.lastSeq()
    if (one.throughSeq === lastSeq) return
    const recorded = store.progress.attempts(personId, one.throughSeq)
    const cycles = store.progress.cycles(personId, one.throughSeq)
    for (const { taskId } of recorded) if (!one.blocks.has(taskId)) one.blocks.set(taskId, blocksOf(store, taskId))
    const by = new Map(recorded.map((attempt) => [JSON.stringify(practisedBy(attempt)), practisedBy(attempt)]))
    for (const [, which] of by) if (instructionBy(store, which) === null) one.unread.push(which)
    one.record.take({
      attempts: reviewed(store, personId, recorded),
      cycles,
      resets: store.coaching.resetsOf(personId),
    })
    one.throughSeq = lastSeq
    one.attemptsSinceKept += recorded.length
  }

  function keep(personId: PersonId, one: Held): void {
    const { parameters, throughSeq, record, blocks, unread } = one
    store.keptPractice.keep(personId, {
      throughSeq,
      parametersName: parameters.name,
      practice: record.stored(),
      blocks: [...blocks],
      unread,
    })
    one.attemptsSinceKept = 0
  }

  function heldOf(personId: PersonId): Held {
    const known = held.get(personId)
    const one = known && holds(personId, known) ? known : (restored(personId) ?? anew())
    held.delete(personId)
    held.set(personId, one)
    for (const other of held.keys()) if (held.size > workersInMemory) held.delete(other)
    catchUp(personId, one)
    if (one.attemptsSinceKept >= attemptsUntilKept) keep(personId, one)
    return one
  }

  return {
    of: (personId) => heldOf(personId).record,
    keep: (personId) => {
      const one = heldOf(personId)
      if (one.attemptsSinceKept > 0) keep(personId, one)
    },
  }
}
