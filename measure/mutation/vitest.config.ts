// The unit test configuration for Stryker, which runs it in its copy of the tree.
import { defineConfig } from 'vitest/config'
import { unitTests } from '../../vitest.config.ts'

export default defineConfig({
  test: {
    environment: 'node',
    ...unitTests,
    // A survivor waits for every test that reaches it. Left out are those that reach nearly every file and take longest: the
    // demonstration's month of practice, and property tests, whose thousands of runs each pass the whole machine. What they
    // alone would notice counts as not tested.
    exclude: [...unitTests.exclude, 'src-main/service/site/demonstration/**', '**/*.prop.test.ts', 'test/property/**'],
    // Instrumented code is slower. Stryker has its own time limit per mutant.
    testTimeout: 300_000,
  },
})
