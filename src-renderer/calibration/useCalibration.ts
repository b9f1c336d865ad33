// The calibration for a window: runs in this window, or follows and controls one in the window on the projector.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'
import type { Clock } from '../clock.ts'
import { onProjector, tableAddress } from '../projector/addresses.ts'
import { type CalibrationChannel, openCalibrationChannel } from '../projector/calibrationChannel.ts'
import type { CalibrationAct, CalibrationStep } from '../projector/calibrationSteps.ts'
import { type PictureTurn, rememberedTurn, rememberTurn } from '../projector/pictureTurn.ts'
import { isSurfaceOpen, joinSurfaces } from '../projector/surfaces.ts'
import { rememberedSource } from '../projector/tableSource.ts'
import { service } from '../service.ts'
import { useClock } from '../ui/clockContext.tsx'
import { loadHandModels } from '../virtual-bench/hand/loadHandModels.ts'
import { createCalibrationRun } from './calibrationRun.ts'
import { type CalibrationStand, openRealStand } from './calibrationStand.ts'
import { openVirtualStand } from './virtualStand.ts'

/** The kind of window: on a projector, with the virtual bench, or beside a window on a projector. */
export type CalibrationPlace = 'projector' | 'virtual' | 'beside'

export type CalibrationHere = {
  readonly surface: Surface
  /** Null until it is known. */
  readonly place: CalibrationPlace | null
  readonly step: CalibrationStep
  readonly turn: PictureTurn
  readonly act: (act: CalibrationAct) => void
  readonly setTurn: (turn: PictureTurn) => void
  readonly leave: () => void
}

/** @param light the canvas that the patterns are drawn on when the calibration runs in this window. */
export function useCalibration(surface: Surface, light: RefObject<HTMLCanvasElement | null>): CalibrationHere {
  const clock = useClock()
  const place = usePlace(surface)
  const [step, setStep] = useState<CalibrationStep>({ kind: 'prepare' })
  const [turn, setTurn] = useState(() => rememberedTurn(localStorage, surface))
  /** In a window beside the projector's: true once that window has answered and shows its calibration page. */
  const [isHeard, setIsHeard] = useState(false)
  const channel = useRef<CalibrationChannel | null>(null)
  const perform = useRef<(act: CalibrationAct) => void>(() => undefined)

  const takeTurn = useCallback(
    (wanted: PictureTurn) => {
      rememberTurn(localStorage, surface, wanted)
      setTurn(wanted)
    },
    [surface],
  )

  useEffect(() => {
    const canvas = light.current
    if (place === null || (place !== 'beside' && !canvas)) return
    let newest: CalibrationStep = { kind: 'prepare' }
    const show = (next: CalibrationStep) => {
      newest = next
      setStep(next)
    }
    if (place === 'beside' || !canvas) {
      const opened = openCalibrationChannel(surface, {
        step: (message) => {
          setIsHeard(true)
          show(message.step)
        },
        over: () => show({ kind: 'prepare' }),
      })
      channel.current = opened
      perform.current = (act) => opened.tell({ kind: 'act', act })
      opened.tell({ kind: 'wanted' })
      return () => opened.close()
    }
    const opened = openCalibrationChannel(surface, {
      wanted: () => {
        if (isReady) opened.tell({ kind: 'step', step: newest })
      },
      act: (message) => perform.current(message.act),
      turn: (message) => takeTurn(message.turn),
      over: () => toTable(surface),
    })
    channel.current = place === 'projector' ? opened : null
    // Tells a second projector to show black: the camera must see this projector's light alone.
    const surfaces = place === 'projector' ? joinSurfaces(surface, { onOther: () => undefined }) : null
    surfaces?.say('alone')
    let stand: CalibrationStand | null = null
    let isReady = false
    let isOver = false
    void openStand(clock, place, canvas, surface).then(({ layout, open }) => {
      if (isOver) return
      stand = open()
      const run = createCalibrationRun({
        stand,
        layout,
        wallMs: clock.wallMs,
        keep: (calibration) => service.table.saveCalibration(calibration),
        onStep: (next) => {
          show(next)
          if (place === 'projector') opened.tell({ kind: 'step', step: next })
        },
      })
      perform.current = run.act
      isReady = true
      if (place === 'projector') opened.tell({ kind: 'step', step: newest })
    })
    return () => {
      isOver = true
      perform.current = () => undefined
      stand?.close()
      surfaces?.close()
      opened.close()
    }
  }, [clock, surface, place, light, takeTurn])

  return {
    surface,
    place: place === 'beside' && !isHeard ? null : place,
    step,
    turn: place === 'virtual' ? { turned: false, mirrored: false } : turn,
    act: (act) => perform.current(act),
    setTurn: (wanted) => {
      takeTurn(wanted)
      if (place === 'beside') channel.current?.tell({ kind: 'turn', turn: wanted })
    },
    leave: () => {
      channel.current?.tell({ kind: 'over' })
      if (place !== 'projector' && history.length > 1) history.back()
      else toTable(surface)
    },
  }
}

const toTable = (surface: Surface) => location.assign(tableAddress(surface))

function usePlace(surface: Surface): CalibrationPlace | null {
  const isOnProjector = location.href.endsWith(onProjector(surface))
  const [elsewhere, setElsewhere] = useState<CalibrationPlace | null>(null)
  useEffect(() => {
    if (isOnProjector) return
    const own = surface === 1 && rememberedSource(localStorage).kind === 'virtual' ? 'virtual' : 'projector'
    void isSurfaceOpen(surface).then((isOpen) => setElsewhere(isOpen ? 'beside' : own))
  }, [surface, isOnProjector])
  return isOnProjector ? 'projector' : elsewhere
}

async function openStand(clock: Clock, place: CalibrationPlace, canvas: HTMLCanvasElement, surface: Surface) {
  const [{ layout }, hands]: [{ layout: BenchLayout }, Awaited<ReturnType<typeof loadHandModels>> | null] =
    await Promise.all([service.table.setup(), place === 'virtual' ? loadHandModels() : null])
  return {
    layout,
    open: () =>
      hands ? openVirtualStand(clock, canvas, layout, hands) : openRealStand(clock, canvas, layout, surface),
  }
}
