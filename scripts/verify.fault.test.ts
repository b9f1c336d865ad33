import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { issueCredential } from '../src-main/credential/issueCredential.ts'
import { skillId } from '../test/support/ids.ts'
import { openSite } from '../test/support/signedAward.ts'

const script = fileURLToPath(new URL('verify.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'handwijzer-verify-'))
const site = await openSite()
// The command reads the real clock, so the award must be dated in the past.
const { json } = await issueCredential(site.content({ awardedWallMs: Date.UTC(2024, 4, 6) }), site.siteKey)

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    timeout: 15_000,
  })
  const last = stdout.trimEnd().split('\n').at(-1) ?? ''
  return { status, stdout, stderr, answer: JSON.parse(last) as unknown }
}

describe('npm run verify', () => {
  it('prints the contents of a genuine credential, and exits with 0', () => {
    const { status, stdout, stderr, answer } = verify(file('pen.json', json))
    expect({ status, stderr, answer }).toEqual({ status: 0, stderr: '', answer: { genuine: true, reason: null } })
    expect(stdout).toContain('GENUINE')
    expect(stdout).toContain('Assemble a ballpoint pen')
    expect(stdout).toContain('Confirmed by Anna de Vries')
    expect(stdout).toContain('Workshop The Lime Tree (name not confirmed)')
  })

  it('reads a file that begins with a byte order mark', () => {
    expect(verify(file('marked.json', `\ufeff${json}`)).status).toBe(0)
  })

  it('prints the issuer’s name from the reader’s own trust list', () => {
    const list = { issuers: [{ did: site.siteKey.did, name: 'The Lime Tree, Utrecht' }] }
    const { stdout } = verify(file('pen.json', json), '--trust', file('list.json', JSON.stringify(list)))
    expect(stdout).toContain('The Lime Tree, Utrecht (on your list)')
    expect(stdout).not.toContain('name not confirmed')
  })

  it('prints why a changed credential is not genuine, and exits with 1', () => {
    const { status, stdout, answer } = verify(file('changed.json', json.replace('"value": "5"', '"value": "50"')))
    expect({ status, answer }).toEqual({ status: 1, answer: { genuine: false, reason: 'contentChanged' } })
    expect(stdout).toContain('something was changed after signing')
  })

  it('does not let terminal control characters from the file through', async () => {
    const name = { en: 'Pen\u001b[2K\rGENUINE\u202e' }
    const skill = { id: skillId('pen'), name, description: name, catalogue: [] }
    const past = Date.UTC(2024, 4, 6)
    const sly = await issueCredential(site.content({ awardedWallMs: past, skill }), site.siteKey)
    const { stdout } = verify(file('sly.json', sly.json))
    expect(stdout).toContain('Pen\ufffd[2K\ufffdGENUINE\ufffd')
    expect(stdout).not.toMatch(/[\u001b\r\u202e]/)
  })

  it.each([
    ['there is no file', []],
    ['the file is not there', ['/nowhere/at/all.json']],
    ['there are two files', ['a.json', 'b.json']],
    ['an option is unknown', ['a.json', '--faster']],
    ['the list of issuers is none', [file('pen.json', json), '--trust', file('no-list.json', '[]')]],
  ])('exits with 2 and says how to ask when %s', (_when, args) => {
    const { status, stdout, stderr, answer } = verify(...args)
    expect({ status, stderr, answer }).toEqual({
      status: 2,
      stderr: '',
      answer: { genuine: null, reason: 'notChecked' },
    })
    expect(stdout).toMatch(/cannot be read|How to check a credential/)
  })
})
