// The steps in order, with groups of steps kept together.
import { IconArrowsShuffle, IconRepeat } from '@tabler/icons-react'
import type { TaskDetail } from '../../../src-domain/contract/studio.contract.ts'
import type { Group, Node } from '../../../src-domain/instruction/instruction.schema.ts'
import type { Language } from '../../../src-domain/instruction/language.ts'
import { locateSteps } from '../../../src-domain/instruction/locateSteps.ts'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { StepEntry } from './StepEntry.tsx'
import styles from './StepList.module.css'

type Props = { readonly detail: TaskDetail; readonly wordsIn: Language }

export function StepList({ detail, wordsIn }: Props) {
  const numbers = new Map(locateSteps(detail.instruction).map(({ step }, index) => [step.id, index + 1]))
  return <Nodes nodes={detail.instruction.steps} numbers={numbers} detail={detail} wordsIn={wordsIn} />
}

type NodesProps = Props & { readonly nodes: readonly Node[]; readonly numbers: ReadonlyMap<string, number> }

function Nodes({ nodes, ...rest }: NodesProps) {
  return (
    <ol className={styles.list}>
      {nodes.map((node) =>
        'step' in node ? (
          <li key={node.step.id}>
            <StepEntry step={node.step} number={rest.numbers.get(node.step.id) ?? 0} {...rest} />
          </li>
        ) : (
          <li key={node.group.id} className={styles.group}>
            <GroupHead group={node.group} />
            <Nodes nodes={node.group.steps} {...rest} />
          </li>
        ),
      )}
    </ol>
  )
}

function GroupHead({ group: { order, times } }: { readonly group: Group }) {
  const { words, language } = useStaffWords()
  return (
    <p className={styles.head} lang={language} dir="ltr">
      {times > 1 && (
        <span>
          <IconRepeat aria-hidden="true" />
          {words.studio.repeated(times)}
        </span>
      )}
      <span>
        {order === 'any' && <IconArrowsShuffle aria-hidden="true" />}
        {order === 'any' ? words.studio.anyOrder : words.studio.inOrder}
      </span>
    </p>
  )
}
