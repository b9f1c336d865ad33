import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src-*/**/*.test.{ts,tsx}', 'hardware/**/*.test.ts', 'scripts/**/*.test.ts', 'measure/**/*.test.ts', 'test/property/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
  },
})
