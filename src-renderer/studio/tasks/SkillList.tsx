// The skills that can be earned with a task, with their names in the public catalogue.
import { Card, Stack, Text, Title } from '@mantine/core'
import type { TaskDetail } from '../../../src-domain/contract/studio.contract.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import { Pictogram } from '../../ui/Pictogram.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import styles from './SkillList.module.css'

export function SkillList({ detail }: { readonly detail: TaskDetail }) {
  const { words, language } = useStaffWords()
  const { instruction, media, catalogue } = detail
  const labelOf = (uri: string) => {
    const label = catalogue.skills.find((skill) => skill.uri === uri)?.label
    return label ? (language === 'nl' ? label.nl : label.en) : uri
  }
  return (
    <Card component="section">
      <Title order={2} size="h3" mb="md">
        {words.studio.skills}
      </Title>
      {instruction.skills.length === 0 && <Text>{words.studio.noSkills}</Text>}
      <Stack gap="lg">
        {instruction.skills.map((skill) => {
          const picture = media[skill.picture]
          return (
            <article key={skill.id} className={styles.skill}>
              {picture && <Pictogram media={picture} language={language} decorative />}
              <div>
                <Text fw={700}>{textIn(skill.name, language)}</Text>
                <Text c="dimmed">
                  {textIn(skill.description, language)} · {words.studio.skillSteps(skill.steps.length)}
                </Text>
                {skill.catalogue.length > 0 && (
                  <ul aria-label={words.studio.catalogue}>
                    {skill.catalogue.map((uri) => (
                      <li key={uri} lang={language === 'nl' ? 'nl' : 'en'}>
                        {labelOf(uri)}
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            </article>
          )
        })}
      </Stack>
      {catalogue.skills.length > 0 && (
        <div className={styles.attribution} lang="en">
          {catalogue.attribution.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
    </Card>
  )
}
