// The days of practice at a task as three small charts above each other: time with its plateau, mistakes, and help shown.

import { Table, Text } from '@mantine/core'
import { Fragment } from 'react'
import type { TaskProgress } from '../../../src-domain/contract/workerProgress.schema.ts'
import { formatNumber, formatShortDay } from '../../ui/format.ts'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { BarsLater } from '../BarsLater.tsx'
import { levelColours } from '../levelColours.ts'
import styles from './DaysChart.module.css'

const levels = 3
const heightPx = 84

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
  const mistakesOf = (day: (typeof days)[number]): number => (10 * day.errors) / Math.max(1, day.attempts)
  const names = days.map(({ day }) => nameOf(day))
  const rows = [
    {
      title: curve ? `${text.time} (${text.plateau(percent(curve.plateau))})` : text.time,
      values: days.map(({ timeToExpected }) => timeToExpected),
      sayValue: percent,
      most: 1,
      colour: 'var(--mantine-color-green-4)',
      line: curve?.plateau ?? null,
    },
    { title: text.mistakes, values: days.map(mistakesOf), sayValue: tenths, most: 1, colour: levelColours[3] },
    {
      title: text.help,
      values: days.map(({ meanLevel }) => meanLevel),
      sayValue: tenths,
      most: levels,
      colour: levelColours[2],
      names,
    },
  ]
  return (
    <figure className={styles.chart}>
      <div
        role="img"
        className={styles.rows}
        aria-label={text.summary(days.length, nameOf(first.day), nameOf(last.day))}
      >
        {rows.map(({ title, colour, ...row }) => (
          <Fragment key={title}>
            <Text fw={700} mb={4}>
              {title}
            </Text>
            <BarsLater heightPx={heightPx} colourOf={() => colour} {...row} />
          </Fragment>
        ))}
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
