import { describe, expect, it } from 'vitest'
import { StoryBench } from '../../test/support/storyBench.ts'
import { penTask } from '../../test/support/tasks.ts'
import { decideSight } from './decideSight.ts'

describe('the sight of the camera', () => {
  it('is on record when it comes, when it goes with the reason, and when the reason changes', () => {
    const bench = new StoryBench().signedIn().started(penTask)
    for (const state of ['seeing', 'frozen', 'noCamera', 'seeing'] as const) bench.perform((s) => decideSight(s, state))
    expect(bench.log.filter(({ type }) => type.startsWith('sight'))).toMatchObject([
      { type: 'sightReturned' },
      { type: 'sightLost', state: 'frozen' },
      { type: 'sightLost', state: 'noCamera' },
      { type: 'sightReturned' },
    ])
  })

  it('changes nothing when it is as it was, or still starting', () => {
    const bench = new StoryBench()
    expect(decideSight(bench.situation(), 'starting')).toEqual({ facts: [] })
    bench.perform((s) => decideSight(s, 'seeing'))
    expect(decideSight(bench.situation(), 'seeing')).toEqual({ facts: [] })
  })
})
