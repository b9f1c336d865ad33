// Which work fits a worker today, and what would be good to learn next. For the worker's sake; it ranks tasks, not people.
import { Badge, Text, Title } from '@mantine/core'
import type { WorkerProgress } from '../../../src-domain/contract/workerProgress.schema.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import { Pictogram } from '../../ui/Pictogram.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import styles from './PlanList.module.css'

const colours = { alone: 'green', withHelp: 'sun', learnNext: 'green', later: 'gray' } as const

export function PlanList({ plan }: { readonly plan: WorkerProgress['plan'] }) {
  const { words, language } = useStaffWords()
  const text = words.learning.plan
  return (
    <section>
      <Title order={2}>{text.title}</Title>
      <Text c="dimmed">{text.about}</Text>
      <ul className={styles.list}>
        {plan.map(({ taskId, title, picture, fit, newSteps }) => (
          <li key={taskId}>
            <Pictogram media={picture} language={language} decorative className={styles.picture} />
            <div>
              <strong>{textIn(title, language)}</strong>
              <div>
                <Badge color={colours[fit]} c="var(--ink)">
                  {text.fit[fit]}
                </Badge>
              </div>
              {newSteps > 0 && <Text size="sm">{text.newSteps(newSteps)}</Text>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
