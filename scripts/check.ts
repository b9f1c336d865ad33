// `npm run check`: format, lint, import rules, unused code, types and unit tests, in under a minute on two cores.
import { join } from 'node:path'
import { type Job, runLanes } from './lanes.ts'

const bin = (name: string, ...args: string[]): Job => ({
  name: `${name} ${args.join(' ')}`,
  command: join('node_modules', '.bin', name),
  args,
})

/** Runs all checks in two lanes. True when all succeeded. */
export const check = (): Promise<boolean> =>
  runLanes([
    [
      bin('tsc', '-p', 'src-domain'),
      bin('tsc', '-p', 'src-main'),
      bin('tsc', '-p', 'src-main/shell/preload'),
      bin('tsc', '-p', 'src-renderer'),
      bin('tsc', '-p', 'test'),
      bin('biome', 'check', '.'),
      { name: 'import rules', command: process.execPath, args: [join('scripts', 'importRules.ts')] },
      bin('knip'),
      bin('eslint', '.', '--cache', '--cache-strategy', 'content', '--cache-location', '.cache/eslint'),
    ],
    [bin('vitest', 'run', '--project', 'unit')],
  ])

if (import.meta.main) process.exit((await check()) ? 0 : 1)
