// Summarises Stryker's report: how many mutants the tests killed, by folder and by file.
import { z } from 'zod'

const statusSchema = z.enum([
  'Killed',
  'Survived',
  'NoCoverage',
  'Timeout',
  'CompileError',
  'RuntimeError',
  'Ignored',
  'Pending',
])

/** The part of Stryker's JSON report (mutation-testing-report-schema) that is used here. */
export const reportSchema = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: statusSchema })) })),
})
export type MutationReport = z.infer<typeof reportSchema>

/**
 * `mutants` = `killed` + `survived`; ignored and invalid mutants are not counted. A timeout counts as killed, a mutant without
 * coverage as survived. `score` is `killed / mutants` rounded to four places, null without mutants.
 */
export type Tally = {
  readonly mutants: number
  readonly killed: number
  readonly survived: number
  readonly score: number | null
}
export type Summary = Tally & { readonly byFolder: Readonly<Record<string, Tally>> }

const noticed = new Set(['Killed', 'Timeout'])
const missed = new Set(['Survived', 'NoCoverage'])

function tally(statuses: readonly string[]): Tally {
  const killed = statuses.filter((status) => noticed.has(status)).length
  const survived = statuses.filter((status) => missed.has(status)).length
  const mutants = killed + survived
  return { mutants, killed, survived, score: mutants === 0 ? null : Math.round((killed / mutants) * 10_000) / 10_000 }
}

/** `src-domain/session/flow.ts` counts for `src-domain/session`, `src-domain/result.ts` for `src-domain`. */
const folderOf = (file: string): string => file.split('/').slice(0, -1).slice(0, 2).join('/')

function tallies(report: MutationReport, keyOf: (file: string) => string): Readonly<Record<string, Tally>> {
  const groups = Map.groupBy(Object.keys(report.files).sort(), keyOf)
  return Object.fromEntries(
    [...groups].map(([key, files]) => [
      key,
      tally(files.flatMap((file) => report.files[file]?.mutants.map(({ status }) => status) ?? [])),
    ]),
  )
}

/** Merges several reports. A file in more than one is taken from the last. */
export const merge = (reports: readonly MutationReport[]): MutationReport => ({
  files: Object.assign({}, ...reports.map(({ files }) => files)) as MutationReport['files'],
})

/** A report restricted to the requested files: an incremental one also contains those of earlier runs. */
export const only = (report: MutationReport, files: readonly string[]): MutationReport => ({
  files: Object.fromEntries(Object.entries(report.files).filter(([file]) => files.includes(file))),
})

/** The tally of a report, in total and by folder. */
export function summarize(report: MutationReport): Summary {
  const all = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status))
  return { ...tally(all), byFolder: tallies(report, folderOf) }
}

/** One line per file with survivors, `survived/mutants file`, the most survivors first. */
export const survivorsByFile = (report: MutationReport): readonly string[] =>
  Object.entries(tallies(report, (file) => file))
    .filter(([, { survived }]) => survived > 0)
    .sort(([, a], [, b]) => b.survived - a.survived)
    .map(([file, { survived, mutants }]) => `${`${survived}/${mutants}`.padStart(9)}  ${file}`)
