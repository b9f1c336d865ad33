// Between sign-in and work: choose what to make, look at one's own skills, or change how the bench speaks.
import { IconAward, IconDoorExit, IconSettings } from '@tabler/icons-react'
import { useState } from 'react'
import type { BenchState } from '../../../src-domain/session/benchState.schema.ts'
import { service } from '../../service.ts'
import { PersonPicture } from '../../ui/personPictures/PersonPicture.tsx'
import { useBench } from '../benchContext.tsx'
import { BigButton } from '../parts/BigButton.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import { SkillsScreen } from '../skills/SkillsScreen.tsx'
import styles from './ChoosingScreen.module.css'
import { SettingsScreen } from './SettingsScreen.tsx'
import { TaskWall } from './TaskWall.tsx'

type View = 'tasks' | 'skills' | 'settings'

export function ChoosingScreen({ worker }: { readonly worker: NonNullable<BenchState['worker']> }) {
  const { words, run } = useBench()
  const [view, setView] = useState<View>('tasks')
  const backToTasks = () => setView('tasks')
  if (view === 'skills') return <SkillsScreen onBack={backToTasks} />
  if (view === 'settings') return <SettingsScreen preferences={worker.preferences} onBack={backToTasks} />
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <PersonPicture name={worker.picture} className={styles.picture} />
        <p className={styles.hello}>
          <Spoken text={worker.name === '' ? words.tasks.greetingGuest : words.tasks.greeting(worker.name)} />
        </p>
        {worker.personId !== null && (
          <BigButton icon={IconAward} label={words.skills.title} onPress={() => setView('skills')} look="sun" />
        )}
        <BigButton icon={IconSettings} label={words.settings} onPress={() => setView('settings')} />
        <BigButton icon={IconDoorExit} label={words.signOut} onPress={() => run(() => service.bench.signOut())} turns />
      </header>
      <TaskWall workerId={worker.personId} />
    </div>
  )
}
