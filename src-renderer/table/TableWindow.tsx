// The window of one of the table's projectors: only the projected picture. The bar that chooses the camera source is on
// the first projector's window and appears when the pointer moves.
import { VisuallyHidden } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { Clock } from '../clock.ts'
import { onProjector } from '../projector/addresses.ts'
import { openCalibrationChannel } from '../projector/calibrationChannel.ts'
import { rememberedTurn, turnTransform } from '../projector/pictureTurn.ts'
import { checkKey, publishRegistration, type RegistrationState } from '../projector/registrationChannel.ts'
import { rememberedSource, rememberSource, type TableSource } from '../projector/tableSource.ts'
import { service } from '../service.ts'
import { useClock } from '../ui/clockContext.tsx'
import { bumpProjector } from '../virtual-bench/virtualRig.ts'
import { type OpenTable, openTable } from './openTable.ts'
import { createRehearsal, type Rehearsal } from './rehearsal.ts'
import { type Seen, SourceBar } from './SourceBar.tsx'
import styles from './TableWindow.module.css'
import { tablePorts } from './tablePorts.ts'
import { useOnlyTable } from './useOnlyTable.ts'

type Props = {
  readonly surface?: Surface
  /** True on a projector, where the bar hides until the pointer moves. */
  readonly quietBar?: boolean
  /** The page title that a screen reader announces when the table is part of another page. */
  readonly title?: string
}

/** The second projector has no virtual bench of its own, so its source is always a camera. */
const cameraAlone: TableSource = { kind: 'camera', choice: null }

export function TableWindow({ surface = 1, quietBar = true, title }: Props) {
  const clock = useClock()
  const place = useRef<HTMLDivElement>(null)
  const table = useRef<OpenTable | null>(null)
  const [source, setSource] = useState<TableSource>(() => sourceOf(surface))
  const [seen, setSeen] = useState<Seen>({ state: 'starting', sentence: null })
  const [light, setLight] = useState<RegistrationState>({ kind: 'never' })
  const isOnly = useOnlyTable(surface)
  const isRehearsal = useRehearsal(clock)

  useEffect(() => {
    const element = place.current
    if (!element || !isOnly || isRehearsal !== false) return
    const freshCanvas = () => {
      const canvas = document.createElement('canvas')
      canvas.className = styles.picture ?? ''
      canvas.tabIndex = 0
      element.replaceChildren(canvas)
      return canvas
    }
    const opened = openTable(tablePorts(clock, surface, freshCanvas), {
      surface,
      source: sourceOf(surface),
      onSight: (state, sentence) => setSeen({ state, sentence }),
      onLight: (state) => {
        setLight(state)
        channel.tell(state)
      },
      onFailure: () => setSeen({ state: 'off', sentence: null }),
    })
    table.current = opened
    const channel = publishRegistration(surface, opened.check)
    const calibrating = openCalibrationChannel(surface, {
      // Only a real projector's window is asked to calibrate: the virtual bench has no projector display.
      wanted: () => location.assign(onProjector(surface)),
    })
    return () => {
      table.current = null
      opened.close()
      channel.close()
      calibrating.close()
    }
  }, [clock, surface, isOnly, isRehearsal])

  const check = () => table.current?.check()
  useHotkeys([[checkKey, check]])
  const choose = (wanted: TableSource) => {
    rememberSource(localStorage, wanted)
    setSource(wanted)
    table.current?.choose(wanted)
  }
  return (
    <main
      className={styles.table}
      style={{ transform: source.kind === 'virtual' ? 'none' : turnTransform(rememberedTurn(localStorage, surface)) }}
    >
      {title !== undefined && <VisuallyHidden component="h1">{title}</VisuallyHidden>}
      <div ref={place} className={styles.place} />
      {surface === 1 && (
        <SourceBar
          source={source}
          seen={seen}
          light={light}
          isOnly={isOnly}
          quiet={quietBar}
          onChoose={choose}
          onCheck={check}
          onBump={() => {
            bumpProjector(localStorage)
            table.current?.choose(source)
          }}
        />
      )}
    </main>
  )
}

const sourceOf = (surface: Surface): TableSource => (surface === 1 ? rememberedSource(localStorage) : cameraAlone)

/** Null until known. In rehearsal, time in this page is stepped by a caller (see rehearsal.ts). */
function useRehearsal(clock: Clock): boolean | null {
  const [isRehearsal, setIsRehearsal] = useState<boolean | null>(null)
  useEffect(() => {
    let rehearsal: Rehearsal | undefined
    let isOver = false
    void service.system.site().then((site) => {
      if (isOver) return
      setIsRehearsal(site.rehearsal)
      if (site.rehearsal) {
        rehearsal = createRehearsal(clock)
        globalThis.handwijzerRehearsal = rehearsal
      }
    })
    return () => {
      isOver = true
      rehearsal?.end()
      globalThis.handwijzerRehearsal = undefined
    }
  }, [clock])
  return isRehearsal
}
