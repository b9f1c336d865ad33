// The source that a rehearsal steps: a virtual bench with a simulated worker, or a recorded clip.

import type { TableSetup } from '../../src-domain/contract/table.contract.ts'
import { recordedBenchSchema, recordedLayout } from '../../src-domain/perception/recordedBench.schema.ts'
import { tableMapping } from '../../src-domain/perception/tableMapping.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import type { SteppedCamera } from '../perception/cameraSource.ts'
import { openClip } from '../perception/clipCamera.ts'
import type { SeenBench } from '../perception/perceiver.ts'
import type { TableScene } from '../scene/tableScene.ts'
import { createBenchRenderer, createWebGlRenderer, unwatchedQuality } from '../virtual-bench/benchRenderer.ts'
import { createAutopilot, type ScheduledMistake } from '../virtual-bench/drivers/autopilot.ts'
import { personas, practised } from '../virtual-bench/drivers/persona.ts'
import { loadHandModels } from '../virtual-bench/hand/loadHandModels.ts'
import { steppedVirtualCamera } from '../virtual-bench/virtualCamera.ts'
import { createGoals } from './nextGoal.ts'

export type RehearsalSource =
  | {
      readonly kind: 'virtual'
      readonly persona: keyof typeof personas
      /** How many products the worker has made before; experience lowers its rate of mistakes. */
      readonly practised: number
      readonly mistakes: readonly ScheduledMistake[]
      readonly fps: number
      readonly seed: number
    }
  | { readonly kind: 'clip'; readonly film: string; readonly bench: string }

/** One source, ready to be stepped. */
export type Stage = {
  readonly camera: SteppedCamera
  readonly seen: SeenBench
  /** Draws the projected picture for a scene time in ms. */
  readonly light: (timeMs: number) => void
  readonly tablePng: (timeMs: number) => Promise<Blob>
  readonly viewPng: (() => Promise<Blob>) | null
  readonly clearWork: () => void
  readonly dispose: () => void
}

const pictureSize = { width: 1280, height: 800 }
/** Sets up the virtual bench; its simulated worker does what `state` asks for. */
export async function virtualStage(
  { persona, practised: products, mistakes, fps, seed }: Extract<RehearsalSource, { kind: 'virtual' }>,
  table: TableScene,
  setup: TableSetup,
  state: () => BenchState | null,
): Promise<Stage> {
  const canvas = new OffscreenCanvas(pictureSize.width, pictureSize.height)
  const renderer = createWebGlRenderer(canvas, true)
  const benchRenderer = createBenchRenderer({
    renderer,
    table,
    setup,
    taskId: state()?.task?.id ?? null,
    hands: await loadHandModels(),
    seed,
    quality: unwatchedQuality,
  })
  const { bench } = benchRenderer
  const nextGoal = createGoals(state, bench.nowMs)
  bench.drive(
    createAutopilot({
      layout: setup.layout,
      persona: practised(personas[persona], products),
      nextGoal,
      mistakes,
      seed,
    }),
  )
  return {
    camera: steppedVirtualCamera(bench, fps),
    seen: benchRenderer.seen(),
    light: benchRenderer.renderProjection,
    tablePng: benchRenderer.projectedPng,
    viewPng: async () => {
      bench.renderView()
      return canvas.convertToBlob({ type: 'image/png' })
    },
    clearWork: bench.clearWork,
    dispose: () => {
      benchRenderer.dispose()
      renderer.dispose()
    },
  }
}

/** Opens a recorded clip. @throws when it cannot be played. */
export async function clipStage(
  { film, bench }: Extract<RehearsalSource, { kind: 'clip' }>,
  table: TableScene,
): Promise<Stage> {
  const [recording, described] = await Promise.all([fetch(film), fetch(bench)])
  const recorded = recordedBenchSchema.parse(await described.json())
  const clip = await openClip(await recording.blob())
  if (!clip.ok) throw new Error(clip.failure.sentence)
  const canvas = new OffscreenCanvas(pictureSize.width, pictureSize.height)
  const renderer = createWebGlRenderer(canvas, true)
  return {
    camera: clip.value.stepped(),
    seen: { layout: recordedLayout(recorded), mapping: tableMapping({ tableToCamera: recorded.tableToCamera }) },
    light: () => undefined,
    tablePng: (timeMs) => {
      table.update(timeMs)
      renderer.render(table.scene, table.camera)
      return canvas.convertToBlob({ type: 'image/png' })
    },
    viewPng: null,
    clearWork: () => undefined,
    dispose: () => renderer.dispose(),
  }
}
