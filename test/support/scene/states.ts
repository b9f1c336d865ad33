// Every state of the bench that is rendered as a picture, by name, derived from one working state.

import { type Language, workerLanguages } from '../../../src-domain/instruction/language.ts'
import { type Preferences } from '../../../src-domain/people/person.schema.ts'
import { type BenchState, benchStateSchema, type StepView } from '../../../src-domain/session/benchState.schema.ts'
import { layoutId, personId, taskId } from '../ids.ts'
import { pictograms } from './pictograms.ts'

const picture = (url: string) => ({ url, type: 'image/svg+xml', alt: { en: 'A pictogram' } })

const bracket: [number, number][] = [
  [-55, -35],
  [10, -35],
  [10, -12],
  [55, -12],
  [55, 35],
  [20, 35],
  [20, 12],
  [-10, 12],
  [-10, 35],
  [-55, 35],
]
const screw: [number, number][] = Array.from({ length: 24 }, (_, index) => {
  const turn = (index / 24) * 2 * Math.PI
  return [14 * Math.cos(turn), 14 * Math.sin(turn)]
})

const pick: StepView = {
  key: 'take',
  kind: 'pick',
  number: 4,
  text: {
    nl: 'Pak een schroef',
    en: 'Take one screw',
    de: 'Nimm eine Schraube',
    fr: 'Prends une vis',
    pl: 'Weź jedną śrubę',
    tr: 'Bir vida al',
    ar: 'خذ برغيًا واحدًا',
    uk: 'Візьми один гвинт',
  },
  picture: picture(pictograms.pick),
  video: null,
  part: { id: 'screw', name: { nl: 'schroef', en: 'screw' }, picture: picture(pictograms.part), contour: screw },
  target: { kind: 'bin', id: 'D' },
  repetition: { number: 1, of: 1 },
  done: [{ by: 'hand' }],
  level: 2,
  decidedLevel: 2,
  reason: { code: 'newStep' },
  wrong: null,
  doubt: null,
  wait: null,
}

const place: StepView = {
  ...pick,
  key: 'place',
  kind: 'place',
  text: { nl: 'Leg de beugel in de mal', en: 'Lay the bracket in the fixture', ar: 'ضع الحامل في القالب' },
  picture: picture(pictograms.place),
  part: { id: 'bracket', name: { nl: 'beugel' }, picture: picture(pictograms.place), contour: bracket },
  target: { kind: 'zone', id: 'fixture' },
}

const gluing: StepView = {
  ...place,
  kind: 'do',
  text: { nl: 'Laat de lijm drogen', en: 'Let the glue dry' },
  part: null,
  done: [{ by: 'time', seconds: 60 }],
  wait: { endsAtWallMs: Date.now() + 45_000, ofMs: 60_000 },
}

const base: BenchState = {
  revision: 1,
  phase: 'working',
  worker: {
    personId: personId('p'),
    name: 'Amina Bakker',
    picture: 'boat',
    preferences: { language: 'nl', voice: false, dwellMs: 600, rewards: false, light: 'full' },
  },
  task: { id: taskId('t'), title: { nl: 'Beugel' }, picture: picture(pictograms.place), stepCount: 12 },
  cycle: { number: 3, doneSteps: 4, finished: 2 },
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

const withStep = (step: StepView): BenchState => ({ ...base, step })
const preferring = (state: BenchState, wanted: Partial<Preferences>): BenchState => ({
  ...state,
  worker: state.worker && { ...state.worker, preferences: { ...state.worker.preferences, ...wanted } },
})
const speaking = (state: BenchState, language: Language): BenchState => preferring(state, { language })
const finished: BenchState = {
  ...base,
  phase: 'betweenCycles',
  step: null,
  cycle: { number: 3, doneSteps: 12, finished: 3 },
  feedback: { kind: 'cycleDone', target: null, unaided: true, seq: 9 },
}

/** The states by the name of their picture. */
export const states: Readonly<Record<string, BenchState>> = Object.fromEntries(
  Object.entries<BenchState>({
    signedOut: { ...base, phase: 'signedOut', worker: null, task: null, cycle: null, step: null },
    choosing: { ...base, phase: 'choosing', task: null, cycle: null, step: null },
    level0: withStep({ ...pick, level: 0 }),
    level1Pick: withStep({ ...pick, level: 1 }),
    level2Pick: withStep(pick),
    level2PickFaint: preferring(withStep(pick), { light: 'faint' }),
    level3Pick: withStep({ ...pick, level: 3 }),
    level1Place: withStep({ ...place, level: 1 }),
    level2Place: withStep(place),
    level3Place: withStep({ ...place, level: 3 }),
    level3Left: withStep({ ...pick, level: 3, target: { kind: 'bin', id: 'A' } }),
    level3Film: withStep({
      ...place,
      level: 3,
      video: {
        url: new URL('./placing.webm', import.meta.url).href,
        type: 'video/webm',
        alt: { en: 'A hand lays it down' },
      },
    }),
    waiting: withStep({ ...gluing, level: 0 }),
    waitingShown: withStep(gluing),
    counting: withStep({ ...pick, repetition: { number: 3, of: 5 } }),
    check: withStep({
      ...pick,
      kind: 'check',
      text: { nl: 'Kijk of alle schroeven vastzitten en niets meer beweegt' },
      picture: picture(pictograms.check),
      part: null,
      target: { kind: 'zone', id: 'fixture' },
      done: [{ by: 'confirm' }],
    }),
    warning: { ...withStep(pick), warning: { target: 'B' } },
    wrongPick: withStep({ ...pick, wrong: { target: 'B', error: 'wrongPart' } }),
    wrongPickFar: withStep({ ...pick, target: { kind: 'bin', id: 'F' }, wrong: { target: 'A', error: 'wrongOrder' } }),
    wrongPlace: withStep({ ...place, wrong: { target: 'tray', error: 'wrongPlace' } }),
    doubt: withStep({ ...pick, doubt: { kind: 'pick', target: 'D' } }),
    right: { ...withStep(place), feedback: { kind: 'right', target: 'D', unaided: false, seq: 7 } },
    cycleDone: finished,
    cycleDoneRewards: preferring(finished, { rewards: true }),
    paused: { ...base, phase: 'paused' },
    calling: { ...base, calling: true },
    notSeeing: { ...base, sight: 'tooDark' },
    ...Object.fromEntries(workerLanguages.map((language) => [`words-${language}`, speaking(withStep(pick), language)])),
    'doubt-ar': speaking(withStep({ ...place, doubt: { kind: 'place', target: 'fixture' } }), 'ar'),
    'wrong-uk': speaking(withStep({ ...pick, wrong: { target: 'B', error: 'wrongPart' } }), 'uk'),
  }).map(([name, state]) => [name, benchStateSchema.parse(state)]),
)
