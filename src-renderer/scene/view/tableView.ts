// Maps the bench's state to what the table shows: pure, without drawing. The elements draw exactly this.

import type { BenchLayout, Button } from '../../../src-domain/geometry/benchLayout.schema.ts'
import type { Point, Rect } from '../../../src-domain/geometry/rect.ts'
import { directionOf, type Language, type Text, textIn } from '../../../src-domain/instruction/language.ts'
import type { BenchState, StepView } from '../../../src-domain/session/benchState.schema.ts'
import type { Icon } from '../drawing/icons.ts'
import type { Caption } from '../drawing/text.ts'
import { type SceneWords, sceneWords } from '../words.ts'
import type { Places } from './places.ts'

/** A target to mark on the table; `contour` is the part's outline in table mm where a part belongs there. */
export type Mark = {
  readonly rect: Rect
  readonly heightMm: number
  readonly contour: readonly Point[] | null
  readonly bold: boolean
}

export type Panel = {
  readonly place: Rect
  readonly bold: boolean
  readonly picture: string | null
  /** A film to show instead of the picture. */
  readonly video: string | null
  /** True when the bench asks a question instead of giving an instruction. */
  readonly asks: boolean
  readonly words: Caption | null
  readonly note: { readonly icon: Icon; readonly colour: 'wrong' | 'help'; readonly words: Caption } | null
  readonly count: { readonly number: number; readonly of: number } | null
  readonly total: number | null
  /** The remaining time of a timed step. */
  readonly wait: StepView['wait']
}

export type Demonstration = {
  readonly kind: 'pick' | 'place' | 'point'
  readonly mark: Mark
  /** The part's outline around its own centre, in mm. */
  readonly part: readonly Point[] | null
  readonly workerEdgeMm: number
}

export type Sign = {
  readonly place: Rect
  readonly icon: Icon
  readonly title: Caption
  readonly line: Caption | null
}

export type ProjectedButton = {
  readonly id: Button['id']
  readonly rect: Rect
  readonly icon: Icon
  readonly caption: { readonly words: Caption; readonly place: Rect }
  /** True for the next button to touch, which is highlighted. */
  readonly isNext: boolean
  readonly bold: boolean
}

export type TableView = {
  /** The brightness this worker prefers, as a share from 0 to 1. */
  readonly light: number
  readonly welcome: { readonly place: Rect; readonly tableMm: number } | null
  readonly sign: Sign | null
  readonly here: Mark | null
  readonly wrongTarget: { readonly mark: Mark; readonly icon: Icon | null } | null
  readonly correctionPath: { readonly from: Mark; readonly to: Mark } | null
  readonly demonstration: Demonstration | null
  readonly panel: Panel | null
  readonly dots: {
    readonly place: Places['dots']
    readonly done: number
    readonly of: number
    readonly bold: boolean
  } | null
  readonly buttons: readonly ProjectedButton[]
  readonly cannotSee: Rect | null
  readonly calling: Rect | null
  readonly celebration: (Places['work'] & { readonly number: number; readonly more: boolean }) | null
  /** A confirmation, shown once when `seq` is new. */
  readonly right: { readonly seq: number; readonly mark: Mark | null } | null
}

const nothing: TableView = {
  light: 1,
  welcome: null,
  sign: null,
  here: null,
  wrongTarget: null,
  correctionPath: null,
  demonstration: null,
  panel: null,
  dots: null,
  buttons: [],
  cannotSee: null,
  calling: null,
  celebration: null,
  right: null,
}

/** The brightness of each preference. Text stays readable at half brightness where a room is not bright. */
const lightShares = { full: 1, soft: 0.7, faint: 0.45 } as const

/** The surroundings of the picture: the layout, the places that it leaves free, and the table's reflectance. */
export type TableSurroundings = {
  readonly layout: BenchLayout
  readonly places: Places
  /**
   * True where projected light is hard to see, on a dark table or in a bright room: lines, text and faint elements are
   * drawn bolder.
   */
  readonly bold: boolean
}

/** What the table shows. A target that this layout does not have is left out. */
export function tableView(state: BenchState, surroundings: TableSurroundings): TableView {
  const { layout, places, bold } = surroundings
  const language = state.worker?.preferences.language ?? 'nl'
  const words = sceneWords[language]
  const say = (text: string): Caption => ({ text, rtl: directionOf(language) === 'rtl' })
  const { phase, task, cycle, step, feedback } = state
  if (phase === 'signedOut') return { ...nothing, welcome: { place: places.sign, tableMm: layout.table.w } }

  const light = lightShares[state.worker?.preferences.light ?? 'full']
  const always = { ...nothing, light, calling: state.calling ? places.calling : null }
  const buttons = buttonsOf(state, surroundings, words, say)
  if (phase === 'choosing') {
    const title = say(helloTo(state.worker?.name ?? '', words.hello))
    return { ...always, sign: { place: places.sign, icon: 'screen', title, line: say(words.chooseOnScreen) } }
  }
  const dots = task && cycle ? { place: places.dots, done: cycle.doneSteps, of: task.stepCount, bold } : null
  if (phase === 'paused') {
    const sign: Sign = { place: places.sign, icon: 'pause', title: say(words.paused), line: null }
    return { ...always, buttons, dots, sign }
  }
  const cannotSee = state.sight === 'seeing' ? null : places.cannotSee
  const right =
    feedback?.kind === 'right' ? { seq: feedback.seq, mark: markOf(surroundings, feedback.target, null) } : null
  const working = { ...always, buttons, dots, cannotSee, right }
  if (phase === 'betweenCycles') {
    const total = cycle?.finished ?? 0
    const more = state.worker?.preferences.rewards ?? false
    return {
      ...working,
      celebration: { ...places.work, number: cycle?.number ?? 0, more },
      panel: places.panel && { ...blankPanel, place: places.panel, bold, total, words: say(words.wellDone) },
    }
  }
  return step ? { ...working, ...stepLight(state, step, surroundings, language) } : working
}

const blankPanel = {
  picture: null,
  video: null,
  asks: false,
  words: null,
  note: null,
  count: null,
  total: null,
  wait: null,
} as const

/** The elements of one step for the current prompting level. */
function stepLight(
  { warning }: BenchState,
  step: StepView,
  surroundings: TableSurroundings,
  language: Language,
): Partial<TableView> {
  const words = sceneWords[language]
  const say = (text: string): Caption => ({ text, rtl: directionOf(language) === 'rtl' })
  const { level, wrong, doubt, part, wait } = step
  const target = markOf(surroundings, doubt?.target ?? step.target?.id, part?.contour ?? null)
  const here = level >= 1 || doubt || wrong ? target : null
  const { layout, places, bold } = surroundings
  const place = places.panel
  if (doubt) {
    const question = say(doubt.kind === 'pick' ? words.didYouTake : words.isItThere)
    const picture = (part?.picture ?? step.picture).url
    return { here, panel: place && { ...blankPanel, place, bold, picture, asks: true, words: question } }
  }
  const misplaced = wrong?.error === 'wrongPlace'
  const wrongMark = markOf(
    surroundings,
    wrong?.target ?? (warning?.target === step.target?.id ? null : warning?.target),
    null,
  )
  const icon: Icon | null = wrong && !misplaced ? 'putBack' : null
  const note = wrong && {
    icon: misplaced ? ('over' as const) : ('putBack' as const),
    colour: misplaced ? ('help' as const) : ('wrong' as const),
    words: say(misplaced ? words.overHere : words.putBack),
  }
  const { number, of } = step.repetition
  return {
    here,
    wrongTarget: wrongMark && { mark: wrongMark, icon },
    correctionPath: wrong && wrongMark && target ? { from: wrongMark, to: target } : null,
    demonstration: level === 3 && !wrong && target ? demonstrationOf(step, target, layout) : null,
    panel:
      place && (level >= 2 || wrong)
        ? {
            ...blankPanel,
            place,
            bold,
            picture: step.picture.url,
            video: level === 3 && !wrong ? (step.video?.url ?? null) : null,
            words: captionOf(step.text, language),
            note,
            count: of > 1 ? { number, of } : null,
            wait,
          }
        : place && wait
          ? { ...blankPanel, place, bold, wait }
          : null,
  }
}

const demonstrationOf = ({ kind, part }: StepView, mark: Mark, { table }: BenchLayout): Demonstration => ({
  kind: kind === 'pick' || kind === 'place' ? kind : 'point',
  mark,
  part: part?.contour.map(([x, y]) => ({ x, y })) ?? null,
  workerEdgeMm: table.h / 2,
})

function markOf(
  { layout, bold }: TableSurroundings,
  id: string | null | undefined,
  contour: StepContour | null,
): Mark | null {
  const bin = layout.bins.find((other) => other.id === id)
  if (bin) return { rect: bin.rect, heightMm: bin.rimMm, contour: null, bold }
  const zone = layout.zones.find((other) => other.id === id)
  if (!zone) return null
  const middle = { x: zone.rect.x + zone.rect.w / 2, y: zone.rect.y + zone.rect.h / 2 }
  const onTable = contour?.map(([x, y]) => ({ x: x + middle.x, y: y + middle.y })) ?? null
  return { rect: zone.rect, heightMm: zone.heightMm, contour: onTable, bold }
}
type StepContour = NonNullable<StepView['part']>['contour']

function buttonsOf(
  { phase, step, sight }: BenchState,
  { layout, places, bold }: TableSurroundings,
  words: SceneWords,
  say: (text: string) => Caption,
): ProjectedButton[] {
  const ways = step?.done.map(({ by }) => by) ?? []
  const maySayDone = phase === 'betweenCycles' || ways.includes('confirm') || ways.includes('hand')
  const mustSayDone =
    phase === 'betweenCycles' || step?.doubt != null || sight !== 'seeing' || ways.every((by) => by === 'confirm')
  const looks: Record<Button['id'], { icon: Icon; text: string; isNext: boolean } | null> = {
    done: phase !== 'paused' && maySayDone ? { icon: 'tick', text: words.done, isNext: mustSayDone } : null,
    help: phase === 'working' ? { icon: 'question', text: words.help, isNext: false } : null,
    pause:
      phase === 'paused'
        ? { icon: 'play', text: words.goOn, isNext: true }
        : { icon: 'pause', text: words.pause, isNext: false },
  }
  return layout.buttons.flatMap(({ id, rect }) => {
    const look = looks[id]
    const place = places.captions[id]
    if (!look || !place) return []
    return [{ id, rect, icon: look.icon, caption: { words: say(look.text), place }, isNext: look.isNext, bold }]
  })
}

/** The text in the language or its fallback, with the writing direction of the language used. */
const captionOf = (text: Text, language: Language): Caption => ({
  text: textIn(text, language),
  rtl: text[language] !== undefined && directionOf(language) === 'rtl',
})

const helloTo = (name: string, hello: string): string =>
  hello.replace('{name}', name.trim().split(/\s+/)[0] ?? '').replace(/[,\s]+$/, '')
