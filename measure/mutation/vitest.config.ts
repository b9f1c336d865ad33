// The unit tests alone, as Stryker runs them in its copy of the tree.
import { defineConfig } from 'vitest/config'
import { unitTests } from '../../vitest.config.ts'

export default defineConfig({
  test: {
    environment: 'node',
    ...unitTests,
    // The story that makes a month of practice passes through nearly every file and takes longest of all: every survivor
    // would wait for it. What it alone would notice counts as not tested.
    exclude: [...unitTests.exclude, 'src-main/service/demonstration/**'],
    // Instrumented code is slower. Stryker itself ends a mutant that takes too long.
    testTimeout: 300_000,
  },
})
