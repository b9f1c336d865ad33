// The tasks as pictures to choose from. One that cannot be started here says to staff what it lacks.
import { IconBulb, IconHandFinger, IconSeedling, IconThumbUp, IconTool, IconVolume } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TaskCard } from '../../../src-domain/contract/bench.contract.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import { service } from '../../service.ts'
import { Pictogram } from '../../ui/Pictogram.tsx'
import { useBench } from '../benchContext.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import styles from './TaskWall.module.css'

export function TaskWall({ workerId }: { readonly workerId: string | null }) {
  const { words, language } = useBench()
  const tasks = useQuery({ queryKey: ['bench.tasks', workerId], queryFn: () => service.bench.tasks(), staleTime: 0 })
  const titles = tasks.data?.map(({ title }) => `${textIn(title, language)}.`) ?? []
  return (
    <>
      <h1 className={styles.question}>
        <Spoken text={words.tasks.choose} aloud={[words.tasks.choose, ...titles].join(' ')} />
      </h1>
      {tasks.data?.length === 0 && <p className={styles.none}>{words.tasks.none}</p>}
      <ul className={styles.wall} data-count={Math.min(9, tasks.data?.length ?? 0)}>
        {tasks.data?.map((task) => (
          <li key={task.id} className={styles.place}>
            <TaskTile task={task} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** All alike but for their sign: none is the better one. */
const fitIcons = { alone: IconThumbUp, withHelp: IconBulb, learnNext: IconSeedling, later: IconHandFinger } as const

function Fit({ fit }: { readonly fit: NonNullable<TaskCard['fit']> }) {
  const { words } = useBench()
  const Icon = fitIcons[fit]
  return (
    <span className={styles.fit}>
      <Icon aria-hidden="true" stroke={2} />
      {words.tasks.fit[fit]}
    </span>
  )
}

function TaskTile({ task }: { readonly task: TaskCard }) {
  const { words, language, run, say, hasVoice } = useBench()
  const title = textIn(task.title, language)
  const made = task.practised === 0 ? words.tasks.neverMade : words.tasks.made(task.practised)
  const [problem] = task.problems
  const facts = problem ? [words.tasks.notReady] : task.fit ? [words.tasks.fit[task.fit], made] : [made]
  return (
    <>
      <button
        type="button"
        className={styles.tile}
        disabled={problem !== undefined}
        onClick={() => run(() => service.bench.startTask({ taskId: task.id }))}
      >
        <Pictogram media={task.picture} language={language} decorative className={styles.picture} />
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>
          {problem ? (
            <span className={styles.notReady}>
              <IconTool aria-hidden="true" />
              {words.tasks.notReady}
            </span>
          ) : (
            <>
              {task.fit && <Fit fit={task.fit} />}
              <span className={styles.made}>{made}</span>
            </>
          )}
          {problem && (
            <span className={styles.reason} lang="en">
              {problem.path}: {problem.reason}. {problem.remedy}
            </span>
          )}
        </span>
      </button>
      {hasVoice && (
        <button
          type="button"
          className={styles.speaker}
          aria-label={`${words.read}: ${title}`}
          onClick={() =>
            say([`${title}.`, textIn(task.summary, language), ...facts.map((fact) => `${fact}.`)].join(' '))
          }
        >
          <IconVolume aria-hidden="true" />
        </button>
      )}
    </>
  )
}
