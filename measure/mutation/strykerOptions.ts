// How Stryker runs here: the unit tests by Vitest, each mutant against the tests that reach it.
import { join } from 'node:path'

/** Where reports, the memory of earlier runs and the copy of the tree are kept. */
export const cacheFolder = join('.cache', 'mutation')
export const sandboxFolder = join(cacheFolder, 'sandbox')

/** Stryker's options for mutating `files`. `withStatic` adds what runs once, while a module loads. */
export const strykerOptions = (files: readonly string[], withStatic: boolean) => ({
  mutate: files,
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'measure/mutation/vitest.config.ts', related: true },
  // A changed file may have no test; that is a finding, not a failure.
  allowEmpty: true,
  coverageAnalysis: 'perTest',
  // A mutant in the start of a module (a table, a schema) cannot be tied to tests: it runs all that load the module.
  ignoreStatic: !withStatic,
  concurrency: 2,
  // Other work on the machine must not pass for an endless loop.
  timeoutMS: 10_000,
  // Text that people read, names of facts and keys of schemas: an emptied string is either a type error, which no test would
  // have let pass, or a sentence, which tests do not repeat word for word. Every mutator of logic stays on.
  mutator: { excludedMutations: ['StringLiteral'] },
  // No type checker: it would take longer than the runs that it saves, and types are not tests.
  checkers: [],
  incremental: true,
  incrementalFile: join(cacheFolder, withStatic ? 'incremental.static.json' : 'incremental.json'),
  tempDirName: sandboxFolder,
  ignorePatterns: ['.cache', 'dist', 'release', 'test-results'],
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: join(cacheFolder, 'report.json') },
  htmlReporter: { fileName: join(cacheFolder, 'report.html') },
  thresholds: { high: 80, low: 60, break: null },
  allowConsoleColors: false,
})
