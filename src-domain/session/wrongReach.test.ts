import { describe, expect, it } from 'vitest'
import { StoryBench } from '../../test/support/storyBench.ts'
import { penTask } from '../../test/support/tasks.ts'
import { pause } from './decideCommand.ts'
import { wrongReach } from './wrongReach.ts'

const atFirstPick = () => new StoryBench().signedIn().started(penTask)
const reach = (bench: StoryBench, target: string | null, confidence = 0.95) =>
  wrongReach(bench.situation(), { target, confidence })

describe('a reach', () => {
  it('into another bin than the step needs is warned of at that bin', () => {
    expect(reach(atFirstPick(), 'B')).toBe('B')
  })

  it('into the right bin, over a zone or over nothing is not warned of', () => {
    expect(reach(atFirstPick(), 'A')).toBeNull()
    expect(reach(atFirstPick(), 'Z1')).toBeNull()
    expect(reach(atFirstPick(), null)).toBeNull()
  })

  it('that was seen with too little confidence is not warned of', () => {
    expect(reach(atFirstPick(), 'B', 0.5)).toBeNull()
  })

  it('is not warned of while no step is being done', () => {
    expect(reach(atFirstPick().perform(pause), 'B')).toBeNull()
    expect(reach(atFirstPick().onePen(), 'B')).toBeNull()
    expect(reach(new StoryBench().signedIn(), 'B')).toBeNull()
  })
})
