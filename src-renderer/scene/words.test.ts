import { describe, expect, it } from 'vitest'
import { workerLanguages } from '../../src-domain/instruction/language.ts'
import { sceneWords } from './words.ts'

describe('the words on the table', () => {
  it.each(workerLanguages)('are short and complete in %s', (language) => {
    for (const text of Object.values(sceneWords[language])) {
      expect(text.trim()).toBe(text)
      expect(text.length).toBeGreaterThan(0)
      expect(text.split(' ').length).toBeLessThanOrEqual(5)
      expect(text.length).toBeLessThanOrEqual(24)
    }
  })

  it.each(workerLanguages)('greet by name in %s', (language) => {
    expect(sceneWords[language].hello).toContain('{name}')
  })

  it('give different buttons different captions in every language', () => {
    for (const { done, help, pause, goOn } of Object.values(sceneWords)) {
      expect(new Set([done, help, pause, goOn]).size).toBe(4)
    }
  })
})
