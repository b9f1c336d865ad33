// What the bench sees: the camera picture with the bins, the places and the hands that were found drawn over it.
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { SightState } from '../../../src-domain/perception/interaction.schema.ts'
import { type SightFrame, subscribeSight } from '../../perception/sightChannel.ts'
import { useClock } from '../../ui/clockContext.tsx'
import { useBench } from '../benchContext.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import { SightOverlay } from './SightOverlay.tsx'
import styles from './SightView.module.css'

/** A picture this old is no longer what the bench sees. */
const freshMs = 3000

type Seen = Omit<SightFrame, 'jpeg'>

export function SightView({ sight }: { readonly sight: SightState }) {
  const { words } = useBench()
  const canvas = useRef<HTMLCanvasElement>(null)
  const seen = useSightFrames(canvas)
  const seeing = sight === 'seeing'
  const Eye = seeing ? IconEye : IconEyeOff
  return (
    <figure className={styles.view} aria-label={words.work.whatISee}>
      <div className={styles.picture} dir="ltr">
        <canvas
          ref={canvas}
          className={seen ? undefined : styles.hidden}
          width={seen?.widthPx ?? 16}
          height={seen?.heightPx ?? 9}
        />
        {seen && <SightOverlay {...seen} />}
        {!seen && (
          <div className={styles.noPicture}>
            <Eye aria-hidden="true" stroke={1.4} />
            {seeing && <p dir="auto">{words.work.noPicture}</p>}
          </div>
        )}
      </div>
      <figcaption className={seeing ? styles.seeing : styles.blind} aria-live="polite">
        <Eye aria-hidden="true" />
        <Spoken
          text={
            seeing ? words.sight.seeing : `${words.sight[sight]} ${sight === 'starting' ? '' : words.sightGoOn}`.trim()
          }
        />
      </figcaption>
    </figure>
  )
}

/** Draws each frame as it comes and says what lies over it; null while there is no fresh picture. */
function useSightFrames(canvas: React.RefObject<HTMLCanvasElement | null>): Seen | null {
  const clock = useClock()
  const [seen, setSeen] = useState<Seen | null>(null)
  useEffect(() => {
    let stopWaiting: () => void = () => undefined
    const leave = subscribeSight(clock, async ({ jpeg, ...rest }) => {
      const picture = await createImageBitmap(jpeg)
      setSeen(rest)
      clock.onNextFrame(() => {
        canvas.current?.getContext('2d')?.drawImage(picture, 0, 0)
        picture.close()
      })
      stopWaiting()
      stopWaiting = clock.after(freshMs, () => setSeen(null))
    })
    return () => {
      stopWaiting()
      leave()
    }
  }, [clock, canvas])
  return seen
}
