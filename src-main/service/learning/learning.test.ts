// Stories of a worker and a coach on the real service: real store, real session, sample tasks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Refit } from '../../../src-domain/contract/guidance.contract.ts'
import { usualArrangement } from '../../../src-domain/event/arrangement.schema.ts'
import { correctionAgreed } from '../../../src-domain/learning/corrected.ts'
import { personId, stepId, taskId } from '../../../test/support/ids.ts'
import { readSource } from '../../../test/support/instruction/samples.ts'
import { openTestStore } from '../../../test/support/stores.ts'
import { Workshop } from '../../../test/support/workshop.ts'
import { sealPackage } from '../../instruction-package/sealPackage.ts'

let shop: Workshop
beforeEach(async () => {
  shop = await Workshop.open()
})
afterEach(() => shop.close())

const useCases = () => shop.service.useCases
const progress = () => useCases().progress.worker(shop.workerId)
const learningOf = (taskId = 'pen') => {
  const task = progress()?.tasks.find((one) => one.taskId === taskId)
  if (!task) throw new Error(`There is no practice at ${taskId}.`)
  return task
}
const stepOf = (stepId: string, taskId = 'pen') => {
  const step = learningOf(taskId).steps.find((one) => one.stepId === stepId)
  if (!step) throw new Error(`There is no step ${stepId}.`)
  return step
}
const attempts = (step: string | null = null) =>
  useCases().corrections.attempts({
    personId: shop.workerId,
    taskId: taskId('pen'),
    stepId: step === null ? null : stepId(step),
  })
const proposals = () => useCases().coaching.proposals()
const arrange = (change: Partial<typeof usualArrangement>) =>
  useCases().arrangements.arrange({ ...shop.people, arrangement: { ...usualArrangement, ...change } })

/** Three pens a day on so many days. */
function days(count: number, from = 0): void {
  for (let day = from; day < from + count; day += 1) {
    shop.morning(day)
    shop.works('pen', 3)
  }
}

describe('help at the bench', () => {
  it('fades for a worker who does well, and keeps each decision with its reason, numbers and model', () => {
    shop.works('pen', 5)
    const decisions = attempts('pick-cap').map(({ decision }) => decision)
    expect(decisions.at(-1)).toMatchObject({ level: 3, reason: { code: 'newStep' }, policy: 'model/levels/2' })
    expect(decisions.map((decision) => decision?.level)).toEqual([...decisions.map((one) => one?.level)].sort())
    expect(decisions[0]?.level).toBeLessThan(3)
    for (const decision of decisions) expect(decision?.numbers?.known).toBeGreaterThan(0)
  })

  it('goes on at the next visit where it was, with the very first step too', () => {
    days(3)
    shop.morning(3)
    shop.works('pen', 1)
    const first = attempts('pick-barrel')[0]
    expect(first?.decision?.reason.code).not.toBe('newStep')
    expect(first?.decision?.level).toBe(0)
  })

  it('comes back after a wrong reach, at once and the next time', () => {
    shop.works('pen', 2)
    shop.works('pen', 2, { 'pick-cap': 'wrongBin' })
    const [next, wrong] = attempts('pick-cap')
    expect(wrong).toMatchObject({ errors: 1 })
    expect(wrong?.highestLevel).toBeGreaterThan(wrong?.decision?.level ?? 3)
    expect(next?.decision?.level).toBeGreaterThanOrEqual(wrong?.decision?.level ?? 3)
  })

  it('starts a new task lower for someone who knows such steps', () => {
    const fresh = progress()
    expect(fresh?.plan.find(({ taskId }) => taskId === 'bell')?.fit).toBe('later')
    days(6)
    expect(progress()?.plan.find(({ taskId }) => taskId === 'bell')?.fit).toBe('learnNext')
    shop.works('bell', 1)
    const reasons = useCases().corrections.attempts({ personId: shop.workerId, taskId: taskId('bell'), stepId: null })
    expect(reasons.map(({ decision }) => decision?.reason.code)).toContain('newButFamiliar')
  })

  it('never leaves the first attempt of a step without help, whoever does it, and says what it knows from other work', () => {
    for (let day = 0; day < 8; day += 1) {
      shop.morning(day)
      shop.works('pen', 4)
      shop.works('plug', 2)
    }
    expect(stepOf('place-in-tray', 'plug').level).toBe(0)
    shop.works('bell', 1)
    const firsts = useCases().corrections.attempts({ personId: shop.workerId, taskId: taskId('bell'), stepId: null })
    expect(firsts).toHaveLength(13)
    expect(firsts.filter(({ decision }) => (decision?.level ?? 0) === 0)).toEqual([])
    const firstAt = (step: string) => firsts.find(({ stepId }) => stepId === step)?.decision
    expect(firstAt('place-in-tray')).toMatchObject({ level: 1, reason: { code: 'knownElsewhere' } })
    expect(firstAt('tighten')).toMatchObject({ reason: { code: 'knownElsewhere' }, numbers: { attempts: 16 } })
    expect(firstAt('pick-screw')).toMatchObject({ reason: { code: 'newButFamiliar' }, numbers: { attempts: 0 } })
  })

  it('keeps what was known of a step when a new version names its block', async () => {
    days(4)
    const before = stepOf('pick-cap')
    const { json, files } = await readSource('samples/pen')
    const text = JSON.stringify({ ...(json as object), version: 2 }).replace(
      '"id":"pick-cap"',
      '"id":"pick-cap","block":"take-the-cap"',
    )
    const sealed = await sealPackage({ json: JSON.parse(text), files })
    expect(sealed.ok && (await useCases().importPackage(sealed.value.packageBytes)).ok).toBe(true)
    expect(stepOf('pick-cap')).toEqual(before)
  })

  it('follows the same road replayed from the log', async () => {
    days(2)
    shop.works('pen', 1, { 'pick-cap': 'wrongBin' })
    const lived = attempts()
    shop.service.close()
    const store = openTestStore(shop.folder)
    await store.views.rebuild()
    expect(store.progress.attempts(shop.workerId).map(({ seq, decision }) => ({ seq, decision }))).toEqual(
      lived.toReversed().map(({ seq, decision }) => ({ seq, decision })),
    )
    store.close()
  })
})

describe('what a coach arranges', () => {
  it('fixes, bounds and switches off help, and lets it adapt again', () => {
    days(2)
    arrange({ bounds: { pinned: 2 } })
    expect(stepOf('pick-cap')).toMatchObject({ level: 2, reason: { code: 'pinned', level: 2 } })
    arrange({ steps: [{ taskId: taskId('pen'), stepId: stepId('pick-cap'), bounds: { least: 1 } }] })
    expect(stepOf('pick-cap')).toMatchObject({
      level: 1,
      reason: { code: 'coachLimit', level: 1 },
      bounds: { least: 1 },
    })
    expect(stepOf('place-cap').level).toBe(0)
    arrange({ by: 'rule' })
    shop.works('pen', 1)
    expect(attempts('pick-cap')[0]?.decision).toMatchObject({ policy: 'two-correct/1' })
    arrange({ by: 3 })
    expect(stepOf('pick-cap')).toMatchObject({ level: 3, reason: { code: 'switchedOff' } })
    arrange({})
    expect(stepOf('pick-cap').level).toBe(0)
  })

  it('never takes help from a mentor-dependent worker', () => {
    arrange({ mentorDependent: true })
    days(3)
    expect(attempts().every(({ decision }) => decision?.level === 3)).toBe(true)
  })

  it('fades more slowly where a mistake is worth more hints', () => {
    arrange({ hintsPerMistake: 30 })
    shop.works('pen', 5)
    const slower = attempts('pick-cap').map(({ decision }) => decision?.level ?? 0)
    useCases().corrections.beginAnew({ ...shop.people, taskId: taskId('pen'), stepId: null })
    arrange({})
    shop.works('pen', 5)
    const usual = attempts('pick-cap')
      .slice(0, 5)
      .map(({ decision }) => decision?.level ?? 0)
    const sum = (levels: readonly number[]) => levels.reduce((total, level) => total + level, 0)
    expect(sum(slower)).toBeGreaterThan(sum(usual))
  })

  it('has a step demonstrated once more', () => {
    days(3)
    expect(stepOf('pick-cap').level).toBe(0)
    useCases().arrangements.demonstrate({ ...shop.people, taskId: taskId('pen'), stepId: stepId('pick-cap') })
    expect(stepOf('pick-cap')).toMatchObject({ level: 3, demonstrationWanted: true })
    shop.clock.advance(1000)
    shop.works('pen', 1)
    expect(attempts('pick-cap')[0]?.decision?.reason.code).toBe('demonstrationAsked')
    expect(stepOf('pick-cap')).toMatchObject({ level: 2, demonstrationWanted: false })
  })

  it('begins a step or a task anew', () => {
    days(3)
    useCases().corrections.beginAnew({ ...shop.people, taskId: taskId('pen'), stepId: stepId('pick-cap') })
    expect(stepOf('pick-cap').attempts).toBe(0)
    expect(stepOf('pick-cap').known).toBeLessThan(stepOf('pick-barrel').known)
    expect(stepOf('pick-barrel').attempts).toBe(9)
    useCases().corrections.beginAnew({ ...shop.people, taskId: taskId('pen'), stepId: null })
    expect(learningOf().steps.every(({ attempts }) => attempts === 0)).toBe(true)
    expect(attempts().every(({ counts }) => !counts)).toBe(true)
  })

  it('knows nothing of strangers, and says so', () => {
    const nobody = personId('nobody')
    expect(useCases().progress.worker(nobody)).toBeNull()
    expect(useCases().arrangements.arrange({ ...shop.people, personId: nobody, arrangement: usualArrangement })).toBe(
      false,
    )
    expect(
      useCases().arrangements.demonstrate({ ...shop.people, taskId: taskId('pen'), stepId: stepId('no-such-step') }),
    ).toBe(false)
    expect(useCases().corrections.correct(shop.coachId, 1, 'notDone')).toBe(false)
  })

  it('keeps notes, whose words lie outside the log', () => {
    useCases().arrangements.note({ ...shop.people, taskId: taskId('pen'), text: 'Likes to sort the caps first.' })
    shop.works('pen', 1)
    expect(progress()?.notes).toMatchObject([
      { taskId: 'pen', text: 'Likes to sort the caps first.', writtenBy: 'Ada' },
    ])
    shop.service.close()
    const store = openTestStore(shop.folder)
    expect(JSON.stringify([...store.events.read(1)])).not.toContain('caps first')
    store.close()
  })
})

describe('mastery', () => {
  it('is proposed after three days without help, when the model is sure', () => {
    days(3)
    expect(proposals()).toEqual([])
    days(1, 3)
    expect(proposals()).toMatchObject([{ state: 'open', evidence: { criterion: 'three-days-known/1' } }])
  })

  it('is proposed by days alone where the model is switched off', () => {
    arrange({ by: 'rule' })
    days(6)
    expect(proposals()).toMatchObject([{ evidence: { criterion: 'three-days-unaided/1' } }])
  })
})

describe('a wrong detection', () => {
  const wrongOne = () => {
    const wrong = attempts('pick-cap').find(({ errors }) => errors > 0)
    if (!wrong) throw new Error('No mistake was seen.')
    return wrong
  }

  it('that is corrected counts from the first attempt on, as if it had been seen rightly', () => {
    shop.works('pen', 2)
    shop.works('pen', 1, { 'pick-cap': 'wrongBin' })
    shop.works('pen', 1)
    const before = stepOf('pick-cap').known
    useCases().corrections.correct(shop.coachId, wrongOne().seq, 'noMistake')
    const after = stepOf('pick-cap').known
    expect(after).toBeGreaterThan(before)
    useCases().corrections.correct(shop.coachId, wrongOne().seq, 'asSeen')
    expect(stepOf('pick-cap').known).toBe(before)
    useCases().corrections.correct(shop.coachId, wrongOne().seq, 'contested')
    expect(stepOf('pick-cap').attempts).toBe(3)
    expect(attempts('pick-cap').filter(({ counts }) => !counts)).toHaveLength(1)
  })

  it('that the worker contests counts as seen until a coach agrees, then as if it had been seen rightly', () => {
    const open = () => useCases().coaching.workers()[0]?.contested
    shop.works('pen', 2)
    shop.works('pen', 1, { 'pick-cap': 'wrongBinContested' })
    const before = stepOf('pick-cap')
    expect(before).toMatchObject({ attempts: 3, contested: 1 })
    expect(wrongOne()).toMatchObject({
      correction: 'asSeen',
      counts: true,
      contest: { because: 'sawWrong', open: true },
    })
    expect(open()).toBe(1)
    const agreed = correctionAgreed('sawWrong', wrongOne().errors)
    useCases().corrections.correct(shop.coachId, wrongOne().seq, agreed)
    expect(attempts('pick-cap')[0]).toMatchObject({ correction: 'noMistake', contest: { open: false } })
    expect(stepOf('pick-cap').known).toBeGreaterThan(before.known)
    expect(open()).toBe(0)
  })

  it('that the worker contests is kept as seen where a coach does not agree', () => {
    shop.works('pen', 1, { 'pick-cap': 'wrongBinContested' })
    const before = stepOf('pick-cap')
    useCases().corrections.correct(shop.coachId, wrongOne().seq, 'asSeen')
    expect(stepOf('pick-cap')).toEqual({ ...before, contested: 0 })
  })

  it('lets a proposal ripen that only the wrong mistake held back', () => {
    days(3)
    shop.morning(3)
    shop.works('pen', 3, { 'pick-cap': 'wrongBin' })
    expect(proposals()).toEqual([])
    useCases().corrections.correct(shop.coachId, wrongOne().seq, 'noMistake')
    expect(proposals()).toMatchObject([{ state: 'open' }])
  })

  it('takes a proposal back whose ground a missed mistake was', () => {
    days(4)
    expect(proposals()).toHaveLength(1)
    const last = attempts('pick-cap')[0]
    useCases().corrections.correct(shop.coachId, last?.seq ?? 0, 'mistake')
    expect(proposals()).toEqual([])
  })
})

describe('parameters measured on this site', () => {
  const proposal: Refit = {
    madeWallMs: 1,
    from: 'levels/2',
    chances: {
      name: 'site/2026-03-02T08:00',
      entry: -1,
      guess: [0.2, 0.5, 0.8, 0.95],
      slip: [0.05, 0.04, 0.03, 0.02],
      learnFromCorrect: [0.2, 0.2, 0.15, 0.1],
      learnFromError: 0.1,
    },
    fittedWorkers: 9,
    heldOutWorkers: 3,
    before: { logLoss: 0.4, byLevel: [] },
    after: { logLoss: 0.3, byLevel: [] },
    worthwhile: true,
  }

  it('wait for a coach, and name every decision from then on', () => {
    shop.lays(proposal)
    shop.works('pen', 1)
    expect(attempts()[0]?.decision?.policy).toBe('model/levels/2')
    expect(useCases().arrangements.acceptSiteParameters(shop.coachId, 'site/other')).toBe(false)
    expect(useCases().arrangements.acceptSiteParameters(shop.coachId, proposal.chances.name)).toBe(true)
    expect(useCases().arrangements.siteParameters()).toEqual({ inUse: proposal.chances.name, proposal: null })
    shop.works('pen', 1)
    expect(attempts()[0]?.decision?.policy).toBe(`model/${proposal.chances.name}`)
  })
})
