// Selects the language of the staff's pages; each language by its own name.
import { Select } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { staffLanguages } from '../../../src-domain/instruction/language.ts'
import { workerWords } from '../words/words.ts'
import { useStaffWords } from './staffContext.tsx'

const languages = staffLanguages.map((value) => ({ value, label: workerWords[value].languageName }))

export function LanguageSelect() {
  const { language, setLanguage, words } = useStaffWords()
  return (
    <Select
      aria-label={words.common.language}
      leftSection={<IconLanguage size={20} />}
      data={languages}
      value={language}
      allowDeselect={false}
      w={170}
      onChange={(value) => {
        const chosen = staffLanguages.find((one) => one === value)
        if (chosen) setLanguage(chosen)
      }}
    />
  )
}
