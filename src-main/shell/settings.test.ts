import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../test/support/folders.ts'
import { readShellSettings, rememberProjectors } from './settings.ts'

const projector = { id: 2, label: 'EPSON', width: 1280, height: 800 }
const newFile = () => join(temporaryFolder(), 'shell.json')

describe('the shell’s settings', () => {
  it('have default values where there is no file, and where it cannot be read', () => {
    const file = newFile()
    expect(readShellSettings(file, {})).toEqual({ projector: null, second: null, kiosk: false, nodeBinary: null })
    writeFileSync(file, '{ not json')
    expect(readShellSettings(file, {})).toEqual({ projector: null, second: null, kiosk: false, nodeBinary: null })
  })

  it('store the projector', () => {
    const file = newFile()
    rememberProjectors(file, { projector, second: null })
    expect(readShellSettings(file, {}).projector).toEqual(projector)
  })

  it('are overridden by the environment, which is not stored', () => {
    const file = newFile()
    const env = { HANDWIJZER_KIOSK: '1', HANDWIJZER_NODE: '/usr/bin/node' }
    expect(readShellSettings(file, env)).toMatchObject({ kiosk: true, nodeBinary: '/usr/bin/node' })
    rememberProjectors(file, { projector, second: null })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ projector, second: null })
  })
})
