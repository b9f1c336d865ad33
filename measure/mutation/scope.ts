// Which files the tests are measured on, and which of those a change touches.
import { execFileSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { matchesGlob } from 'node:path'

const always = ['src-domain/**/*.ts', 'src-main/service/**/*.ts', 'src-main/store/**/*.ts']

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

/**
 * Most of the renderer draws, and is tested by pictures in Chromium. What stands there as plain logic has a unit test of its
 * own name beside it: that is the mark. Words are sentences, not logic.
 */
const isTestedLogic = (file: string): boolean =>
  !/(^|\/)words(\.ts$|\/)/.test(file) &&
  ['.test.ts', '.test.tsx', '.prop.test.ts'].some((ending) => existsSync(file.replace(/\.ts$/, ending)))

/** Every file that is mutated in a whole run, as paths from the root of the repository, sorted. */
export function wholeScope(): readonly string[] {
  const files = [...globSync(always), ...globSync('src-renderer/**/*.ts').filter(isTestedLogic)]
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !isTest(file) && !file.endsWith('.d.ts'))
    .sort()
}

/** The files among `scope` that one of the comma-separated globs names. */
export const within = (scope: readonly string[], globs: string): readonly string[] =>
  scope.filter((file) => globs.split(',').some((glob) => matchesGlob(file, glob.trim())))

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim()

/** Where this branch left `origin/main`; the commit before the last one when there is none, or when it is not ahead of it. */
function defaultBase(): string {
  const known = git('for-each-ref', '--format=%(refname)', 'refs/remotes/origin/main') !== ''
  if (known && git('merge-base', 'origin/main', 'HEAD') !== git('rev-parse', 'HEAD')) return 'origin/main'
  return 'HEAD~1'
}

/** Paths that differ, committed or not, from where this branch left `base` (a Git revision). Throws when Git knows no such. */
export function changedSince(base = defaultBase()): readonly string[] {
  const changed = git('diff', '--name-only', '--diff-filter=d', git('merge-base', base, 'HEAD'))
  const untracked = git('ls-files', '--others', '--exclude-standard')
  return [...changed.split('\n'), ...untracked.split('\n')].filter((file) => file !== '')
}
