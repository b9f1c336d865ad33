import { describe, expect, it } from 'vitest'
import { benchLayoutSchema } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { type BenchState, benchStateSchema, type StepView } from '../../../src-domain/session/benchState.schema.ts'
import { layoutId, personId, taskId } from '../../../test/support/ids.ts'
import { placesOn } from './places.ts'
import { type TableView, tableView } from './tableView.ts'

const layout = benchLayoutSchema.parse({
  id: 'bench',
  name: 'Bench',
  table: { w: 1200, h: 800 },
  bins: ['A', 'B', 'C'].map((id, i) => ({
    id,
    label: id,
    rect: { x: -300 + i * 200, y: -335, w: 150, h: 120 },
    rimMm: 60,
  })),
  zones: [
    { id: 'fixture', label: 'fixture', rect: { x: -100, y: -70, w: 200, h: 150 }, heightMm: 20, use: 'fixture' },
    { id: 'tray', label: 'tray', rect: { x: 200, y: -80, w: 220, h: 170 }, heightMm: 0, use: 'tray' },
  ],
  buttons: [
    { id: 'done', rect: { x: 450, y: 170, w: 110, h: 110 } },
    { id: 'help', rect: { x: -560, y: 170, w: 110, h: 110 } },
    { id: 'pause', rect: { x: -430, y: 190, w: 90, h: 90 } },
  ],
})
const places = placesOn(layout)

const picture = { url: 'step.svg', type: 'image/svg+xml', alt: { nl: 'plaatje' } }
const pick: StepView = {
  key: 'k',
  kind: 'pick',
  number: 1,
  text: { nl: 'Pak een schroef', en: 'Take one screw', ar: 'خذ برغيًا' },
  picture,
  video: null,
  part: {
    id: 'screw',
    name: { nl: 'schroef' },
    picture: { ...picture, url: 'part.svg' },
    contour: [
      [-9, 0],
      [9, 0],
      [0, 9],
    ],
  },
  target: { kind: 'bin', id: 'B' },
  repetition: { number: 1, of: 1 },
  done: [{ by: 'hand' }],
  level: 2,
  decidedLevel: 2,
  reason: { code: 'newStep' },
  wrong: null,
  doubt: null,
  wait: null,
}
const place: StepView = { ...pick, kind: 'place', target: { kind: 'zone', id: 'fixture' } }
const working: BenchState = {
  revision: 1,
  phase: 'working',
  worker: {
    personId: personId('p'),
    name: 'Amina Bakker',
    picture: 'boat',
    preferences: { language: 'nl', voice: false, dwellMs: 600, rewards: false, light: 'full' },
  },
  task: { id: taskId('t'), title: { nl: 'Taak' }, picture, stepCount: 12 },
  cycle: { number: 1, doneSteps: 4, finished: 0 },
  step: pick,
  contestable: null,
  carried: null,
  warning: null,
  feedback: null,
  notice: null,
  layoutId: layoutId('bench'),
  calling: false,
  sight: 'seeing',
  lostDevices: [],
}

const viewOf = (change: Partial<BenchState>): TableView =>
  tableView(benchStateSchema.parse({ ...working, ...change }), { layout, places, bold: false })
const stepOf = (change: Partial<StepView>, step = pick): TableView => viewOf({ step: { ...step, ...change } })
const buttonOf = (view: TableView, id: string) => view.buttons.find((button) => button.id === id)

describe('prompting levels on the table', () => {
  it('shows nothing but dots and buttons to a worker who works independently', () => {
    const view = stepOf({ level: 0 })
    expect(view).toMatchObject({
      here: null,
      panel: null,
      demonstration: null,
      wrongTarget: null,
      correctionPath: null,
    })
    expect(view.dots).toMatchObject({ done: 4, of: 12 })
    expect(view.buttons).toHaveLength(3)
  })

  it('shows only the outline as a hint, at the height of the rim', () => {
    const view = stepOf({ level: 1 })
    expect(view.here).toMatchObject({ rect: { x: -100, y: -335 }, heightMm: 60 })
    expect(view).toMatchObject({ panel: null, demonstration: null })
  })

  it('draws everything bolder where the table reflects little light', () => {
    const state = benchStateSchema.parse({ ...working, step: { ...pick, level: 2 } })
    const bold = (isBold: boolean) => {
      const { here, panel, dots, buttons } = tableView(state, { layout, places, bold: isBold })
      return [here, panel, dots, ...buttons].map((drawn) => drawn?.bold)
    }
    expect(new Set(bold(true))).toEqual(new Set([true]))
    expect(new Set(bold(false))).toEqual(new Set([false]))
  })

  it('plays the film of a step in place of its picture at level 3, until something is wrong', () => {
    const video = { url: 'media/film', type: 'video/webm', alt: { nl: 'Zo doe je het' } }
    expect(stepOf({ level: 2, video }).panel?.video).toBeNull()
    expect(stepOf({ level: 3, video }).panel).toMatchObject({ video: 'media/film', picture: 'step.svg' })
    const wrong = { target: 'C', error: 'wrongPart' } as const
    expect(stepOf({ level: 3, video, wrong }).panel).toMatchObject({ video: null, picture: 'step.svg' })
  })

  it('shows the remaining time of a timed step, and nothing more to a worker who works independently', () => {
    const wait = { endsAtWallMs: 60_000, ofMs: 30_000 }
    expect(stepOf({ level: 2, wait }).panel).toMatchObject({ wait, picture: 'step.svg' })
    expect(stepOf({ level: 0, wait }).panel).toMatchObject({ wait, picture: null, words: null })
    expect(stepOf({ level: 2 }).panel?.wait).toBeNull()
  })

  it('adds pictogram and words at level 2, and the demonstration hand at level 3', () => {
    const shown = stepOf({ level: 2 })
    expect(shown.panel).toMatchObject({ picture: 'step.svg', words: { text: 'Pak een schroef', rtl: false } })
    expect(shown.demonstration).toBeNull()
    expect(stepOf({ level: 3 }).demonstration).toMatchObject({ kind: 'pick', workerEdgeMm: 400 })
  })

  it('draws the part’s contour in the middle of the zone it is placed in', () => {
    expect(stepOf({}, place).here?.contour).toEqual([
      { x: -9, y: 5 },
      { x: 9, y: 5 },
      { x: 0, y: 14 },
    ])
  })

  it('shows a count only for repeated steps', () => {
    expect(stepOf({}).panel?.count).toBeNull()
    expect(stepOf({ repetition: { number: 3, of: 5 } }).panel?.count).toEqual({ number: 3, of: 5 })
  })

  it('draws no target that this bench does not have', () => {
    expect(stepOf({ level: 3, target: { kind: 'bin', id: 'Z' } })).toMatchObject({ here: null, demonstration: null })
  })
})

describe('when something is not right', () => {
  it('leads from the wrong bin, where the part goes back, to the right one', () => {
    const view = stepOf({ wrong: { target: 'A', error: 'wrongPart' } })
    expect(view.wrongTarget).toMatchObject({ mark: { rect: { x: -300 } }, icon: 'putBack' })
    expect(view.correctionPath).toMatchObject({ from: { rect: { x: -300 } }, to: { rect: { x: -100 } } })
    expect(view.here).not.toBeNull()
    expect(view.panel?.note?.words.text).toBe('Leg terug')
  })

  it('shows where a part in the wrong place belongs, and does not ask to put it back', () => {
    const view = stepOf({ wrong: { target: 'tray', error: 'wrongPlace' } }, place)
    expect(view.wrongTarget?.icon).toBeNull()
    expect(view.panel?.note).toMatchObject({ icon: 'over', words: { text: 'Hier hoort het' } })
  })

  it('shows the right place after an error at every level, and never a demonstration over it', () => {
    expect(stepOf({ level: 0, wrong: { target: 'A', error: 'wrongPart' } }).here).not.toBeNull()
    expect(stepOf({ level: 3, wrong: { target: 'A', error: 'wrongPart' } }).demonstration).toBeNull()
  })

  it('warns at the bin a hand closes in, without an arrow: nothing has gone wrong yet', () => {
    const view = viewOf({ warning: { target: 'C' } })
    expect(view.wrongTarget).toMatchObject({ mark: { rect: { x: 100 } }, icon: null })
    expect(view.correctionPath).toBeNull()
  })

  it('never warns at the right place', () => {
    expect(viewOf({ warning: { target: 'B' } }).wrongTarget).toBeNull()
  })

  it('asks when the recognition is uncertain, with the done button as the next thing to touch', () => {
    const view = stepOf({ level: 0, doubt: { kind: 'pick', target: 'B' } })
    expect(view.panel).toMatchObject({ asks: true, words: { text: 'Heb je hem gepakt?' }, picture: 'part.svg' })
    expect(view.here).not.toBeNull()
    expect(buttonOf(view, 'done')?.isNext).toBe(true)
  })

  it('continues with the button when the camera does not see', () => {
    const view = viewOf({ sight: 'tooDark' })
    expect(view.cannotSee).toEqual(places.cannotSee)
    expect(buttonOf(view, 'done')?.isNext).toBe(true)
    expect(viewOf({}).cannotSee).toBeNull()
    expect(buttonOf(viewOf({}), 'done')?.isNext).toBe(false)
  })
})

describe('buttons', () => {
  it('highlights the done button for a step that only a person can confirm', () => {
    expect(buttonOf(stepOf({ done: [{ by: 'confirm' }] }), 'done')?.isNext).toBe(true)
  })

  it('offers no done button for a step that only a scanner or a scale can confirm', () => {
    const view = stepOf({ done: [{ by: 'scan', code: '123' }] })
    expect(view.buttons.map(({ id }) => id)).toEqual(['help', 'pause'])
  })

  it('shows the pause button as continue while paused', () => {
    const view = viewOf({ phase: 'paused' })
    expect(view.buttons).toMatchObject([
      { id: 'pause', icon: 'play', isNext: true, caption: { words: { text: 'Verder' } } },
    ])
  })
})

describe('between the steps', () => {
  it('welcomes without words while nobody is signed in', () => {
    const view = viewOf({ phase: 'signedOut', worker: null, task: null, cycle: null, step: null })
    expect(view).toMatchObject({ sign: null, dots: null, buttons: [], panel: null })
    expect(view.welcome).not.toBeNull()
  })

  it('greets by the first name only', () => {
    expect(viewOf({ phase: 'choosing', task: null, cycle: null, step: null }).sign?.title.text).toBe('Dag Amina')
  })

  it('greets a guest without a name correctly', () => {
    const guest = { ...working.worker, name: '', personId: null } as NonNullable<BenchState['worker']>
    const worker = { ...guest, preferences: { ...guest.preferences, language: 'uk' as const } }
    expect(viewOf({ phase: 'choosing', worker, step: null }).sign?.title.text).toBe('Вітаю')
  })

  it('hides the work while paused, but keeps the progress', () => {
    expect(viewOf({ phase: 'paused' })).toMatchObject({ here: null, panel: null, dots: { done: 4, of: 12 } })
  })

  it('celebrates a product around the fixture, with rewards only for those who want them', () => {
    const done: Partial<BenchState> = {
      phase: 'betweenCycles',
      step: null,
      cycle: { number: 2, doneSteps: 12, finished: 2 },
    }
    expect(viewOf(done)).toMatchObject({
      celebration: { number: 2, more: false, centre: { x: 0, y: 5 } },
      panel: { total: 2, words: { text: 'Goed gedaan' } },
    })
    const rewards = { ...working.worker, preferences: { ...working.worker?.preferences, rewards: true } }
    expect(viewOf({ ...done, worker: rewards as BenchState['worker'] }).celebration?.more).toBe(true)
  })

  it('dims the table to the brightness the worker prefers, once they have signed in', () => {
    const eyes = (light: 'full' | 'soft' | 'faint') => ({
      worker: working.worker && { ...working.worker, preferences: { ...working.worker.preferences, light } },
    })
    const shares = (['full', 'soft', 'faint'] as const).map((light) => viewOf(eyes(light)).light)
    expect(shares).toEqual([1, 0.7, 0.45])
    expect(viewOf({ phase: 'signedOut', worker: null }).light).toBe(1)
  })

  it('confirms a correct action at its own place, while the next step is already shown', () => {
    const view = viewOf({ step: place, feedback: { kind: 'right', target: 'B', unaided: true, seq: 5 } })
    expect(view.right).toMatchObject({ seq: 5, mark: { rect: { x: -100, y: -335 } } })
    expect(view.here?.rect).toEqual({ x: -100, y: -70, w: 200, h: 150 })
  })
})

describe('languages', () => {
  const speaking = (language: 'ar' | 'de') => ({
    worker: working.worker && { ...working.worker, preferences: { ...working.worker.preferences, language } },
  })

  it('writes Arabic from right to left, on buttons and in the panel', () => {
    const view = viewOf(speaking('ar'))
    expect(view.panel?.words).toEqual({ text: 'خذ برغيًا', rtl: true })
    expect(buttonOf(view, 'done')?.caption.words.rtl).toBe(true)
  })

  it('falls back to a language that the step has, in that language’s own direction', () => {
    const step = { ...pick, text: { nl: 'Pak een schroef' } }
    expect(viewOf({ ...speaking('ar'), step }).panel?.words).toEqual({ text: 'Pak een schroef', rtl: false })
  })
})
