import { describe, expect, it } from 'vitest'
import { headHash, readCode, shortCode } from '../../src-domain/event/segment.ts'
import { createLogFileVerifier } from '../../src-domain/event/verifyLogFile.ts'
import { temporaryFolder } from '../../test/support/folders.ts'
import { openTestStore } from '../../test/support/stores.ts'
import { exportLog } from './exportLog.ts'
import { isSignedBy } from './logKey.ts'
import { sha256 } from './sha256.ts'

function exported() {
  const folder = temporaryFolder()
  const store = openTestStore(folder, { eventsPerSegment: 4 })
  for (let event = 0; event < 10; event += 1) {
    store.append([{ type: 'deviceLost', device: `d${event}` }], { wallMs: event, monoMs: event, bootId: 'boot' })
  }
  const codes = store.events.segments().map(({ head }) => shortCode(headHash(head, sha256)))
  store.close()
  return { lines: [...exportLog(folder)], codes }
}

function check(lines: readonly string[], codes: readonly string[] = []) {
  const verifier = createLogFileVerifier({ sha256, isSigned: isSignedBy })
  for (const line of lines) verifier.take(line)
  return verifier.report(codes)
}

describe('an exported log', () => {
  it('is checked without the database', () => {
    const { lines, codes } = exported()
    expect(check(lines, codes)).toEqual({
      events: 11,
      segments: 2,
      withoutEvents: 0,
      code: codes.at(-1),
      firstBad: null,
    })
  })

  const changed = (lines: readonly string[], index: number, change: (line: string) => string[]) =>
    lines.flatMap((line, at) => (at === index ? change(line) : line))

  it.each<[what: string, change: (lines: readonly string[]) => readonly string[], line: number, seq: number | null]>([
    ['an edited event', (lines) => changed(lines, 3, (line) => [line.replace('d1', 'd7')]), 4, 3],
    ['an entry that is no JSON', (lines) => changed(lines, 3, () => ['{"seq":3,']), 4, null],
    ['a fact that is no JSON', (lines) => changed(lines, 3, (line) => [line.replace('{\\"type', '{\\"typ')]), 4, 3],
    ['a missing event', (lines) => changed(lines, 3, () => []), 4, 4],
    ['an event twice', (lines) => changed(lines, 3, (line) => [line, line]), 5, 3],
    [
      'two events swapped',
      (lines) =>
        changed(
          changed(lines, 2, () => []),
          2,
          (line) => [line, lines[2] ?? ''],
        ),
      3,
      3,
    ],
    ['a segment missing in the middle', (lines) => lines.filter((_, at) => at < 6 || at > 10), 7, 9],
    ['a changed head', (lines) => changed(lines, 5, (line) => [line.replace('"toSeq":4', '"toSeq":3')]), 6, null],
    [
      'another signature',
      (lines) => changed(lines, 5, (line) => [line.replace(/"signature":"../, '"signature":"zz')]),
      6,
      null,
    ],
    ['no first line', (lines) => lines.slice(1), 1, null],
    ['nothing', () => [], 0, null],
  ])('that has %s is found, with the first bad entry', (_what, change, line, seq) => {
    const { lines } = exported()
    expect(check(change(lines)).firstBad).toMatchObject({ line, seq })
  })

  it('says how many of its segments are there by their head only', () => {
    const { lines, codes } = exported()
    const dropped = lines.filter((_, at) => at < 6 || at > 9)
    expect(check(dropped, codes)).toMatchObject({ events: 7, segments: 2, withoutEvents: 1, firstBad: null })
  })

  it('whose end was cut off is found when its code is known', () => {
    const { lines, codes } = exported()
    const cut = lines.slice(0, 6)
    expect(check(cut).firstBad).toBeNull()
    expect(check(cut, codes).firstBad?.sentence).toContain(codes[1])
  })

  it('made anew with another key is found when its code is known', () => {
    const [first, second] = [exported(), exported()]
    expect(check(second.lines).firstBad).toBeNull()
    expect(check(second.lines, first.codes).firstBad?.sentence).toContain('is not in this log')
  })

  it('has a code that is read as people write it', () => {
    expect(readCode('ab1l-o0zz 22yy-1234')).toBe('AB11-00ZZ-22YY-1234')
  })
})
