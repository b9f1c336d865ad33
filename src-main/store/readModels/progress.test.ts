import { describe, expect, it } from 'vitest'
import type { SessionFact } from '../../../src-domain/event/event.schema.ts'
import * as command from '../../../src-domain/session/decideCommand.ts'
import { temporaryFolder } from '../../../test/support/folders.ts'
import { personId } from '../../../test/support/ids.ts'
import { openTestStore } from '../../../test/support/stores.ts'
import { StoryBench } from '../../../test/support/storyBench.ts'
import { penTask } from '../../../test/support/tasks.ts'

/** What the store makes of a story. */
function stored<Value>(bench: StoryBench, read: (store: ReturnType<typeof openTestStore>) => Value): Value {
  const store = openTestStore(temporaryFolder())
  const facts = bench.log.map(({ seq: _seq, monoMs: _monoMs, ...fact }) => fact as SessionFact)
  store.append(facts, { wallMs: 0, monoMs: 0, bootId: 'boot' })
  const value = read(store)
  store.close()
  return value
}

const restOfPen = (bench: StoryBench) => bench.places('Z1').picks('B').places('Z1').picks('C').places('Z2').after(2500)

describe('a finished cycle', () => {
  it('is orderly, unless something was skipped or taken back in it', () => {
    const bench = new StoryBench().signedIn().started(penTask).onePen().after(2500)
    restOfPen(bench.perform(command.skip))
    restOfPen(bench.picks('A').perform(command.takeBack).picks('A'))
    bench.onePen().after(2500)
    const { cycles, tasks } = stored(bench, ({ progress }) => ({
      cycles: progress.cycles(personId('sam')),
      tasks: progress.tasksOf(personId('sam')),
    }))
    expect(cycles.map(({ orderly }) => orderly)).toEqual([true, false, false, true])
    expect(tasks).toEqual([{ personId: 'sam', taskId: 'pen', cycles: 4, cleanCycles: 2 }])
  })

  it('belongs to the worker who finished it, and to nobody where a guest did', () => {
    const bench = new StoryBench().signedIn('sam').started(penTask).onePen().perform(command.signOut)
    bench.signedIn(null).started(penTask).onePen().perform(command.signOut)
    bench.signedIn('noor').started(penTask).onePen().after(2500).onePen()
    const finished = stored(bench, ({ progress }) =>
      ['sam', 'noor'].map((who) => progress.cycles(personId(who)).length),
    )
    expect(finished).toEqual([1, 2])
  })
})
