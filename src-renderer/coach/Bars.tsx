// One series of values as bars. The only file that imports the chart library: BarsLater.tsx loads it when a chart is shown.
import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'
import styles from './Bars.module.css'

export type BarsProps = {
  /** null where nothing was measured. */
  readonly values: readonly (number | null)[]
  /** What the chart reaches up to, where no value is higher. */
  readonly most: number
  readonly heightPx: number
  readonly colourOf: (value: number) => string
  /** What is written above a bar. */
  readonly sayValue?: (value: number) => string
  /** What is written under each bar. */
  readonly names?: readonly string[]
  /** A value to be compared with, as a dashed line. */
  readonly line?: number | null
  /** Values with a quiet line behind the bars. */
  readonly grid?: readonly number[]
  readonly leastBarPx?: number
}

const labelPx = 24
const namesPx = 28
const axisPx = 2

/** The bars alone: whoever shows them describes them to those who do not see them. */
export function Bars({
  values,
  most,
  heightPx,
  colourOf,
  sayValue,
  names,
  line,
  grid = [],
  leastBarPx = 2,
}: BarsProps) {
  const top = Math.max(most, ...values.map((value) => value ?? 0))
  return (
    <BarChart
      className={styles.bars}
      h={heightPx + (sayValue ? labelPx : 0) + (names ? namesPx : axisPx)}
      data={values.map((value, index) => ({ name: names?.[index] ?? String(index), value }))}
      dataKey="name"
      series={[{ name: 'value', color: 'green' }]}
      getBarColor={colourOf}
      minBarSize={leastBarPx}
      maxBarWidth={64}
      // The description stands beside the chart; a focus stop on every bar would only repeat it.
      accessibilityLayer={false}
      withTooltip={false}
      withYAxis={false}
      gridAxis="none"
      yAxisProps={{ domain: [0, top] }}
      xAxisProps={{
        axisLine: { stroke: 'var(--mantine-color-gray-4)', strokeWidth: axisPx },
        height: names ? namesPx : axisPx,
        ...(names ? {} : { tick: false }),
      }}
      barChartProps={{ margin: { top: sayValue ? labelPx : 0, right: 0, bottom: 0, left: 0 } }}
      barProps={{ radius: sayValue ? [6, 6, 0, 0] : 2 }}
      withBarValueLabel={sayValue !== undefined}
      valueFormatter={(value: number | null) => (value === null ? '' : (sayValue?.(value) ?? ''))}
      valueLabelProps={{ className: styles.label }}
      referenceLines={[
        ...grid.map((y) => ({ y, color: 'gray.2', zIndex: -1 })),
        ...(line === null || line === undefined
          ? []
          : [{ y: line, color: 'green', strokeWidth: 2, strokeDasharray: '6 4' }]),
      ]}
    />
  )
}
