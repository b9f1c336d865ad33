import { describe, expect, it } from 'vitest'
import { StoryBench } from '../../test/support/storyBench.ts'
import { boxTask, penTask } from '../../test/support/tasks.ts'
import * as command from './decideCommand.ts'

/** A worker at the third pen, where help is shown but more can be asked for. */
const atThirdPen = () => {
  const bench = new StoryBench().signedIn().started(penTask)
  for (let pen = 0; pen < 2; pen += 1) bench.onePen().after(2500)
  return bench
}
const lastCycle = ({ log }: StoryBench) => log.findLast((fact) => fact.type === 'cycleCompleted')
const lastStep = ({ log }: StoryBench) => log.findLast((fact) => fact.type === 'stepCompleted')

describe('a cycle', () => {
  it('is clean when all was done right with the help that was decided', () => {
    expect(lastCycle(atThirdPen().onePen())).toMatchObject({ clean: true })
  })

  it('is not clean once help was asked for, be it at one step of six', () => {
    const bench = atThirdPen().picks('A').perform(command.askForHelp).places('Z1')
    expect(lastStep(bench)).toMatchObject({ helpAsked: true, errors: 0 })
    bench.picks('B').places('Z1').picks('C').places('Z2')
    expect(lastCycle(bench)).toMatchObject({ clean: false })
    expect(lastCycle(bench.after(2500).onePen())).toMatchObject({ clean: true })
  })

  it('is not clean once a step was skipped or taken back', () => {
    const rest = (bench: StoryBench) => bench.places('Z1').picks('B').places('Z1').picks('C').places('Z2')
    expect(lastCycle(rest(atThirdPen().perform(command.skip)))).toMatchObject({ clean: false })
    expect(lastCycle(rest(atThirdPen().picks('A').perform(command.takeBack).picks('A')))).toMatchObject({
      clean: false,
    })
  })

  it('praises a step as unaided only without help, error or request', () => {
    const bench = atThirdPen()
    for (let pen = 0; pen < 4; pen += 1) bench.onePen().after(2500)
    expect(bench.picks('A').view.feedback).toMatchObject({ kind: 'right', unaided: true })
    expect(bench.perform(command.askForHelp).places('Z1').view.feedback).toMatchObject({ unaided: false })
  })
})

describe('an interruption', () => {
  const atParts = () => new StoryBench().signedIn().started(boxTask).picks('D').places('Z2').picks('D').places('Z2')
  const paused = (bench: StoryBench) => bench.perform(command.pause).after(60_000).perform(command.resume)
  const restarted = (bench: StoryBench) => {
    bench.monoMs = 10
    return bench.enter({ type: 'serviceRestarted' })
  }

  it('by a pause or a restart marks the time of the step it fell into, and not that of the next', () => {
    for (const interrupt of [paused, restarted]) {
      const bench = interrupt(atThirdPen().after(1000)).picks('A')
      expect(lastStep(bench)).toMatchObject({ stepId: 'pick-barrel', interrupted: true })
      expect(lastStep(bench.places('Z1'))).toMatchObject({ stepId: 'place-barrel', interrupted: false })
    }
  })

  it('is carried over to the step that the worker does instead of the suggested one', () => {
    for (const interrupt of [paused, restarted]) {
      const bench = interrupt(atParts().after(1000)).picks('C')
      expect(lastStep(bench)).toMatchObject({ stepId: 'pick-cap', interrupted: true })
    }
    expect(lastStep(atParts().picks('C'))).toMatchObject({ stepId: 'pick-cap', interrupted: false })
  })

  it('by a restart leaves a pause a pause, in which no timed step runs on', () => {
    const cooling = atParts().picks('C').places('Z1').picks('B').places('Z1')
    cooling.perform((s) => command.decideSignal(s, { by: 'scan', code: '4006' }))
    cooling.perform((s) => command.decideSignal(s, { by: 'scale', grams: 40 }))
    cooling.perform((s) => command.decideSignal(s, { by: 'tool', program: 'P1', ok: true }))
    expect(cooling.view.step).toMatchObject({ key: 'cool#1', wait: { ofMs: 5000 } })
    expect(restarted(cooling.perform(command.pause)).view.step).toMatchObject({ key: 'cool#1', wait: null })
    const bench = restarted(atThirdPen().after(1000).perform(command.pause)).after(5000).perform(command.resume)
    expect(lastStep(bench.picks('A'))).toMatchObject({ interrupted: true, durationMs: 1500 })
  })
})
