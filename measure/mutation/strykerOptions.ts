// Stryker's configuration: the unit tests by Vitest, each mutant against the tests that cover it.
import { join } from 'node:path'

/** Where reports, incremental results and the copy of the tree are stored. */
export const cacheFolder = join('.cache', 'mutation')
export const sandboxFolder = join(cacheFolder, 'sandbox')

/** Stryker's options for mutating `files`. `withStatic` includes code that runs once, while a module loads. */
export const strykerOptions = (files: readonly string[], withStatic: boolean) => ({
  mutate: files,
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'measure/mutation/vitest.config.ts', related: true },
  // A changed file without tests is a finding, not an error.
  allowEmpty: true,
  coverageAnalysis: 'perTest',
  // A static mutant (in a table, a schema) cannot be attributed to tests: it runs all tests that load the module.
  ignoreStatic: !withStatic,
  concurrency: 2,
  // Generous, so that a busy machine is not taken for an endless loop.
  timeoutMS: 10_000,
  // Strings are user-interface texts, event names and schema keys: an emptied one is either a type error, or a sentence that
  // tests do not repeat verbatim. All mutators of logic stay on.
  mutator: { excludedMutations: ['StringLiteral'] },
  // No type checker: it would take longer than the runs it saves.
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
