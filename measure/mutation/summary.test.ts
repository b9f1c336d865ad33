import { describe, expect, it } from 'vitest'
import { type MutationReport, merge, only, reportSchema, summarize, survivorsByFile } from './summary.ts'

const report = (files: Record<string, readonly string[]>): MutationReport =>
  reportSchema.parse({
    schemaVersion: '1',
    files: Object.fromEntries(
      Object.entries(files).map(([file, statuses]) => [
        file,
        { language: 'typescript', source: '', mutants: statuses.map((status, id) => ({ id: `${id}`, status })) },
      ]),
    ),
  })

const mixed = report({
  'src-domain/result.ts': ['Killed', 'Ignored'],
  'src-domain/session/flow.ts': ['Killed', 'Timeout', 'Survived', 'CompileError'],
  'src-domain/session/work/deep.ts': ['NoCoverage', 'RuntimeError', 'Killed'],
  'src-main/store/silent.ts': ['Ignored', 'Pending'],
})

describe('the mutation score', () => {
  it('counts a timeout as killed and a mutant without coverage as survived', () => {
    expect(summarize(mixed)).toMatchObject({ mutants: 6, killed: 4, survived: 2, score: 0.6667 })
  })

  it('is given per folder, two levels deep', () => {
    expect(summarize(mixed).byFolder).toEqual({
      'src-domain': { mutants: 1, killed: 1, survived: 0, score: 1 },
      'src-domain/session': { mutants: 5, killed: 3, survived: 2, score: 0.6 },
      'src-main/store': { mutants: 0, killed: 0, survived: 0, score: null },
    })
  })

  it('is null without mutants', () => {
    expect(summarize(report({}))).toEqual({ mutants: 0, killed: 0, survived: 0, score: null, byFolder: {} })
  })
})

describe('reports', () => {
  it('list the files with survivors, most survivors first', () => {
    const lines = survivorsByFile(
      report({ 'a.ts': ['Survived', 'Killed'], 'b.ts': ['Survived', 'NoCoverage'], 'c.ts': ['Killed'] }),
    )
    expect(lines.map((line) => line.trim())).toEqual(['2/2  b.ts', '1/2  a.ts'])
  })

  it('leave out files that were not requested', () => {
    expect(Object.keys(only(mixed, ['src-domain/result.ts', 'absent.ts']).files)).toEqual(['src-domain/result.ts'])
  })

  it('are merged, the last one deciding about a file that two of them contain', () => {
    const both = merge([report({ 'a.ts': ['Survived'], 'b.ts': ['Killed'] }), report({ 'a.ts': ['Killed'] })])
    expect(summarize(both)).toMatchObject({ mutants: 2, killed: 2 })
  })

  it('with an unknown status are refused', () => {
    expect(() => report({ 'a.ts': ['Resting'] })).toThrow()
  })
})
