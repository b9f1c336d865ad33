// What an interaction seen on the table means for the session: a step done, an error, a doubt, or nothing.
import type { Level } from '../event/level.schema.ts'
import { targetOf } from '../instruction/binding.ts'
import { openSteps, type PlanStep } from '../instruction/plan.ts'
import type { Interaction } from '../perception/interaction.schema.ts'
import { askForHelp, confirm, pauseOrResume } from './decideCommand.ts'
import { activeStep, type Decision, Draft, happensAt, nothing, type Situation, type TaskAtBench } from './deciding.ts'
import { complete, goOn, switchTo } from './flow.ts'

/** Below this confidence the bench asks instead of deciding, and an error is never held against anyone. */
export const confidenceBar = 0.6

/** Decides on an interaction. It never refuses: what means nothing now changes nothing. */
export function decideInteraction(situation: Situation, interaction: Interaction): Decision {
  if (interaction.kind === 'press') return decidePress(situation, interaction)
  const { task, session } = situation
  const active = activeStep(situation)
  if (!task || !active || !session.matches({ work: { working: { active: 'stepping' } } })) return nothing
  switch (interaction.kind) {
    case 'pick':
      return decidePick(situation, task, active, interaction)
    case 'place':
      return decidePlace(situation, task, active, interaction)
    case 'removal':
      return undoLast(situation, task, active, 'place', interaction)
    default:
      return nothing
  }
}

function decidePress(situation: Situation, { target, confidence }: Interaction): Decision {
  if (confidence < confidenceBar) return nothing
  const decision =
    target === 'done'
      ? confirm(situation, 'button')
      : target === 'help'
        ? askForHelp(situation)
        : target === 'pause'
          ? pauseOrResume(situation)
          : nothing
  return 'refused' in decision ? nothing : decision
}

const byHand = ({ confidence, sources }: Interaction) => ({ by: 'hand' as const, confidence, sources })

function decidePick(situation: Situation, task: TaskAtBench, active: PlanStep, interaction: Interaction): Decision {
  const { target, confidence, sources } = interaction
  const done = new Set(situation.session.context.cycle?.doneKeys)
  const candidates = [active, ...openSteps(task.plan, done).filter(({ key }) => key !== active.key)]
  const wanted = candidates.find(({ step }) => step.kind === 'pick' && targetOf(step, task.binding)?.id === target)
  if (wanted) {
    if (confidence < confidenceBar) return doubtOnce(situation, active, wanted, 'pick', interaction)
    return complete(switchTo(new Draft(situation), wanted), task, byHand(interaction)).decision
  }
  const samePartAgain = active.step.part !== undefined && task.binding.parts[active.step.part] === target
  // Seen from above, a part put back looks like one taken: the mistake that is shown at this bin already is told once.
  const isShownWrong = situation.session.context.step?.wrong?.target === target
  if (target === null || samePartAgain || isShownWrong || confidence < confidenceBar) return nothing
  const later = task.plan.steps.some(
    ({ key, step }) => !done.has(key) && step.kind === 'pick' && targetOf(step, task.binding)?.id === target,
  )
  return answerError(situation, active, target, later ? 'wrongOrder' : 'wrongPart', { confidence, sources })
}

function decidePlace(situation: Situation, task: TaskAtBench, active: PlanStep, interaction: Interaction): Decision {
  const { target, confidence, sources } = interaction
  if (active.step.kind !== 'place' || target === null) return nothing
  if (happensAt(active, target, task.binding)) {
    if (confidence < confidenceBar) return doubtOnce(situation, active, active, 'place', interaction)
    return complete(new Draft(situation), task, byHand(interaction)).decision
  }
  if (active.step.part !== undefined && task.binding.parts[active.step.part] === target)
    return undoLast(situation, task, active, 'pick', interaction)
  if (confidence < confidenceBar) return nothing
  return answerError(situation, active, target, 'wrongPlace', { confidence, sources })
}

/**
 * What was done last is undone while nothing else is due: what was placed is taken out again, or what was picked is put back into its bin.
 * That step is open once more.
 */
function undoLast(
  situation: Situation,
  task: TaskAtBench,
  active: PlanStep,
  done: 'pick' | 'place',
  { target, confidence }: Interaction,
): Decision {
  const lastKey = situation.session.context.cycle?.doneKeys.at(-1)
  const last = lastKey === undefined ? undefined : task.plan.byKey.get(lastKey)
  const next = done === 'place' ? 'pick' : 'place'
  const isUndone = last?.step.kind === done && happensAt(last, target, task.binding) && active.step.kind === next
  if (!last || !isUndone || confidence < confidenceBar) return nothing
  const draft = new Draft(situation)
  draft.add({ type: 'stepTakenBack', stepKey: last.key, stepId: last.step.id, because: 'removed' })
  return goOn(draft, task).decision
}

function doubtOnce(
  situation: Situation,
  active: PlanStep,
  wanted: PlanStep,
  kind: 'pick' | 'place',
  { target, confidence, sources }: Interaction,
): Decision {
  if (situation.session.context.step?.doubt || target === null) return nothing
  const draft = switchTo(new Draft(situation), wanted.key === active.key ? active : wanted)
  return draft.add({ type: 'interactionDoubted', stepKey: wanted.key, kind, target, confidence, sources }).decision
}

/** Help comes up at once, one level above what is shown, at the wrong pick already. */
function answerError(
  situation: Situation,
  active: PlanStep,
  target: string,
  error: 'wrongPart' | 'wrongOrder' | 'wrongPlace',
  observed: Pick<Interaction, 'confidence' | 'sources'>,
): Decision {
  const draft = new Draft(situation).add({ type: 'errorMade', stepKey: active.key, target, error, ...observed })
  const shown = situation.session.context.step?.shownLevel ?? 3
  if (shown < 3) {
    const level = Math.max(2, shown + 1) as Level
    draft.add({ type: 'helpShown', stepKey: active.key, level, because: 'error' })
  }
  return draft.decision
}
