// How sure it is, in three steps that can be seen without reading.

import type { SkillCard } from '../../../src-domain/contract/bench.contract.ts'
import { evidenceGrades } from '../../../src-domain/passport/evidenceGrade.ts'
import { useBench } from '../benchContext.tsx'
import styles from './Strength.module.css'

export function Strength({ strength }: Pick<SkillCard, 'strength'>) {
  const { words } = useBench()
  const reached = evidenceGrades.indexOf(strength)
  return (
    <span className={styles.strength}>
      <span className={styles.steps} aria-hidden="true">
        {evidenceGrades.map((grade, step) => (
          <span key={grade} className={step <= reached ? styles.reached : styles.open} data-step={step} />
        ))}
      </span>
      {words.skills.strength[strength]}
    </span>
  )
}
