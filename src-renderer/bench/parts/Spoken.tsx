// Words that are read aloud when they are touched. Without a voice for the language they are just words.
import { IconVolume } from '@tabler/icons-react'
import { useBench } from '../benchContext.tsx'
import styles from './Spoken.module.css'

type Props = {
  readonly text: string
  /** What is said, where that is more than what is written. */
  readonly aloud?: string
  readonly onGreen?: boolean
}

export function Spoken({ text, aloud = text, onGreen = false }: Props) {
  const { say, hasVoice, words } = useBench()
  if (!hasVoice) return text
  const lastWord = text.lastIndexOf(' ') + 1
  return (
    <button
      type="button"
      className={`${styles.spoken} ${onGreen ? styles.onGreen : ''}`}
      onClick={() => say(aloud)}
      title={words.read}
    >
      {text.slice(0, lastWord)}
      <span className={styles.last}>
        {text.slice(lastWord)}
        <IconVolume className={styles.speaker} aria-hidden="true" stroke={2.2} />
      </span>
    </button>
  )
}
