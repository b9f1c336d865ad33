import { describe, expect, it } from 'vitest'
import { StoryBench } from '../../test/support/storyBench.ts'
import { boxTask, penTask } from '../../test/support/tasks.ts'
import * as command from './decideCommand.ts'
import { replay } from './session.machine.ts'

const atPen = () => new StoryBench().signedIn().started(penTask)

describe('a cycle', () => {
  it('goes from pick to place to the end because of what the hands did', () => {
    const bench = atPen()
    expect(bench.stepKey).toBe('pick-barrel#1')
    bench.picks('A')
    expect(bench.stepKey).toBe('place-barrel#1')
    bench.places('Z1').picks('B').places('Z1').picks('C').places('Z2')
    expect(bench.session.context.cyclesDone).toBe(1)
    expect(bench.view.phase).toBe('betweenCycles')
    expect(bench.log.filter(({ type }) => type === 'stepCompleted')).toHaveLength(6)
  })

  it('starts the next product by itself after a short celebration', () => {
    const bench = atPen().onePen()
    expect(bench.stepKey).toBeNull()
    bench.after(2500)
    expect(bench.stepKey).toBe('pick-barrel#1')
    expect(bench.session.context.cycle?.number).toBe(2)
  })

  it('starts the next product at once when someone says done', () => {
    expect(atPen().onePen().presses('done').session.context.cycle?.number).toBe(2)
  })

  it('is not clean after an error', () => {
    const bench = atPen().picks('B').onePen()
    expect(bench.log.find(({ type }) => type === 'cycleCompleted')).toMatchObject({ clean: false })
  })
})

describe('an any-order group', () => {
  const atParts = () => new StoryBench().signedIn().started(boxTask).picks('D').places('Z2').picks('D').places('Z2')

  it('counts the repeats of a step', () => {
    const bench = new StoryBench().signedIn().started(boxTask).picks('D').places('Z2')
    expect(bench.view.step?.repetition).toEqual({ number: 2, of: 2 })
  })

  it('lets the worker begin with either member', () => {
    const bench = atParts()
    expect(bench.stepKey).toBe('pick-refill#1')
    bench.picks('C')
    expect(bench.stepKey).toBe('place-cap#1')
    expect(bench.log.some(({ type }) => type === 'errorMade')).toBe(false)
  })

  it('counts the way of the hand as time of the member that it went to', () => {
    const bench = atParts().after(3000).picks('C')
    expect(bench.log.findLast(({ type }) => type === 'stepCompleted')).toMatchObject({
      stepId: 'pick-cap',
      durationMs: 3500,
    })
  })

  it('finishes the member that was begun before the other', () => {
    const bench = atParts().picks('C').places('Z1')
    expect(bench.stepKey).toBe('pick-refill#1')
  })

  it('is followed by what devices and time decide', () => {
    const bench = atParts().picks('C').places('Z1').picks('B').places('Z1')
    expect(bench.stepKey).toBe('scan#1')
    expect(bench.perform((s) => command.confirm(s, 'key')).lastRefusal).toBe('needsItsOwnWay')
    bench.perform((s) => command.decideSignal(s, { by: 'scan', code: 'other' }))
    expect(bench.stepKey).toBe('scan#1')
    bench.perform((s) => command.decideSignal(s, { by: 'scan', code: '4006' }))
    bench.perform((s) => command.decideSignal(s, { by: 'scale', grams: 45 }))
    expect(bench.stepKey).toBe('weigh#1')
    bench.perform((s) => command.decideSignal(s, { by: 'scale', grams: 41 }))
    bench.perform((s) => command.decideSignal(s, { by: 'tool', program: 'P1', ok: false }))
    expect(bench.stepKey).toBe('tighten#1')
    bench.perform((s) => command.decideSignal(s, { by: 'tool', program: 'P1', ok: true }))
    expect(bench.stepKey).toBe('cool#1')
    bench.after(2000).perform(command.pause).after(60_000).perform(command.resume)
    const { wait } = bench.view.step ?? {}
    expect(wait).toEqual({ endsAtWallMs: bench.monoMs + 3000, ofMs: 5000 })
    bench.after(2900)
    expect(bench.view.step).toMatchObject({ key: 'cool#1', wait })
    bench.after(100)
    expect(bench.stepKey).toBe('close#1')
    bench.perform((s) => command.confirm(s, 'pedal'))
    expect(bench.view.phase).toBe('betweenCycles')
  })
})

describe('a wrong pick', () => {
  it('is answered at once, keeps the step, and shows more help', () => {
    const bench = atPen()
    for (let i = 0; i < 4; i += 1) bench.onePen().after(2500)
    expect(bench.view.step?.level).toBe(0)
    bench.picks('D')
    expect(bench.stepKey).toBe('pick-barrel#1')
    expect(bench.view.step).toMatchObject({ level: 2, wrong: { target: 'D', error: 'wrongPart' } })
    expect(bench.view.feedback).toMatchObject({ kind: 'wrong', target: 'D' })
  })

  it('is called too early when the part comes later in the cycle', () => {
    expect(atPen().picks('C').view.step?.wrong).toEqual({ target: 'C', error: 'wrongOrder' })
  })

  it('is told once at the bin where it is shown, since a part put back looks like one taken', () => {
    const bench = atPen().picks('D').picks('D')
    expect(bench.log.filter(({ type }) => type === 'errorMade')).toHaveLength(1)
    expect(bench.picks('C').log.filter(({ type }) => type === 'errorMade')).toHaveLength(2)
  })

  it('is forgotten once the right part is taken', () => {
    const bench = atPen().picks('D').picks('A')
    expect(bench.stepKey).toBe('place-barrel#1')
    expect(bench.view.step?.wrong).toBeNull()
  })

  it('is contested by the worker, no longer shown, and kept for a coach to look at', () => {
    const bench = atPen().picks('D')
    expect(bench.view.contestable?.text).toEqual({ en: 'pick-barrel' })
    bench.perform((s) => command.contest(s, 'notMe'))
    expect(bench.log.at(-1)).toMatchObject({ type: 'detectionContested', stepKey: 'pick-barrel#1', because: 'notMe' })
    expect(bench.view.step?.wrong).toBeNull()
    expect(bench.view.contestable).toBeNull()
    bench.picks('A')
    expect(bench.log.findLast(({ type }) => type === 'stepCompleted')).toMatchObject({ errors: 1 })
    expect(bench.view.contestable).toBeNull()
  })

  it('is contested still after the step, and after the whole product', () => {
    const bench = atPen().picks('D').picks('A')
    expect(bench.view.contestable?.text).toEqual({ en: 'pick-barrel' })
    bench.places('Z1').picks('B').places('Z1').picks('C').places('Z2').after(2500)
    const cycle = bench.log.find((fact) => fact.type === 'cycleStarted')
    bench.perform((s) => command.contest(s, 'sawWrong'))
    expect(bench.log.at(-1)).toMatchObject({ cycleId: cycle?.cycleId, stepKey: 'place-cap#1', because: 'sawWrong' })
    expect(bench.perform((s) => command.contest(s, 'sawWrong')).lastRefusal).toBe('notNow')
  })

  it('is not contested by a guest, who has no history, nor once its step was taken back', () => {
    const guest = new StoryBench().signedIn(null).started(penTask).picks('D')
    expect(guest.perform((s) => command.contest(s, 'notMe')).lastRefusal).toBe('notNow')
    const back = atPen().picks('A').perform(command.takeBack)
    expect(back.view.contestable).toBeNull()
  })

  it('is kept with the help that was shown before it, not with the help that it brought', () => {
    const bench = atPen()
    for (let i = 0; i < 4; i += 1) bench.onePen().after(2500)
    bench.picks('D').picks('A')
    const done = bench.log.findLast(({ type }) => type === 'stepCompleted')
    expect(done).toMatchObject({ level: 1, faultLevel: 0, highestLevel: 2, errors: 1 })
  })

  it('raises the help of the next time', () => {
    const bench = atPen()
    for (let i = 0; i < 2; i += 1) bench.onePen().after(2500)
    expect(bench.view.step?.decidedLevel).toBe(2)
    bench.picks('D').onePen().after(2500)
    expect(bench.view.step).toMatchObject({ decidedLevel: 3, reason: { code: 'raisedAfterError' } })
  })

  it('is never held against anyone when the bench is not sure', () => {
    const bench = atPen().picks('D', 0.4)
    expect(bench.log.some(({ type }) => type === 'errorMade')).toBe(false)
  })

  it('is no error when the same part is fetched again', () => {
    const bench = atPen().picks('A').picks('A')
    expect(bench.stepKey).toBe('place-barrel#1')
    expect(bench.log.some(({ type }) => type === 'errorMade')).toBe(false)
  })
})

describe('a doubtful pick', () => {
  it('makes the bench ask instead of deciding', () => {
    const bench = atPen().picks('A', 0.4)
    expect(bench.stepKey).toBe('pick-barrel#1')
    expect(bench.view.step?.doubt).toEqual({ kind: 'pick', target: 'A' })
    bench.presses('done')
    expect(bench.stepKey).toBe('place-barrel#1')
    expect(bench.log.find(({ type }) => type === 'stepCompleted')).toMatchObject({ by: 'button', errors: 0 })
  })

  it('is asked about once', () => {
    const bench = atPen().picks('A', 0.4).picks('A', 0.4)
    expect(bench.log.filter(({ type }) => type === 'interactionDoubted')).toHaveLength(1)
  })
})

describe('taking back', () => {
  it('opens the step again when the part is taken out of its place', () => {
    const bench = atPen().picks('A').places('Z1').sees('removal', 'Z1')
    expect(bench.stepKey).toBe('place-barrel#1')
    bench.places('Z1')
    expect(bench.stepKey).toBe('pick-refill#1')
  })

  it('opens the pick again when the part is put back into its bin, and holds it against nobody', () => {
    const bench = atPen().picks('A').places('A')
    expect(bench.stepKey).toBe('pick-barrel#1')
    expect(bench.log.some(({ type }) => type === 'errorMade')).toBe(false)
    bench.picks('A').places('Z1')
    expect(bench.stepKey).toBe('pick-refill#1')
  })

  it('leaves the pick done when the bench is not sure that the part was put back', () => {
    const bench = atPen().picks('A').sees('place', 'A', 0.4)
    expect(bench.stepKey).toBe('place-barrel#1')
    expect(bench.log.some(({ type }) => type === 'errorMade')).toBe(false)
  })

  it('does not mistake the use of what was placed for taking it back', () => {
    const bench = atPen().picks('A').places('Z1').picks('B').places('Z1').picks('C').sees('removal', 'Z1')
    expect(bench.stepKey).toBe('place-cap#1')
  })

  it('goes one step back when asked to', () => {
    const bench = atPen().picks('A')
    bench.perform(command.takeBack)
    expect(bench.stepKey).toBe('pick-barrel#1')
    bench.perform(command.takeBack)
    expect(bench.lastRefusal).toBe('nothingToTakeBack')
  })
})

describe('help', () => {
  it('appears after a while at level 1 and counts as level 1', () => {
    const bench = atPen()
    for (let i = 0; i < 4; i += 1) bench.onePen().after(2500)
    expect(bench.view.step?.decidedLevel).toBe(1)
    expect(bench.view.step?.level).toBe(0)
    bench.after(11_000)
    expect(bench.view.step?.level).toBe(1)
    bench.picks('A')
    expect(bench.log.findLast(({ type }) => type === 'stepCompleted')).toMatchObject({ level: 1, highestLevel: 1 })
  })

  it('counts as none when the worker acts before the hint', () => {
    const bench = atPen()
    for (let i = 0; i < 4; i += 1) bench.onePen().after(2500)
    bench.picks('A')
    expect(bench.log.findLast(({ type }) => type === 'stepCompleted')).toMatchObject({ level: 1, highestLevel: 0 })
  })

  it('rises one level when asked for, and says when there is no more', () => {
    const bench = atPen()
    for (let i = 0; i < 4; i += 1) bench.onePen().after(2500)
    for (const level of [1, 2, 3]) expect(bench.perform(command.askForHelp).view.step?.level).toBe(level)
    expect(bench.perform(command.askForHelp).lastRefusal).toBe('mostHelpAlready')
  })

  it('falls one level when less is asked for, now and next time', () => {
    const bench = atPen().perform(command.askForLess)
    expect(bench.view.step?.level).toBe(2)
    bench.onePen().after(2500)
    expect(bench.view.step).toMatchObject({ decidedLevel: 2, reason: { code: 'lessAsked' } })
  })
})

describe('a pause', () => {
  it('keeps the step and stops its clock', () => {
    const bench = atPen().after(1000).perform(command.pause).after(60_000)
    expect(bench.view.phase).toBe('paused')
    bench.perform(command.resume).picks('A')
    const completed = bench.log.find(({ type }) => type === 'stepCompleted')
    expect(completed).toMatchObject({ durationMs: 1500, interrupted: true })
  })

  it('lets hands do as they like', () => {
    const bench = atPen().perform(command.pause).picks('A')
    expect(bench.stepKey).toBe('pick-barrel#1')
  })

  it('between two products leads back to the celebration', () => {
    const bench = atPen().onePen().perform(command.pause).perform(command.resume)
    expect(bench.view.phase).toBe('betweenCycles')
  })
})

describe('leaving', () => {
  it('ends what runs and forgets the worker', () => {
    const bench = atPen().picks('A').perform(command.signOut)
    expect(bench.view.phase).toBe('signedOut')
    expect(bench.factTypes.slice(-2)).toEqual(['taskEnded', 'workerSignedOut'])
    expect(bench.session.context).toMatchObject({ personId: null, run: null, step: null })
  })

  it('refuses a second worker until the first has left', () => {
    expect(atPen().signedIn('noor').lastRefusal).toBe('someoneSignedIn')
  })
})

describe('after a restart', () => {
  it('stands at the same step, for every prefix of a session', () => {
    const bench = atPen().picks('D').picks('A').perform(command.pause).perform(command.resume).places('Z1').onePen()
    for (let length = 1; length <= bench.log.length; length += 1) {
      const prefix = bench.log.slice(0, length)
      const again = replay(prefix)
      const live = replay(prefix.slice(-1), replay(prefix.slice(0, -1)))
      expect(again.context).toEqual(live.context)
      expect(again.value).toEqual(live.value)
    }
    expect(replay(bench.log).context).toEqual(bench.session.context)
  })

  it('does not count the gap as working time', () => {
    const bench = atPen().after(1000)
    bench.monoMs = 10
    bench.enter({ type: 'serviceRestarted' }).picks('A')
    expect(bench.log.findLast(({ type }) => type === 'stepCompleted')).toMatchObject({
      durationMs: 500,
      interrupted: true,
    })
  })
})

describe('losing sight and devices', () => {
  it('keeps the current step when the camera disappears', () => {
    const bench = atPen().enter({ type: 'sightReturned' }).enter({ type: 'sightLost', state: 'unplugged' })
    expect(bench.stepKey).toBe('pick-barrel#1')
    expect(bench.view.sight).toBe('unplugged')
    bench.perform((s) => command.confirm(s, 'key'))
    expect(bench.stepKey).toBe('place-barrel#1')
    expect(bench.enter({ type: 'sightReturned' }).view.sight).toBe('seeing')
  })

  it('names what is missing until it is back', () => {
    const bench = atPen().enter({ type: 'deviceLost', device: 'scale' })
    expect(bench.view.lostDevices).toEqual(['scale'])
    expect(bench.enter({ type: 'deviceReturned', device: 'scale' }).view.lostDevices).toEqual([])
  })
})

describe('calling someone', () => {
  it('stays on until it is answered, whatever else happens', () => {
    const bench = atPen().perform(command.callSomeone).picks('A')
    expect(bench.view.calling).toBe(true)
    expect(bench.perform(command.answerCall).view.calling).toBe(false)
  })
})
