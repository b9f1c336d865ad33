// The scene of the projected picture, in table millimetres, for a canvas or a render target.
import { Camera, Color, Scene } from 'three'
import type { TableReflectance } from '../../src-domain/calibration/captureDots.ts'
import type { BenchLayout, Button } from '../../src-domain/geometry/benchLayout.schema.ts'
import type { Rect } from '../../src-domain/geometry/rect.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import type { Clock } from '../clock.ts'
import { colours } from './drawing/palette.ts'
import { disposeSharedShape } from './drawing/quad.ts'
import { loadTypeface } from './drawing/text.ts'
import { createButton } from './elements/button.ts'
import { createCelebration } from './elements/celebration.ts'
import { createCorrectionPath } from './elements/correctionPath.ts'
import { beside, createDarkWindows, type DarkWindow } from './elements/darkWindows.ts'
import { createDemonstration } from './elements/demonstration.ts'
import { createDimmer } from './elements/dimmer.ts'
import { createDots } from './elements/dots.ts'
import { createHandShadow, type HandOverTable } from './elements/handShadow.ts'
import { createOutline } from './elements/outline.ts'
import { createPanel, type LoadMedia } from './elements/panel.ts'
import { createPressRing } from './elements/pressRing.ts'
import { createRightFlash } from './elements/rightFlash.ts'
import { createSign } from './elements/sign.ts'
import { createSmallSign } from './elements/smallSign.ts'
import { createWelcome } from './elements/welcome.ts'
import { createWrongTarget } from './elements/wrongTarget.ts'
import { projectionOf, type TableToNdc, tableFillsPicture } from './mapping.ts'
import { placesOn } from './view/places.ts'
import { type TableView, tableView } from './view/tableView.ts'

export type TableScene = {
  readonly scene: Scene
  readonly camera: Camera
  readonly setState: (state: BenchState) => void
  readonly setLayout: (layout: BenchLayout) => void
  /**
   * The table's reflectance as measured at calibration; null when unknown. It decides whether everything is drawn
   * bolder.
   */
  readonly setTableLight: (light: TableReflectance | null) => void
  /** The hands over the table now: they are masked with black. May be called in every frame. */
  readonly setHands: (hands: readonly HandOverTable[]) => void
  /** The button a finger dwells on, and the dwell progress, 0 to 1. */
  readonly setPressProgress: (button: Button['id'] | null, progress: number) => void
  /** The places that the change detector compares now: black until the next call. */
  readonly setDarkWindows: (windows: readonly DarkWindow[]) => void
  /** The part of the table that this projector lights, in mm; null for all of it. Outside it the picture is black. */
  readonly setShare: (share: Rect | null) => void
  /** @throws when the mapping is invalid; see `TableToNdc`. */
  readonly setMapping: (mapping: TableToNdc) => void
  /** Advances all animations to this time, an increasing number of ms. Allocates nothing. */
  readonly update: (timeMs: number) => void
  readonly dispose: () => void
}

/** In a bright room or on a dark table thin lines and faint areas are hard to see. Text needs a contrast of 3. */
const wantsBold = ({ contrast, whiteness }: TableReflectance): boolean =>
  contrast < 6 || (whiteness !== null && whiteness < 0.25)

export type TableSceneOptions = {
  readonly layout: BenchLayout
  readonly media: LoadMedia
  /** Texture resolution of text and outlines; 2 suits a Full HD projector over a table of 1.2 m. */
  readonly wallMs: Clock['wallMs']
  /** How finely words and outlines are painted; 2 suits a Full HD projector over a table of 1.2 m. */
  readonly pixelsPerMm?: number
}

/**
 * Builds the scene. Its colours are display values: render them to a canvas unchanged, or sample them from a render
 * target as sRGB. Until a mapping is set, the picture shows exactly the table.
 */
export function createTableScene({ layout, media, wallMs, pixelsPerMm = 2 }: TableSceneOptions): TableScene {
  const scene = new Scene()
  scene.background = new Color(colours.black)
  const camera = new Camera()
  const welcome = createWelcome(pixelsPerMm)
  const here = createOutline(pixelsPerMm)
  const wrong = createWrongTarget(pixelsPerMm)
  const correctionPath = createCorrectionPath(pixelsPerMm)
  const demonstration = createDemonstration(pixelsPerMm)
  const celebration = createCelebration()
  const dots = createDots(pixelsPerMm)
  const panel = createPanel(pixelsPerMm, media, wallMs)
  const sign = createSign(pixelsPerMm)
  const cannotSee = createSmallSign(pixelsPerMm, 'cannotSee', colours.help, 1)
  const calling = createSmallSign(pixelsPerMm, 'bell', colours.help, 0.35)
  const buttons = { done: createButton(pixelsPerMm), help: createButton(pixelsPerMm), pause: createButton(pixelsPerMm) }
  const right = createRightFlash(pixelsPerMm)
  const handShadow = createHandShadow()
  const pressRing = createPressRing()
  const darkWindows = createDarkWindows()
  const outsideShare = createDarkWindows()
  const dimmer = createDimmer()

  /**
   * In drawing order: hands are masked over everything, the press ring is drawn over the mask, dark windows come last.
   */
  const elements = [
    welcome,
    celebration,
    here,
    wrong,
    dots,
    panel,
    sign,
    cannotSee,
    calling,
    ...Object.values(buttons),
    correctionPath,
    demonstration,
    right,
    handShadow,
    pressRing,
  ]
  for (const { object } of [...elements, dimmer, darkWindows, outsideShare]) scene.add(object)
  let order = 0
  scene.traverse((object) => {
    object.renderOrder = order++
  })

  let now = { layout, places: placesOn(layout), bold: false, state: null as BenchState | null }
  const show = (view: TableView | null): void => {
    welcome.show(view?.welcome ?? null)
    here.show(view?.here ?? null)
    wrong.show(view?.wrongTarget ?? null)
    correctionPath.show(view?.correctionPath ?? null)
    demonstration.show(view?.demonstration ?? null)
    celebration.show(view?.celebration ?? null)
    dots.show(view?.dots ?? null)
    panel.show(view?.panel ?? null)
    sign.show(view?.sign ?? null)
    cannotSee.show(view?.cannotSee ?? null)
    calling.show(view?.calling ?? null)
    for (const id of ['done', 'help', 'pause'] as const) {
      buttons[id].show(view?.buttons.find((button) => button.id === id) ?? null)
    }
    right.show(view?.right ?? null)
    dimmer.setLight(view?.light ?? 1)
  }
  const showNow = (): void => show(now.state && tableView(now.state, now))
  const project = (mapping: TableToNdc): void => {
    projectionOf(mapping, camera.projectionMatrix)
    camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert()
  }

  let isMapped = false
  project(tableFillsPicture(layout.table))
  let isDisposed = false
  void loadTypeface().then(() => {
    if (isDisposed) return
    show(null)
    showNow()
  })

  return {
    scene,
    camera,
    setState: (state) => {
      now = { ...now, state }
      showNow()
    },
    setLayout: (next) => {
      now = { ...now, layout: next, places: placesOn(next) }
      if (!isMapped) project(tableFillsPicture(next.table))
      showNow()
    },
    setTableLight: (light) => {
      now = { ...now, bold: light !== null && wantsBold(light) }
      showNow()
    },
    setHands: (hands) => {
      handShadow.setHands(hands)
      demonstration.setHands(hands)
    },
    setPressProgress: (id, progress) =>
      pressRing.setProgress(now.layout.buttons.find((button) => button.id === id) ?? null, progress),
    setDarkWindows: darkWindows.set,
    setShare: (share) => outsideShare.set(share ? beside(share) : []),
    setMapping: (mapping) => {
      project(mapping)
      isMapped = true
    },
    update: (timeMs) => {
      for (const element of elements) element.update(timeMs)
      dimmer.update(timeMs)
    },
    dispose: () => {
      isDisposed = true
      for (const element of elements) element.dispose()
      dimmer.dispose()
      darkWindows.dispose()
      outsideShare.dispose()
      disposeSharedShape()
    },
  }
}
