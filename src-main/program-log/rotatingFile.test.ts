import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../test/support/folders.ts'
import { openRotatingFile, pathsOf } from './rotatingFile.ts'

const small = (folder: string) => ({ folder, name: 'service', maxBytes: 100, files: 3 })
const line = (number: number) => `${String(number).padStart(39, '0')}\n`

describe('a rotating file', () => {
  it('keeps the newest lines in files of limited size and number', () => {
    const folder = join(temporaryFolder(), 'logs')
    const file = openRotatingFile(small(folder))
    for (let number = 1; number <= 50; number += 1) expect(file.write(line(number))).toBe(true)
    file.close()
    expect(readdirSync(folder).toSorted()).toEqual(['service.1.log', 'service.2.log', 'service.log'])
    const paths = pathsOf(small(folder))
    for (const path of paths) expect(statSync(path).size).toBeLessThanOrEqual(100)
    expect(paths.map((path) => readFileSync(path, 'utf8')).join('')).toBe([45, 46, 47, 48, 49, 50].map(line).join(''))
  })

  it('goes on after a restart where it was, and does not join a line to one that a power cut tore', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'service.log'), 'whole\ntor')
    const file = openRotatingFile(small(folder))
    file.write('next\n')
    file.close()
    expect(readFileSync(join(folder, 'service.log'), 'utf8')).toBe('whole\ntor\nnext\n')
  })

  it('says that a full disk does not take a line, and takes the next when it can', () => {
    const folder = temporaryFolder()
    // Every write to this device fails with ENOSPC.
    symlinkSync('/dev/full', join(folder, 'service.log'))
    const file = openRotatingFile(small(folder))
    expect(file.write('lost\n')).toBe(false)
    expect(file.write('lost too\n')).toBe(false)
    rmSync(join(folder, 'service.log'))
    expect(file.write('kept\n')).toBe(true)
    file.close()
    expect(readFileSync(join(folder, 'service.log'), 'utf8')).toBe('kept\n')
  })

  it('does without a folder that cannot be made, until it can', () => {
    const inTheWay = join(temporaryFolder(), 'logs')
    writeFileSync(inTheWay, '')
    const file = openRotatingFile(small(inTheWay))
    expect(file.write('lost\n')).toBe(false)
    rmSync(inTheWay)
    expect(file.write('kept\n')).toBe(true)
    file.close()
  })

  it.skipIf(process.getuid?.() === 0)('does without a folder that may not be written', () => {
    const folder = temporaryFolder()
    const logs = join(folder, 'logs')
    mkdirSync(logs)
    chmodSync(logs, 0o500)
    const file = openRotatingFile(small(logs))
    expect(file.write('lost\n')).toBe(false)
    chmodSync(logs, 0o700)
  })
})
