// A default attempt at a step: correct, with full prompting; single fields can be overridden.
import type { Attempt } from '../../src-domain/learning/attempt.ts'
import { cycleId, stepId, taskId } from './ids.ts'

export const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  taskId: taskId('pen'),
  stepId: stepId('pick'),
  stepType: 'pick',
  difficulty: 'normal',
  cycleId: cycleId('c'),
  wallMs: 0,
  day: '2026-01-01',
  highestLevel: 3,
  errors: 0,
  helpAsked: false,
  lessAsked: false,
  interrupted: false,
  durationMs: 4000,
  expectedMs: 4000,
  observed: true,
  ...change,
})
