import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../../test/support/folders.ts'
import { openDatabase } from '../store/openDatabase.ts'
import { StoreFailure } from '../store/storeFailure.ts'
import { describeFault } from './describeFault.ts'
import { exportLog } from './exportLog.ts'
import type { LogEntry } from './logEntry.ts'
import { followFaults, readPastFaults } from './pastFaults.ts'
import { openProgramLog } from './programLog.ts'

const day = Date.UTC(2026, 2, 2, 8)
const here = { kind: 'service', where: null } as const

function open() {
  const folder = join(temporaryFolder(), 'logs')
  const file = join(folder, 'service.log')
  const log = openProgramLog(folder, () => day)
  const lines = () =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
  return { folder, file, log, lines }
}

function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('It did not throw.')
}

describe('the program log', () => {
  it('is a line of JSON for each entry, there when the call returns', () => {
    const { log, lines } = open()
    log.write({ event: 'slowCall', procedure: 'coach.worker', loopMs: 120, totalMs: 300 })
    expect(lines()).toEqual([
      {
        level: 'warn',
        time: day,
        process: 'service',
        event: 'slowCall',
        procedure: 'coach.worker',
        loopMs: 120,
        totalMs: 300,
      },
    ])
  })

  it('keeps no name, code, badge, note or ticket of a person, however a fault carries it', () => {
    const { log, file } = open()
    // Put together, because what stands in this file would count as the program's own words.
    const [first, family, badge, pin] = ['Fatima', 'Yilmaz', 20_020_002, 8024].map(String)
    const name = `${first} ${family}`
    const database = openDatabase(join(temporaryFolder(), 'x.sqlite'))
    database.exec(`CREATE TABLE guest (name TEXT UNIQUE CHECK (name <> '${name}'));
      CREATE TRIGGER refuse BEFORE INSERT ON guest WHEN NEW.name = 'Noor' BEGIN SELECT RAISE(ABORT, 'Not ${name}'); END`)
    const strange = { name, code: name, badge, pin }
    const input = z.object({ badge: z.literal('x'), pin: z.strictObject({}) })
    const faults: unknown[] = [
      new Error(`There is no worker ${name} with the badge ${badge}.`),
      new Error(first),
      new Error(name),
      new Error('note', { cause: new Error(`${name} was tired today`) }),
      Object.assign(new Error(`${name}\n    at ${first} (${family}.ts:1:1)`), strange),
      thrownBy(() => JSON.parse(`${name} ${badge}`)),
      thrownBy(() => input.parse({ badge, pin: { [name]: pin } })),
      thrownBy(() => database.exec(`INSERT INTO guest VALUES ('${name}')`)),
      thrownBy(() => database.exec("INSERT INTO guest VALUES ('Noor')")),
      thrownBy(() => database.exec(`SELECT '${name}' FROM ${first}`)),
      new AggregateError([new Error(name)], name),
      name,
      strange,
    ]
    for (const fault of faults) log.write(describeFault(fault, here))
    log.write({ event: 'stall', ms: 60, during: [name] })
    log.write({ ...describeFault(new Error(''), here), person: name } as LogEntry)
    log.write(describeFault(new Error(''), { kind: 'service', where: name }))
    const text = readFileSync(file, 'utf8')
    expect(text.split('\n').filter((line) => line.includes('"event":"fault"'))).toHaveLength(faults.length)
    for (const personal of [/fatima/i, /yilmaz/i, /20020002/, /8024/, /tired/, /Noor/])
      expect(text).not.toMatch(personal)
    expect(text).toContain('SQLITE_CONSTRAINT')
    expect(text).not.toContain(homedir())
  })

  it('keeps a sentence that the program wrote word for word, and the reason of a failure of the store', () => {
    expect(describeFault(new Error('A plain sentence of this file.'), here)).toMatchObject({
      sentence: 'A plain sentence of this file.',
      frames: expect.arrayContaining([
        expect.stringMatching(/^src-main\/program-log\/programLog\.test\.ts:\d+:\d+$/),
      ]) as unknown,
    })
    const who = 'Sam'
    expect(describeFault(new Error(`A sentence about ${who} in this file.`), here).sentence).toBeNull()
    expect(describeFault(new StoreFailure('diskFull', 'x'), here)).toMatchObject({
      name: 'StoreFailure',
      code: 'diskFull',
    })
  })

  it('never throws where the disk does not take it, and says afterwards how much is missing', () => {
    const { folder, file, log, lines } = open()
    mkdirSync(folder)
    symlinkSync('/dev/full', file)
    log.write({ event: 'stopped' })
    log.write({ event: 'stopped' })
    rmSync(file)
    log.write({ event: 'conditionRaised', key: 'diskFull' })
    expect(lines()).toMatchObject([{ event: 'conditionRaised' }, { event: 'lost', lines: 2 }])
  })

  it('is exported as one file, with what the shell wrote', async () => {
    const { folder, log } = open()
    log.write({ event: 'stopped' })
    writeFileSync(join(folder, 'shell.log'), '{"event":"fault"}\n')
    const file = await exportLog(folder, day)
    expect(file.name).toBe('handwijzer-log-2026-03-02.jsonl.gz')
    const text = gunzipSync(new Uint8Array(await file.arrayBuffer())).toString()
    expect(text).toContain('"event":"stopped"')
    expect(text).toContain('{"event":"fault"}\n')
  })
})

describe('faults of the past', () => {
  it('are read back since a moment, without lines that are damaged or no faults', () => {
    const { folder, file, log } = open()
    const fault = describeFault(new Error('x'), here)
    log.write({ event: 'stopped' })
    log.write(fault)
    log.write({ event: 'faultsDismissed', untilWallMs: day })
    writeFileSync(file, `{"event":"fault","time":\n{"event":"fault","time":5}\n`, { flag: 'a' })
    expect(readPastFaults(folder, 'service', day)).toEqual([
      { wallMs: day, entry: fault },
      { wallMs: day, entry: { event: 'faultsDismissed', untilWallMs: day } },
    ])
    expect(readPastFaults(folder, 'service', day + 1)).toEqual([])
    expect(readPastFaults(join(folder, 'none'), 'service', 0)).toEqual([])
  })

  it('of another process are followed while it writes and rotates', () => {
    const folder = temporaryFolder()
    const shell = join(folder, 'shell.log')
    const fault = describeFault(new Error('x'), { kind: 'shell', where: null })
    const add = (path: string, text: string, flag = 'a') => writeFileSync(path, text, { flag })
    const text = `${JSON.stringify({ time: 1, ...fault })}\n`
    add(shell, text)
    const follow = followFaults(folder, 'shell')
    expect(follow()).toEqual([])
    add(shell, text + text.slice(0, 20))
    expect(follow()).toHaveLength(1)
    add(shell, text.slice(20))
    expect(follow()).toEqual([{ wallMs: 1, entry: fault }])
    add(join(folder, 'shell.1.log'), text.repeat(4), 'w')
    add(shell, text, 'w')
    expect(follow()).toHaveLength(2)
    expect(follow()).toEqual([])
  })
})
