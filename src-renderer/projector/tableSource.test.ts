import { expect, test } from 'vitest'
import { rememberedSource, rememberSource, type TableSource } from './tableSource.ts'

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}
const again = (source: TableSource): TableSource => {
  const kept = memory()
  rememberSource(kept, source)
  return rememberedSource(kept)
}

test('begins with the virtual bench and the user’s own hand', () => {
  expect(rememberedSource(memory())).toEqual({ kind: 'virtual', worker: 'me' })
})

test('remembers who works at the virtual bench, and that a camera was chosen', () => {
  expect(again({ kind: 'virtual', worker: 'expert' })).toEqual({ kind: 'virtual', worker: 'expert' })
  expect(again({ kind: 'camera', choice: null })).toEqual({ kind: 'camera', choice: null })
})

test('does not remember a clip, which has to be chosen again', () => {
  expect(again({ kind: 'clip', film: new Blob(), bench: null })).toEqual({ kind: 'virtual', worker: 'me' })
})
