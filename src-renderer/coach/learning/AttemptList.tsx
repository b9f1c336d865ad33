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
import styles from './ExecutionList.module.css'
import { useJudge } from './learningQueries.ts'

export function AttemptList({ executions }: { readonly executions: readonly AttemptView[] }) {
  const { words } = useStaffWords()
  const judge = useJudge()
  if (executions.length === 0) return <Text>{words.learning.step.none}</Text>
  return (
    <Stack gap="sm">
      <FailureNote error={judge.error} />
      <ul className={styles.list}>
        {executions.map((one) => (
          <Attempt key={one.seq} one={one} onJudge={(verdict) => judge.mutate({ seq: one.seq, verdict })} />
        ))}
      </ul>
    </Stack>
  )
}

type Props = { readonly one: AttemptView; readonly onJudge: (verdict: AttemptView['verdict']) => void }

function Attempt({ one, onJudge }: Props) {
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
        {one.objection && <Objection one={one} objection={one.objection} onJudge={onJudge} />}
        {!one.counts && <Text fw={700}>{text.notCounting}</Text>}
      </div>
      <Select
        aria-label={text.judge(when)}
        w={190}
        allowDeselect={false}
        value={one.verdict}
        data={correctionSchema.options.map((verdict) => ({ value: verdict, label: text.verdicts[verdict] }))}
        onChange={(chosen) => onJudge(correctionSchema.parse(chosen))}
      />
    </li>
  )
}

/** What the worker says of it, with what a coach may answer. Agreeing works everything after it out again. */
function Objection({ one, objection, onJudge }: Props & { objection: NonNullable<AttemptView['objection']> }) {
  const { words } = useStaffWords()
  const text = words.learning.step
  const agreed = correctionAgreed(objection.because, one.errors)
  if (!objection.open) return <Text>{text.objection[objection.because]}</Text>
  return (
    <Alert color="amber" mt={8} title={text.objection[objection.because]}>
      <Group gap="xs">
        <Button size="compact-md" onClick={() => onJudge(agreed)}>
          {text.agree[agreed]}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => onJudge('asSeen')}>
          {text.keepAsSeen}
        </Button>
      </Group>
    </Alert>
  )
}
