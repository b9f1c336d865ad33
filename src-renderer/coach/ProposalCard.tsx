// One proposal with the evidence it rests on, in plain words and numbers that a coach can check.
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { IconAward, IconClock } from '@tabler/icons-react'
import type { Proposal } from '../../src-domain/contract/coach.contract.ts'
import { textIn } from '../../src-domain/instruction/language.ts'
import { formatShortDay } from '../ui/format.ts'
import { Pictogram } from '../ui/Pictogram.tsx'
import { PersonPicture } from '../ui/personPictures/PersonPicture.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import styles from './ProposalCard.module.css'

type Props = { readonly proposal: Proposal; readonly onAward: () => void; readonly onDecline: () => void }

export function ProposalCard({ proposal, onAward, onDecline }: Props) {
  const { words, language } = useStaffWords()
  const { worker, skillName, skillDescription, taskTitle, picture, evidence, proposedWallMs } = proposal
  const skill = textIn(skillName, language)
  return (
    <Card component="article" aria-label={`${worker.name}: ${skill}`} className={styles.card}>
      <Group gap="lg" wrap="nowrap" align="flex-start">
        <Pictogram media={picture} language={language} decorative className={styles.medal} />
        <Stack gap={4} flex={1}>
          <Group gap="xs">
            <PersonPicture name={worker.picture} size={40} />
            <Text fw={700} size="lg">
              {worker.name}
            </Text>
            <Text c="dimmed">{words.coach.proposedOn(formatShortDay(proposedWallMs, language))}</Text>
          </Group>
          <Title order={2}>{skill}</Title>
          <Text c="dimmed">
            {textIn(skillDescription, language)} · {textIn(taskTitle, language)}
          </Text>
        </Stack>
      </Group>
      <EvidenceList evidence={evidence} />
      <Group justify="flex-end">
        <Button variant="default" size="lg" leftSection={<IconClock size={22} />} onClick={onDecline}>
          {words.coach.decline}
        </Button>
        <Button size="lg" leftSection={<IconAward size={22} />} onClick={onAward}>
          {words.coach.award}
        </Button>
      </Group>
    </Card>
  )
}
