// "What can I do?": a wall of the skills that this worker has earned and owns.
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SkillCard } from '../../../src-domain/contract/bench.contract.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import { service } from '../../service.ts'
import { formatDay } from '../../ui/format.ts'
import { useBench } from '../benchContext.tsx'
import { BigButton } from '../parts/BigButton.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import { LargeSkill } from './LargeSkill.tsx'
import { SkillPicture } from './SkillPicture.tsx'
import styles from './SkillsScreen.module.css'
import { Strength } from './Strength.tsx'

export function SkillsScreen({ onBack }: { readonly onBack: () => void }) {
  const { words, language } = useBench()
  const [open, setOpen] = useState<string | null>(null)
  const skills = useQuery({ queryKey: ['bench.mySkills'], queryFn: () => service.bench.mySkills(), staleTime: 0 })
  const large = skills.data?.find(({ credentialId }) => credentialId === open)
  if (large) return <LargeSkill skill={large} onBack={() => setOpen(null)} />

  const names = skills.data?.map(({ name }) => `${textIn(name, language)}.`) ?? []
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <BigButton icon={IconArrowLeft} label={words.back} onPress={onBack} turns />
        <h1 className={styles.title}>
          <Spoken text={words.skills.title} aloud={[`${words.skills.title}.`, ...names].join(' ')} />
        </h1>
      </header>
      {skills.data?.length === 0 && <NoSkillsYet />}
      <ul className={styles.wall}>
        {skills.data?.map((skill) => (
          <li key={skill.credentialId}>
            <SkillTile skill={skill} onOpen={() => setOpen(skill.credentialId)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function SkillTile({ skill, onOpen }: { readonly skill: SkillCard; readonly onOpen: () => void }) {
  const { words, language } = useBench()
  return (
    <button type="button" className={styles.tile} onClick={onOpen}>
      <SkillPicture media={skill.picture} language={language} decorative className={styles.picture} />
      <span className={styles.name}>{textIn(skill.name, language)}</span>
      <span className={styles.quiet}>{words.skills.earned(formatDay(skill.awardedWallMs, language))}</span>
      <Strength strength={skill.strength} />
    </button>
  )
}

/** An empty frame with a star to come. */
function NoSkillsYet() {
  const { words } = useBench()
  return (
    <div className={styles.none}>
      <svg viewBox="0 0 240 200" aria-hidden="true">
        <rect
          x="20"
          y="14"
          width="200"
          height="172"
          rx="26"
          fill="none"
          stroke="#bfb6a2"
          strokeWidth="6"
          strokeDasharray="4 16"
          strokeLinecap="round"
        />
        <path
          d="M112 52 Q120 38 128 52 L142 82 L174 87 Q188 90 178 101 L155 124 L161 157 Q162 171 150 165 L120 150 L90 165 Q78 171 79 157 L85 124 L62 101 Q52 90 66 87 L98 82 Z"
          fill="#ffe9a3"
          stroke="#d9a514"
          strokeWidth="6"
          strokeLinejoin="round"
        />
      </svg>
      <p>
        <Spoken text={words.skills.none} />
      </p>
    </div>
  )
}
