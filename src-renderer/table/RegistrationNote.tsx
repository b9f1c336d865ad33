// One line for staff about the registration of light and camera to the table. Shown only when something needs
// attention, with the action that solves it.
import { Button, Text } from '@mantine/core'
import type { RegistrationState } from '../projector/registrationChannel.ts'
import { formatMm } from '../ui/format.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'

type Props = { readonly light: RegistrationState; readonly onCheck: () => void }

/** True when a member of staff has to check or recalibrate. */
export const needsSomeone = ({ kind }: RegistrationState): boolean =>
  kind === 'moved' || kind === 'unseen' || kind === 'lost'

export function RegistrationNote({ light, onCheck }: Props) {
  const { words, language } = useStaffWords()
  const { drift, state } = words.calibration
  const sentence = sentenceOf(light)
  return (
    <>
      {sentence !== null && (
        <Text role="status" fw={needsSomeone(light) ? 700 : 400} maw="20em" lh={1.2}>
          {sentence}
        </Text>
      )}
      {light.kind === 'moved' && <Button onClick={onCheck}>{drift.check}</Button>}
    </>
  )

  function sentenceOf(now: RegistrationState): string | null {
    switch (now.kind) {
      case 'lost':
        return state.lost[now.because]
      case 'moved':
        return drift.moved(formatMm(now.mm, language))
      case 'repaired':
        return drift.repaired(formatMm(now.mm, language))
      case 'unseen':
        return drift.unseen
      case 'checking':
        return drift.checking
      case 'still':
        return drift.still
      default:
        return null
    }
  }
}
