// The days of practice at a task as three small charts above each other: time with its plateau, mistakes, and help shown.
import { Table } from '@mantine/core'
import type { TaskProgress } from '../../../src-domain/contract/workerProgress.schema.ts'
import { formatNumber, formatShortDay } from '../../ui/format.ts'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { type Bar, BarRow } from './BarRow.tsx'
import styles from './DaysChart.module.css'

const levels = 3

export function DaysChart({ task }: { readonly task: TaskProgress }) {
  const { words, language } = useStaffWords()
  const text = words.learning.days
  const { days, curve } = task
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const nameOf = (day: string): string => formatShortDay(Date.parse(`${day}T12:00:00`), language)
  const percent = (share: number): string =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)
  const tenths = (value: number): string => formatNumber(value, language, 1)
  const bars = (valueOf: (day: (typeof days)[number]) => number | null, say: (value: number) => string): Bar[] =>
    days.map((day) => {
      const value = valueOf(day)
      return { key: day.day, value, label: value === null ? '' : say(value) }
    })
  const mistakesOf = (day: (typeof days)[number]): number => (10 * day.errors) / Math.max(1, day.attempts)
  const rows = [
    { title: text.time, bars: bars(({ timeToExpected }) => timeToExpected, percent), most: 1, colour: '#659f85' },
    { title: text.mistakes, bars: bars(mistakesOf, tenths), most: 1, colour: '#f0a033' },
    { title: text.help, bars: bars(({ meanLevel }) => meanLevel, tenths), most: levels, colour: '#ffd34d' },
  ]
  const names = days.map(({ day }) => nameOf(day))
  return (
    <figure className={styles.chart}>
      <div role="img" aria-label={text.summary(days.length, nameOf(first.day), nameOf(last.day))}>
        {rows.map(({ title, ...row }, index) => (
          <BarRow
            key={title}
            title={index === 0 && curve ? `${title} (${text.plateau(percent(curve.plateau))})` : title}
            line={index === 0 ? (curve?.plateau ?? null) : null}
            {...row}
          />
        ))}
        <div className={styles.names}>
          {names.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </div>
      </div>
      <details>
        <summary>{text.table}</summary>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {[text.day, text.steps, text.time, text.mistakes, text.help].map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days.map((day, index) => (
              <Table.Tr key={day.day}>
                <Table.Th scope="row">{names[index]}</Table.Th>
                <Table.Td>{day.attempts}</Table.Td>
                <Table.Td>{day.timeToExpected === null ? '–' : percent(day.timeToExpected)}</Table.Td>
                <Table.Td>{tenths(mistakesOf(day))}</Table.Td>
                <Table.Td>{tenths(day.meanLevel)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  )
}
