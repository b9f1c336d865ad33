import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { stepId, taskId } from '../../test/support/ids.ts'
import { type Learner, replay } from './learner.ts'
import { shippedParameters } from './learnerParameters.ts'
import type { GuidedStep } from './modelGuidance.ts'
import { fitOf, planWork } from './planWork.ts'

const pick: GuidedStep = {
  taskId: taskId('pen'),
  stepId: stepId('pick'),
  stepType: 'pick',
  difficulty: 'normal',
  mistakeIs: 'cheap',
}
const dayMs = 86_400_000

/** The same worker after each further unaided success, with a forgotten week at the end so that chances come in small steps. */
const growing: readonly { readonly learner: Learner; readonly wallMs: number }[] = Array.from({ length: 40 }, (_, n) =>
  Array.from({ length: n }, (_, i) => attempt({ highestLevel: 0, wallMs: i * 60_000 })),
).flatMap((history) =>
  [0, 10, 20, 40, 60, 80].map((days) => ({ learner: replay(shippedParameters, history), wallMs: days * dayMs })),
)

describe('a task that was practised', () => {
  it('is done alone from nine right steps in ten on, and with help below that', () => {
    const fits = growing.map(({ learner, wallMs }) => fitOf(learner, { taskId: taskId('pen'), steps: [pick] }, wallMs))
    const practised = fits.filter(({ familiarSteps }) => familiarSteps > 0)
    for (const { fit, alone } of practised) expect(fit).toBe(alone >= 0.9 ? 'alone' : 'withHelp')
    expect(practised.some(({ alone }) => alone >= 0.9 && alone < 0.92)).toBe(true)
    expect(practised.some(({ alone }) => alone < 0.9 && alone >= 0.88)).toBe(true)
  })

  it('is done alone with a costly step only once that is surely known, however well the rest goes', () => {
    const glue: GuidedStep = { ...pick, stepId: stepId('glue'), mistakeIs: 'costly' }
    const steps = [...Array.from({ length: 19 }, () => pick), glue]
    const practice = Array.from({ length: 40 }, () => attempt({ highestLevel: 0 }))
    const found = Array.from({ length: 30 }, (_, n) => {
      const glued = Array.from({ length: n + 1 }, () => attempt({ stepId: stepId('glue'), highestLevel: 0 }))
      const learner = replay(shippedParameters, [...practice, ...glued])
      return { ...fitOf(learner, { taskId: taskId('pen'), steps }, 0), low: learner.estimate(glue, 0).low }
    })
    const likely = found.filter(({ alone }) => alone >= 0.9)
    for (const { fit, low } of likely) expect(fit).toBe(low >= 0.8 ? 'alone' : 'withHelp')
    expect(likely.some(({ low }) => low >= 0.8 && low < 0.85)).toBe(true)
    expect(likely.some(({ low }) => low < 0.8 && low >= 0.75)).toBe(true)
  })
})

describe('a task with new steps', () => {
  const expert = replay(
    shippedParameters,
    Array.from({ length: 60 }, (_, i) => attempt({ highestLevel: 0, wallMs: i * 60_000, difficulty: 'easy' })),
  )
  const known: GuidedStep = { ...pick, difficulty: 'easy' }
  const strange: GuidedStep = { ...pick, stepId: stepId('glue'), stepType: 'operate', difficulty: 'hard' }

  it('comes next when half of it is likely known, and later otherwise', () => {
    expect(expert.estimate(strange, 0).known).toBeLessThan(0.5)
    expect(fitOf(expert, { taskId: taskId('pen'), steps: [known, strange] }, 0)).toMatchObject({
      fit: 'learnNext',
      familiarSteps: 1,
      newSteps: 1,
    })
    const mostlyStrange = [known, strange, { ...strange, stepId: stepId('press') }]
    expect(fitOf(expert, { taskId: taskId('pen'), steps: mostlyStrange }, 0)).toMatchObject({
      fit: 'later',
      newSteps: 2,
    })
  })

  it('stands behind those that are done alone', () => {
    const tasks = [
      { taskId: taskId('lamp'), steps: [strange] },
      { taskId: taskId('half'), steps: [known, strange] },
      { taskId: taskId('pen'), steps: [known] },
    ]
    expect(planWork(expert, tasks, 0).map(({ taskId, fit }) => [taskId, fit])).toEqual([
      ['pen', 'alone'],
      ['half', 'learnNext'],
      ['lamp', 'later'],
    ])
  })
})
