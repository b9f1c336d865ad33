import { describe, expect, it } from 'vitest'
import { createLiveValue } from './liveValue.ts'

describe('a watched value', () => {
  it('tells a watcher the present value at once', async () => {
    const live = createLiveValue('first')
    live.set('second')
    expect((await live.watch().next()).value).toBe('second')
    expect(live.get()).toBe('second')
  })

  it('tells a slow watcher the newest value only, and every value to one that keeps up', async () => {
    const live = createLiveValue(0)
    const slow = live.watch()
    const quick = live.watch()
    await slow.next()
    await quick.next()
    const seen: unknown[] = []
    for (const value of [1, 2, 3]) {
      const next = quick.next()
      live.set(value)
      seen.push((await next).value)
    }
    expect(seen).toEqual([1, 2, 3])
    expect((await slow.next()).value).toBe(3)
  })

  it('does not tell the same value twice, but waits for the next', async () => {
    const live = createLiveValue('first')
    const watcher = live.watch()
    await watcher.next()
    const waiting = watcher.next().then(({ value }) => value)
    expect(await Promise.race([waiting, Promise.resolve('nothing yet')])).toBe('nothing yet')
    live.set('second')
    expect(await waiting).toBe('second')
  })

  it('lets go of a watcher whose signal ends, also while it waits', async () => {
    const live = createLiveValue(0)
    const leaving = new AbortController()
    const watcher = live.watch(leaving.signal)
    await watcher.next()
    const waiting = watcher.next()
    expect(live.watchers()).toBe(1)
    leaving.abort()
    expect(await waiting).toEqual({ value: undefined, done: true })
    expect(live.watchers()).toBe(0)
  })

  it('lets go of a watcher that stops by itself', async () => {
    const live = createLiveValue(0)
    for await (const value of live.watch()) {
      expect([value, live.watchers()]).toEqual([0, 1])
      break
    }
    expect(live.watchers()).toBe(0)
  })
})
