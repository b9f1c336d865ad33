import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeNotices } from './notices.ts'

describe('the third-party notices', () => {
  it('match the present lock file (npm run notices)', () => {
    expect(readFileSync(join(import.meta.dirname, '..', 'THIRD-PARTY-NOTICES.md'), 'utf8')).toBe(makeNotices())
  })

  it('list packages bundled into the pages, those that the service uses, and those copied as files', () => {
    const table = makeNotices().split('\n## ')[0] ?? ''
    for (const name of ['react', 'three', 'xstate', '@mediapipe/hands', '@mediapipe/tasks-vision', 'zod'])
      expect(table).toContain(`| ${name} |`)
    expect(table).not.toContain('| vitest |')
  })
})
