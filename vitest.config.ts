import { defineConfig } from 'vitest/config'
import { temporaryFolderOfRun } from './scripts/temporaryFolder.ts'

/** Unit tests: run by `npm run check`, and by mutation testing. */
export const unitTests = {
  name: 'unit',
  include: ['{src-*,hardware,scripts,measure,test/museum,test/property,test/support}/**/*.test.{ts,tsx}'],
  exclude: ['**/*.fault.test.ts'],
  testTimeout: 30_000,
  // Unit tests share only modules; without isolation these are loaded once, which saves a third of the time.
  isolate: false,
  env: temporaryFolderOfRun(),
}

/** `unit` runs in `npm run check`; `fault` injects faults into real processes, pictures and files, takes long, and runs in `npm test`. */
export default defineConfig({
  test: {
    environment: 'node',
    // One worker for each core, not one less: tests also wait, for keys to be derived and for processes.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: unitTests,
      },
      {
        extends: true,
        test: {
          name: 'fault',
          include: ['{test/fault,measure,src-main,scripts}/**/*.fault.test.ts'],
          testTimeout: 900_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
