import { defineConfig } from 'vitest/config'

/** What `npm run check` runs, and what mutants have to survive. */
export const unitTests = {
  name: 'unit',
  include: ['{src-*,hardware,scripts,measure,test/property,test/support}/**/*.test.{ts,tsx}'],
  exclude: ['**/*.fault.test.ts'],
  testTimeout: 30_000,
  // Unit tests share nothing but modules: loading those once saves a third of the time.
  isolate: false,
}

/** `unit` runs in `npm run check`; `fault` breaks real processes, pictures and files at length, and runs in `npm test`. */
export default defineConfig({
  test: {
    environment: 'node',
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
