import { expect, test } from 'vitest'
import { manualClock } from '../../test/support/perception/manualClock.ts'
import { memorySight, noHand, restOnDone, smallSeen } from '../../test/support/table/memorySight.ts'
import { memoryRun, stateNamed, workedWith } from '../../test/support/table/memoryTable.ts'
import { limitsFor, seeTable } from './seeTable.ts'

function seeing() {
  const clock = manualClock()
  const sight = memorySight(clock)
  const { run, service, shown, sights } = memoryRun()
  const how = { isPaused: false }
  const offered: string[] = []
  const seen = seeTable({
    ...run,
    ...sight,
    clock,
    bench: smallSeen,
    picture: {
      keep: () => offered.push('kept'),
      offer: (perception, _bench, _state, state) => offered.push(`${perception.tracked.length} hands, ${state}`),
    },
    isPaused: () => how.isPaused,
  })
  return { clock, sight, service, shown, sights, how, offered, seen }
}

test('what hands did reaches the service, and the light keeps off them', async () => {
  const { clock, sight, service, shown } = seeing()
  await clock.pass(0)
  await sight.film(restOnDone(1000))
  expect(service.work()).toEqual(['press done'])
  expect(shown.hands).toHaveLength(1)
})

test('nothing is work while the table is paused, though the light keeps off hands', async () => {
  const { clock, sight, service, shown, how } = seeing()
  await clock.pass(0)
  how.isPaused = true
  await sight.film(restOnDone(1000))
  expect(service.work()).toEqual([])
  expect(shown.hands).toHaveLength(1)
  await sight.film(noHand)
  how.isPaused = false
  await sight.film(restOnDone(1000))
  expect(service.work()).toEqual(['press done'])
})

test('how well the table is seen is said to the service and here', async () => {
  const { clock, sight, service, sights } = seeing()
  await clock.pass(0)
  sight.show()
  await clock.pass(1)
  sight.says('unplugged')
  await clock.pass(1)
  expect(sights).toEqual(['starting', 'seeing', 'unplugged'])
  expect(service.sights).toEqual(sights)
})

test('light falls everywhere again when sight is lost, and once nobody looks', async () => {
  const { clock, sight, shown, seen } = seeing()
  await clock.pass(0)
  await sight.film(restOnDone(200))
  expect(shown.hands).toHaveLength(1)
  sight.says('unplugged')
  expect(shown.hands).toEqual([])
  sight.says('seeing')
  await sight.film(restOnDone(200))
  expect(shown.hands).toHaveLength(1)
  seen.close()
  expect(shown.hands).toEqual([])
  expect(sight.isOpen()).toBe(false)
})

test('the side screen is offered every picture with what was found in it', async () => {
  const { clock, sight, offered } = seeing()
  await clock.pass(0)
  sight.begin(restOnDone(500))
  sight.show()
  await clock.pass(1)
  expect(offered).toEqual(['kept', '1 hands, seeing'])
})

test('presses take the time of the worker who is there, and the usual time where nobody is', () => {
  expect(limitsFor(workedWith(1500)).pressDwellMs).toBe(1500)
  expect(limitsFor(stateNamed('signedOut')).pressDwellMs).toBe(600)
  expect(limitsFor(null).pressDwellMs).toBe(600)
})
