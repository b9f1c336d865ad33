import { describe, expect, it } from 'vitest'
import { StoryBench } from '../../test/support/storyBench.ts'
import { penTask } from '../../test/support/tasks.ts'

const atPen = () => new StoryBench().signedIn().started(penTask)
const count = (bench: StoryBench, type: string) => bench.factTypes.filter((one) => one === type).length
const sure = 0.6
const unsure = 0.599

describe('the confidence bar', () => {
  it('lets a pick at the bar count, and has one below it asked about and not acted on', () => {
    expect(atPen().picks('A', sure).stepKey).toBe('place-barrel#1')
    const asked = atPen().picks('A', unsure)
    expect(asked.stepKey).toBe('pick-barrel#1')
    expect(asked.view.step).toMatchObject({ level: 3, doubt: { kind: 'pick', target: 'A' } })
    expect(count(asked, 'stepCompleted')).toBe(0)
    expect(asked.log.at(-1)).toMatchObject({ type: 'interactionDoubted', confidence: unsure })
  })

  it('lets a placement at the bar count, and has one below it asked about and not acted on', () => {
    const holding = () => atPen().picks('A')
    expect(holding().places('Z1', sure).stepKey).toBe('pick-refill#1')
    const asked = holding().places('Z1', unsure)
    expect(asked.stepKey).toBe('place-barrel#1')
    expect(asked.view.step?.doubt).toEqual({ kind: 'place', target: 'Z1' })
  })

  it('holds a wrong pick against someone at the bar, and neither blames nor asks below it', () => {
    expect(count(atPen().picks('D', sure), 'errorMade')).toBe(1)
    const unsureOfIt = atPen().picks('D', unsure)
    expect(count(unsureOfIt, 'errorMade')).toBe(0)
    expect(unsureOfIt.view.step).toMatchObject({ wrong: null, doubt: null })
  })

  it('holds a wrong placement against someone at the bar, and neither blames nor asks below it', () => {
    const holding = () => atPen().picks('A')
    expect(holding().places('Z2', sure).view.step?.wrong).toEqual({ target: 'Z2', error: 'wrongPlace' })
    expect(holding().places('Z2', unsure).view.step).toMatchObject({ wrong: null, doubt: null })
  })

  it('takes a step back for a removal at the bar, and leaves it done below it', () => {
    const placed = () => atPen().picks('A').places('Z1')
    expect(placed().sees('removal', 'Z1', sure).stepKey).toBe('place-barrel#1')
    expect(placed().sees('removal', 'Z1', unsure).stepKey).toBe('pick-refill#1')
  })

  it('answers a press at the bar, and not one below it', () => {
    expect(atPen().sees('press', 'done', sure).stepKey).toBe('place-barrel#1')
    expect(atPen().sees('press', 'done', unsure).stepKey).toBe('pick-barrel#1')
  })
})

describe('what a hand does to a projected button', () => {
  it('pauses and goes on again', () => {
    const paused = atPen().presses('pause')
    expect(paused.view.phase).toBe('paused')
    expect(paused.presses('pause').view.phase).toBe('working')
  })

  it('asks for help where there is more to show', () => {
    const bench = atPen()
    for (let pen = 0; pen < 2; pen += 1) bench.onePen().after(2500)
    expect(bench.presses('help').view.step?.level).toBe(3)
    expect(bench.presses('help').factTypes.at(-1)).toBe('helpShown')
  })
})
