// What is seldom needed while working: a step back, skipping, saying that the bench saw it wrongly, and stopping, which asks
// once more.
import { IconArrowBackUp, IconArrowLeft, IconDoorExit, IconEyeX, IconPlayerSkipForward } from '@tabler/icons-react'
import { useState } from 'react'
import type { BenchState } from '../../../src-domain/session/benchState.schema.ts'
import { useBench } from '../benchContext.tsx'
import { BigButton } from '../parts/BigButton.tsx'
import { Sheet, SheetPage } from '../parts/Sheet.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import { ContestQuestion } from './ContestQuestion.tsx'
import styles from './MoreMenu.module.css'
import type { WorkActs } from './useWorkActs.ts'

type Props = {
  readonly acts: WorkActs
  readonly stepping: boolean
  readonly contestable: BenchState['contestable']
  readonly onClose: () => void
}

export function MoreMenu({ onClose, ...rest }: Props) {
  return (
    <Sheet onClose={onClose}>
      <Choices onClose={onClose} {...rest} />
    </Sheet>
  )
}

function Choices({ acts, stepping, contestable, onClose }: Props) {
  const { words } = useBench()
  const [stopping, setStopping] = useState(false)
  const [contested, setContested] = useState<BenchState['contestable']>(null)
  const andClose = (act: () => void) => () => {
    onClose()
    act()
  }
  if (stopping) return <StopPage onStop={andClose(acts.end)} onClose={onClose} />
  if (contested) return <ContestQuestion step={contested} onContest={acts.contest} onClose={onClose} />
  const { work } = words
  return (
    <SheetPage title={work.more}>
      <div className={styles.choices}>
        {stepping && (
          <BigButton icon={IconArrowBackUp} label={work.takeBack} onPress={andClose(acts.takeBack)} stacked turns />
        )}
        {stepping && (
          <BigButton icon={IconPlayerSkipForward} label={work.skip} onPress={andClose(acts.skip)} stacked turns />
        )}
        {contestable && (
          <BigButton icon={IconEyeX} label={work.contest} onPress={() => setContested(contestable)} stacked />
        )}
        <BigButton icon={IconDoorExit} label={work.end} onPress={() => setStopping(true)} stacked turns />
      </div>
      <BigButton icon={IconArrowLeft} label={words.back} onPress={onClose} turns />
    </SheetPage>
  )
}

type StopProps = { readonly onStop: () => void; readonly onClose: () => void }

/** "Do you want to stop?" */
export function StopQuestion({ onStop, onClose }: StopProps) {
  return (
    <Sheet onClose={onClose}>
      <StopPage onStop={onStop} onClose={onClose} />
    </Sheet>
  )
}

function StopPage({ onStop, onClose }: StopProps) {
  const { words } = useBench()
  return (
    <SheetPage title={words.work.endSure} heading={<Spoken text={words.work.endSure} />}>
      <div className={styles.answers}>
        <BigButton icon={IconArrowLeft} label={words.cancel} onPress={onClose} turns />
        <BigButton icon={IconDoorExit} label={words.yes} onPress={onStop} look="primary" turns />
      </div>
    </SheetPage>
  )
}
