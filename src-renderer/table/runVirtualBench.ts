// The virtual bench in real time: a person or a made-up worker moves the hands, the camera model looks, the light follows.
import type { BenchState } from '../../src-domain/contract/benchState.schema.ts'
import type { Hand } from '../../src-domain/perception/interaction.schema.ts'
import { windowClock } from '../perception/frameClock.ts'
import { createAutopilot } from '../virtual-bench/drivers/autopilot.ts'
import { personas } from '../virtual-bench/drivers/persona.ts'
import { createPointerHand } from '../virtual-bench/drivers/pointerHand.ts'
import { listenToPointer } from '../virtual-bench/drivers/pointerInput.ts'
import type { HandModel } from '../virtual-bench/hand/handModel.ts'
import { liveVirtualCamera } from '../virtual-bench/virtualCamera.ts'
import { createGoals } from './nextGoal.ts'
import type { Running, RunSetup } from './openTable.ts'
import { limitsFor, seeTable } from './seeTable.ts'
import type { VirtualWorker } from './tableSource.ts'
import { benchRenderer, createTwin } from './twin.ts'

const cameraFps = 15
const longestStepMs = 60
const sharpest = 2

export function runVirtualBench(
  { canvas, table, setup, state, reporter, onSight }: RunSetup,
  worker: VirtualWorker,
  hands: Readonly<Record<Hand, HandModel>>,
): Running {
  const renderer = benchRenderer(canvas)
  const twin = createTwin({ renderer, table, setup, taskId: state()?.task?.id ?? null, hands, seed: 1 })
  const { bench, seen } = twin
  const stopListening = worker === 'me' ? takeHand() : letWork(worker)

  function takeHand(): () => void {
    const hand = createPointerHand(setup.layout, 'right')
    bench.drive(hand)
    return listenToPointer(canvas, bench.view, hand)
  }

  function letWork(persona: Exclude<VirtualWorker, 'me'>): () => void {
    bench.drive(
      createAutopilot({
        layout: setup.layout,
        persona: personas[persona],
        nextGoal: createGoals(state, bench.nowMs),
        seed: 1,
      }),
    )
    return () => bench.drive(null)
  }

  const seeing = seeTable({
    camera: liveVirtualCamera(bench, windowClock, cameraFps),
    bench: seen,
    table,
    reporter,
    state,
    onSight,
  })
  seeing.setLimits(limitsFor(state()))

  const fit = () => {
    const ratio = Math.min(sharpest, devicePixelRatio)
    const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)]
    if (width > 0 && (canvas.width !== width || canvas.height !== height)) renderer.setSize(width, height, false)
  }
  let lastMs = performance.now()
  let frame = 0
  const draw = (nowMs: number) => {
    frame = requestAnimationFrame(draw)
    fit()
    bench.step(Math.min(longestStepMs, Math.max(0, nowMs - lastMs)))
    lastMs = nowMs
    twin.throwLight(nowMs)
    bench.renderView()
  }
  frame = requestAnimationFrame(draw)

  let cycle = state()?.cycle?.number ?? 0
  return {
    onState: (now: BenchState) => {
      seeing.setLimits(limitsFor(now))
      if ((now.cycle?.number ?? 0) !== cycle) bench.clearWork()
      cycle = now.cycle?.number ?? 0
    },
    close: () => {
      cancelAnimationFrame(frame)
      seeing.close()
      stopListening()
      twin.dispose()
      renderer.dispose()
    },
  }
}
