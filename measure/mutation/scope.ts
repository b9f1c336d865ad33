// Selects the files to mutate, all or only those that a change touches.
import { execFileSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { matchesGlob } from 'node:path'

const always = ['src-domain/**/*.ts', 'src-main/service/**/*.ts', 'src-main/store/**/*.ts']

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

/**
 * Most of the renderer draws, and is tested by pictures in Chromium. Only its files with a unit test of the same name are plain
 * logic. Files of user-interface texts are excluded.
 */
const isTestedLogic = (file: string): boolean =>
  !/(^|\/)words(\.ts$|\/)/.test(file) &&
  ['.test.ts', '.test.tsx', '.prop.test.ts'].some((ending) => existsSync(file.replace(/\.ts$/, ending)))

/** Every file that a full run mutates, as paths from the root of the repository, sorted. */
export function wholeScope(): readonly string[] {
  const files = [...globSync(always), ...globSync('src-renderer/**/*.ts').filter(isTestedLogic)]
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !isTest(file) && !file.endsWith('.d.ts'))
    .sort()
}

/** The files in `scope` that match one of the comma-separated globs. */
export const within = (scope: readonly string[], globs: string): readonly string[] =>
  scope.filter((file) => globs.split(',').some((glob) => matchesGlob(file, glob.trim())))

/**
 * Every n-th file of a sorted scope, so that each folder is represented by its size: the mutation score of the sample estimates
 * that of the scope.
 * @param every n, at least 1.
 * @param from index of the first file taken, 0 to n − 1: another start is an independent sample.
 */
export const everyNth = (scope: readonly string[], every: number, from: number): readonly string[] =>
  scope.filter((_, index) => index % every === from % every)

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim()

/** The merge base with `origin/main`; the previous commit when there is none, or when the branch is not ahead of it. */
function defaultBase(): string {
  const known = git('for-each-ref', '--format=%(refname)', 'refs/remotes/origin/main') !== ''
  if (known && git('merge-base', 'origin/main', 'HEAD') !== git('rev-parse', 'HEAD')) return 'origin/main'
  return 'HEAD~1'
}

/**
 * Paths that differ, committed or not, from the merge base with `base` (a Git revision). Throws when Git does not know the
 * revision.
 */
export function changedSince(base = defaultBase()): readonly string[] {
  const changed = git('diff', '--name-only', '--diff-filter=d', git('merge-base', base, 'HEAD'))
  const untracked = git('ls-files', '--others', '--exclude-standard')
  return [...changed.split('\n'), ...untracked.split('\n')].filter((file) => file !== '')
}
