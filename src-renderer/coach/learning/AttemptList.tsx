// What the bench saw of one step, newest first: the help with its reason, how it went, and what a coach says of it.
import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core'
import type { AttemptView } from '../../../src-domain/contract/guidance.contract.ts'
import { correctionSchema } from '../../../src-domain/event/correction.schema.ts'
import { correctionAgreed } from '../../../src-domain/learning/corrected.ts'
import { formatDuration, formatMoment } from '../../ui/format.ts'
import { FailureNote } from '../../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { reasonSentence } from '../../ui/words/reasonWords.ts'
import { levelColours } from '../levelColours.ts'
import styles from './AttemptList.module.css'
import { useCorrect } from './learningQueries.ts'

export function AttemptList({ attempts }: { readonly attempts: readonly AttemptView[] }) {
  const { words } = useStaffWords()
  const correct = useCorrect()
  if (attempts.length === 0) return <Text>{words.learning.step.none}</Text>
  return (
    <Stack gap="sm">
      <FailureNote error={correct.error} />
      <ul className={styles.list}>
        {attempts.map((one) => (
          <Attempt key={one.seq} one={one} onCorrect={(correction) => correct.mutate({ seq: one.seq, correction })} />
        ))}
      </ul>
    </Stack>
  )
}

type Props = { readonly one: AttemptView; readonly onCorrect: (correction: AttemptView['correction']) => void }

function Attempt({ one, onCorrect }: Props) {
  const { words, language } = useStaffWords()
  const { coach, learning } = words
  const text = learning.step
  const when = formatMoment(one.wallMs, language)
  const { decision } = one
  return (
    <li className={one.counts ? undefined : styles.aside}>
      <div>
        <strong>{when}</strong>
        <div className={styles.level}>
          <span className={styles.dot} style={{ background: levelColours[one.highestLevel] }} />
          {words.level[one.highestLevel].name}, {coach.mistakes(one.errors)}, {formatDuration(one.durationMs, language)}
        </div>
        {decision && (
          <Text size="sm" c="dimmed">
            {reasonSentence(decision.reason, words.reason)} ({text.decidedBy(decision.policy)})
          </Text>
        )}
        {one.contest && <Contest one={one} contest={one.contest} onCorrect={onCorrect} />}
        {!one.counts && <Text fw={700}>{text.notCounting}</Text>}
      </div>
      <Select
        aria-label={text.judge(when)}
        w={190}
        allowDeselect={false}
        value={one.correction}
        data={correctionSchema.options.map((correction) => ({
          value: correction,
          label: text.corrections[correction],
        }))}
        onChange={(chosen) => onCorrect(correctionSchema.parse(chosen))}
      />
    </li>
  )
}

/** What the worker says of it, with what a coach may answer. Agreeing works everything after it out again. */
function Contest({ one, contest, onCorrect }: Props & { contest: NonNullable<AttemptView['contest']> }) {
  const { words } = useStaffWords()
  const text = words.learning.step
  const agreed = correctionAgreed(contest.because, one.errors)
  if (!contest.open) return <Text>{text.contestReason[contest.because]}</Text>
  return (
    <Alert color="amber" mt={8} title={text.contestReason[contest.because]}>
      <Group gap="xs">
        <Button size="compact-md" onClick={() => onCorrect(agreed)}>
          {text.agree[agreed]}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => onCorrect('asSeen')}>
          {text.keepAsSeen}
        </Button>
      </Group>
    </Alert>
  )
}
