// The unit test configuration for Stryker, which runs it in its copy of the tree.
import { defineConfig } from 'vitest/config'
import { unitTests } from '../../vitest.config.ts'

export default defineConfig({
  test: {
    environment: 'node',
    ...unitTests,
    // The simulation of a month of practice covers nearly every file and takes longest: every survivor would wait for it. What
    // only this test would detect counts as not tested.
    exclude: [...unitTests.exclude, 'src-main/service/demonstration/**'],
    // Instrumented code is slower. Stryker has its own time limit per mutant.
    testTimeout: 300_000,
  },
})
