// How far the product is: one quiet dot for each step.
import { useBench } from '../benchContext.tsx'
import styles from './StepDots.module.css'

type Props = { readonly done: number; readonly of: number; readonly present: number | null }

export function StepDots({ done, of, present }: Props) {
  const { words } = useBench()
  return (
    <div className={styles.dots} role="img" aria-label={words.work.step(present ?? done, of)}>
      {Array.from({ length: of }, (_, index) => (
        <span key={index} className={index < done ? styles.done : index === done ? styles.present : styles.open} />
      ))}
    </div>
  )
}
