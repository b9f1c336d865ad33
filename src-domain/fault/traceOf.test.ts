import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { traceSchema } from './fault.schema.ts'
import { traceAt, traceOf } from './traceOf.ts'

/** An error with the stack that V8 would give it. */
const thrown = (message: string, ...frames: readonly string[]): Error =>
  Object.assign(new Error(message), { stack: [`Error: ${message}`, ...frames].join('\n') })

describe('the trace of an error', () => {
  it('tells where it was thrown, in files of the program', () => {
    const [innermost] = traceOf(new RangeError('Too far.')).frames
    expect(innermost).toMatch(/^src-domain\/fault\/traceOf\.test\.ts:\d+:\d+$/)
    expect(traceOf(new RangeError('Too far.')).name).toBe('RangeError')
  })

  it('keeps functions, also awaited, constructed and renamed ones', () => {
    const error = thrown(
      'Oh.',
      '    at async Object.handler [as signIn] (file:///opt/handwijzer/dist/service/main.js:54:17)',
      '    at new Fold (C:\\Program Files\\Handwijzer\\dist\\service\\main.js:9:1)',
      '    at http://127.0.0.1:4000/assets/index-Bq3_x-1.js?v=1:1:23456',
      '    at node:internal/process/task_queues:105:5',
    )
    expect(traceOf(error).frames).toEqual([
      'Object.handler dist/service/main.js:54:17',
      'Fold dist/service/main.js:9:1',
      'assets/index-Bq3_x-1.js:1:23456',
      'node/internal/process/task_queues:105:5',
    ])
  })

  it('has no message, and no folder of a user', () => {
    const error = thrown('There is no Fatima.', '    at load (/home/fatima/tools/extra.js:3:4)')
    expect(traceOf(error)).toEqual({ name: 'Error', code: null, frames: ['load extra.js:3:4'] })
  })

  it('does not take a message for frames, whatever it looks like', () => {
    const note = 'Sorry\n    at Fatima (note.ts:1:1)'
    expect(traceOf(thrown(note, '    at save (/x/src-main/store/noteTexts.ts:3:4)')).frames).toEqual([
      'save src-main/store/noteTexts.ts:3:4',
    ])
    const changed = thrown(note, '    at save (/x/src-main/store/noteTexts.ts:3:4)')
    changed.message = 'Another one.'
    expect(traceOf(changed).frames).toEqual([])
  })

  it('keeps codes and class names only where they are identifiers', () => {
    expect(traceOf(Object.assign(new Error('x'), { code: 'SQLITE_FULL' })).code).toBe('SQLITE_FULL')
    expect(traceOf(Object.assign(new Error('x'), { code: 'Fatima was here' })).code).toBeNull()
    expect(traceOf(Object.assign(new Error('x'), { name: 'Fatima was here' })).name).toBe('Error')
    expect(traceOf(z.string().safeParse(1).error).name).toMatch(/^\$?ZodError$/)
  })

  it('of a worker thread has its class and place', () => {
    const place = { filename: 'http://127.0.0.1:4000/assets/handTracker.worker-Bq3.js', lineno: 3, colno: 14 }
    expect(traceAt({ ...place, message: 'Uncaught RangeError: There is no Fatima.' })).toEqual({
      name: 'RangeError',
      code: null,
      frames: ['assets/handTracker.worker-Bq3.js:3:14'],
    })
    expect(traceAt({ message: 'Script error.', filename: '', lineno: 0, colno: 0 })).toEqual({
      name: 'Error',
      code: null,
      frames: [],
    })
  })

  it('is made of anything that can be thrown, and always has its shape', () => {
    for (const value of ['Fatima', 7, null, undefined, { name: 'Fatima' }]) {
      expect(JSON.stringify(traceOf(value))).not.toContain('Fatima')
      expect(traceSchema.safeParse(traceOf(value)).success).toBe(true)
    }
  })
})
