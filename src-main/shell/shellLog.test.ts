import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../test/support/folders.ts'
import { readPastFaults } from '../program-log/pastFaults.ts'
import { openShellLog } from './shellLog.ts'

describe('the shell’s log', () => {
  it('keeps its own faults and the ends of other processes, as the service reads them', () => {
    const folder = join(temporaryFolder(), 'logs')
    const log = openShellLog(folder, () => 5)
    log.thrown(new TypeError('The window of Fatima is gone.'))
    log.ended({ kind: 'windowGone', where: 'table' }, { reason: 'oom', exitCode: 9 })
    log.ended({ kind: 'serviceEnded', where: null }, { reason: null, exitCode: null })
    log.ended({ kind: 'processGone', where: 'Pepper Plugin' }, { reason: 'launch-failed', exitCode: 1 })
    expect(readPastFaults(folder, 'shell', 0)).toMatchObject([
      { wallMs: 5, entry: { kind: 'shell', name: 'TypeError', where: null } },
      { wallMs: 5, entry: { kind: 'windowGone', where: 'table', code: 'oom', exitCode: 9 } },
      { wallMs: 5, entry: { kind: 'serviceEnded', code: null, exitCode: null } },
      { wallMs: 5, entry: { kind: 'processGone', where: 'Pepper_Plugin', code: 'launch_failed' } },
    ])
    expect(readFileSync(join(folder, 'shell.log'), 'utf8')).toMatch(/^\{"level":"error","time":5,"process":"shell",/)
  })
})
