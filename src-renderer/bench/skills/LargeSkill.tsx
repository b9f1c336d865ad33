// One skill, large: what, when, how often, how sure, who confirmed it; read aloud, and to take along as a file.
import { IconArrowLeft, IconDownload, IconShieldCheck, IconShieldQuestion, IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import type { SkillCard } from '../../../src-domain/contract/bench.contract.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import { service } from '../../service.ts'
import { useClock } from '../../ui/clockContext.tsx'
import { saveFile } from '../../ui/download.ts'
import { formatDay } from '../../ui/format.ts'
import { useBench } from '../benchContext.tsx'
import { BigButton } from '../parts/BigButton.tsx'
import { CatalogueNote } from './CatalogueNote.tsx'
import styles from './LargeSkill.module.css'
import { SkillPicture } from './SkillPicture.tsx'
import { Strength } from './Strength.tsx'

export function LargeSkill({ skill, onBack }: { readonly skill: SkillCard; readonly onBack: () => void }) {
  const { words, language, run, say, hasVoice } = useBench()
  const clock = useClock()
  const [saved, setSaved] = useState(false)
  const { earned, evidence, retained, confirmedBy, strength, genuine, notGenuine, takeAlong } = words.skills
  const name = textIn(skill.name, language)
  const description = textIn(skill.description, language)
  const keptDays = Math.floor(skill.retentionDays ?? 0)
  const facts = [
    earned(formatDay(skill.awardedWallMs, language)),
    ...(skill.unaidedCleanCycles === null || skill.days === null
      ? []
      : [evidence(skill.unaidedCleanCycles, skill.days)]),
    ...(keptDays > 0 ? [retained(keptDays)] : []),
    confirmedBy(skill.coachName),
  ]
  const check = skill.verified ? genuine : notGenuine
  const CheckIcon = skill.verified ? IconShieldCheck : IconShieldQuestion

  const download = async () => {
    const { fileName, json } = await service.bench.mySkill({ credentialId: skill.credentialId })
    saveFile(clock, fileName, 'application/json', json)
    setSaved(true)
  }
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <BigButton icon={IconArrowLeft} label={words.back} onPress={onBack} turns />
        <span className={styles.gap} />
        {hasVoice && (
          <BigButton
            icon={IconVolume}
            label={words.read}
            onPress={() => say([name, description, ...facts, strength[skill.strength], check].join('. '))}
          />
        )}
        <BigButton icon={IconDownload} label={takeAlong} look="primary" onPress={() => run(download)} />
      </header>
      <article className={styles.card}>
        <SkillPicture media={skill.picture} language={language} className={styles.picture} />
        <div className={styles.words}>
          <h1>{name}</h1>
          <p className={styles.description}>{description}</p>
          <ul className={styles.facts}>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          <Strength strength={skill.strength} />
          <p className={skill.verified ? styles.genuine : styles.doubtful}>
            <CheckIcon aria-hidden="true" />
            {check}
          </p>
          <CatalogueNote catalogue={skill.catalogue} />
        </div>
      </article>
      <p className={styles.saved} role="status">
        {saved && words.skills.saved}
      </p>
    </div>
  )
}
