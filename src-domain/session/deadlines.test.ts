import { describe, expect, it } from 'vitest'
import { StoryBench } from '../../test/support/storyBench.ts'
import { penTask } from '../../test/support/tasks.ts'
import * as command from './decideCommand.ts'

/** A worker who has made so many pens and starts the next. */
const afterPens = (pens: number) => {
  const bench = new StoryBench().signedIn().started(penTask)
  for (let pen = 0; pen < pens; pen += 1) bench.onePen().after(2500)
  return bench
}
const hints = ({ log }: StoryBench) => log.filter((fact) => fact.type === 'helpShown' && fact.because === 'delay')

describe('a hint', () => {
  it('comes by itself, once, where nothing is shown yet', () => {
    const bench = afterPens(4).after(60_000)
    expect(hints(bench)).toMatchObject([{ stepKey: 'pick-barrel#1', level: 1 }])
  })

  it('does not come after the worker has asked for less', () => {
    const bench = afterPens(2).perform(command.askForLess).perform(command.askForLess)
    expect(bench.view.step?.level).toBe(0)
    expect(hints(bench.after(60_000))).toEqual([])
    expect(bench.view.step?.level).toBe(0)
  })

  it('comes again at the next step, for which nobody asked for less', () => {
    const bench = afterPens(4).perform(command.askForHelp).perform(command.askForLess).picks('A').after(60_000)
    expect(hints(bench)).toMatchObject([{ stepKey: 'place-barrel#1' }])
  })

  it('waits with the step while the bench is paused', () => {
    const bench = afterPens(4).perform(command.pause).after(60_000)
    expect(hints(bench)).toEqual([])
    expect(hints(bench.perform(command.resume).after(60_000))).toHaveLength(1)
  })
})
