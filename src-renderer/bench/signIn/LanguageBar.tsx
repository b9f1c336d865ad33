// Every language by its own name, so that it is found by those who speak it.
import { IconLanguage } from '@tabler/icons-react'
import { type Language, workerLanguages } from '../../../src-domain/instruction/language.ts'
import { workerWords } from '../../ui/words/words.ts'
import { useBench } from '../benchContext.tsx'
import styles from './LanguageBar.module.css'

type Props = { readonly language: Language; readonly onChoose: (language: Language) => void }

export function LanguageBar({ language, onChoose }: Props) {
  const { words } = useBench()
  return (
    <nav className={styles.bar} aria-label={words.language}>
      <IconLanguage aria-hidden="true" className={styles.icon} />
      {workerLanguages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          className={styles.language}
          aria-pressed={one === language}
          onClick={() => onChoose(one)}
        >
          {workerWords[one].languageName}
        </button>
      ))}
    </nav>
  )
}
