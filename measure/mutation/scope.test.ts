import { describe, expect, it } from 'vitest'
import { changedSince, everyNth, wholeScope, within } from './scope.ts'

describe('the files selected for mutation', () => {
  const scope = wholeScope()

  it('are those of the domain, the service and the store, without tests', () => {
    expect(scope).toContain('src-domain/session/flow.ts')
    expect(scope).toContain('src-main/store/eventLog.ts')
    expect(scope).toContain('src-main/service/transport/router.ts')
    expect(scope.filter((file) => file.includes('.test.'))).toEqual([])
  })

  it('include files of the renderer that have a unit test and are not texts', () => {
    expect(scope).toContain('src-renderer/scene/view/tableView.ts')
    expect(scope).toContain('src-renderer/scene/view/freePlace.ts')
    expect(scope).not.toContain('src-renderer/scene/tableScene.ts')
    expect(scope).not.toContain('src-renderer/scene/words.ts')
  })

  it('are narrowed by globs, one or several', () => {
    const few = within(scope, 'src-domain/access/*.ts, src-main/store/eventLog.ts')
    expect(few).toContain('src-domain/access/roles.ts')
    expect(few).toContain('src-main/store/eventLog.ts')
    expect(few.every((file) => file.startsWith('src-domain/access/') || file.startsWith('src-main/store/'))).toBe(true)
  })

  it('are sampled evenly, and the samples together are the whole', () => {
    const samples = [0, 1, 2].map((from) => everyNth(['a', 'b', 'c', 'd', 'e'], 3, from))
    expect(samples).toEqual([['a', 'd'], ['b', 'e'], ['c']])
  })

  it('cannot be narrowed to changes since a revision that does not exist', () => {
    expect(() => changedSince('no-such-revision')).toThrow()
  })
})
