// What the skill is called in the public catalogue, small, with the sentences that its owners ask for.
import type { CatalogueNames } from '../../../src-domain/contract/catalogueNames.schema.ts'
import { useBench } from '../benchContext.tsx'
import styles from './CatalogueNote.module.css'

export function CatalogueNote({ catalogue }: { readonly catalogue: CatalogueNames }) {
  const { words, language } = useBench()
  if (catalogue.skills.length === 0) return null
  const shown = language === 'nl' ? 'nl' : 'en'
  return (
    <aside className={styles.note} aria-label={words.skills.inEurope}>
      <p className={styles.names}>
        {words.skills.inEurope}:{' '}
        <strong lang={shown} dir="ltr">
          {catalogue.skills.map(({ label }) => label[shown]).join(', ')}
        </strong>
      </p>
      <p className={styles.thanks} lang="en" dir="ltr">
        {catalogue.attribution.join(' ')}
      </p>
    </aside>
  )
}
