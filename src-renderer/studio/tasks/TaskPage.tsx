// One task: its steps, the skills it teaches, and its binding to this bench.
import { Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconLanguage } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { TaskDetail } from '../../../src-domain/contract/studio.contract.ts'
import { directionOf, type Language, textIn } from '../../../src-domain/instruction/language.ts'
import { Pictogram } from '../../ui/Pictogram.tsx'
import { QueryBoundary } from '../../ui/staff/QueryBoundary.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { workerWords } from '../../ui/words/words.ts'
import { BindingPanel } from './BindingPanel.tsx'
import { SkillList } from './SkillList.tsx'
import { StepList } from './StepList.tsx'
import styles from './TaskPage.module.css'
import { useTask } from './taskQueries.ts'

export function TaskPage({ taskId }: { readonly taskId: string }) {
  const { words } = useStaffWords()
  const task = useTask(taskId)
  return (
    <Stack gap="xl">
      <Button
        component={Link}
        href="/studio"
        variant="default"
        w="fit-content"
        leftSection={<IconArrowLeft size={20} />}
      >
        {words.studio.tasks}
      </Button>
      <QueryBoundary query={task}>{(detail) => <Task key={detail.instruction.id} detail={detail} />}</QueryBoundary>
    </Stack>
  )
}

function Task({ detail }: { readonly detail: TaskDetail }) {
  const { words, language } = useStaffWords()
  const { instruction, media } = detail
  const [wordsIn, setWordsIn] = useState<Language>(
    instruction.languages.includes(language) ? language : (instruction.languages[0] ?? language),
  )
  const picture = media[instruction.picture]
  return (
    <>
      <Group gap="xl" wrap="nowrap" align="center">
        {picture && <Pictogram media={picture} language={language} className={styles.picture} />}
        <div className={styles.title}>
          <Title order={1}>{textIn(instruction.title, language)}</Title>
          <Text size="lg" c="dimmed">
            {textIn(instruction.summary, language)}
          </Text>
          <Text c="dimmed">{words.studio.version(instruction.version)}</Text>
        </div>
        <Select
          label={words.studio.wordsIn}
          leftSection={<IconLanguage size={20} />}
          data={instruction.languages.map((value) => ({ value, label: workerWords[value].languageName }))}
          value={wordsIn}
          allowDeselect={false}
          onChange={(value) => {
            const chosen = instruction.languages.find((one) => one === value)
            if (chosen) setWordsIn(chosen)
          }}
        />
      </Group>
      <div className={styles.columns}>
        <section aria-labelledby="task-steps">
          <Title order={2} id="task-steps" mb="md">
            {words.studio.order}
          </Title>
          <div lang={wordsIn} dir={directionOf(wordsIn)}>
            <StepList detail={detail} wordsIn={wordsIn} />
          </div>
        </section>
        <Stack gap="xl" className={styles.beside}>
          <BindingPanel detail={detail} />
          <SkillList detail={detail} />
        </Stack>
      </div>
    </>
  )
}
