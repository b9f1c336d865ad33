import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { personId } from '../../test/support/ids.ts'
import { makeKeyFolder } from '../../test/support/signedAward.ts'
import { openKeyStore } from './keyStore.ts'
import { createSecretFiles, type SecretStore } from './secretFiles.ts'

const didOf = async (key: ReturnType<ReturnType<typeof openKeyStore>['siteKey']>) => {
  const opened = await key
  return opened.ok ? opened.value.did : opened.failure.reason
}

describe('the key store', () => {
  it('creates a key on first use and returns the same one after a restart', async () => {
    const folder = makeKeyFolder()
    const first = await didOf(openKeyStore(createSecretFiles(folder), new Map()).siteKey())
    expect(first).toMatch(/^did:key:z6Mk/)
    expect(await didOf(openKeyStore(createSecretFiles(folder), new Map()).siteKey())).toBe(first)
  })

  it('gives every worker a separate key, and the site another', async () => {
    const keys = openKeyStore(createSecretFiles(makeKeyFolder()), new Map())
    const dids = [
      await didOf(keys.siteKey()),
      await didOf(keys.workerKey(personId('a'))),
      await didOf(keys.workerKey(personId('b'))),
    ]
    expect(new Set(dids).size).toBe(3)
    expect(await didOf(keys.workerKey(personId('a')))).toBe(dids[1])
  })

  it('gives two sites different keys', async () => {
    const someSiteDid = () => didOf(openKeyStore(createSecretFiles(makeKeyFolder()), new Map()).siteKey())
    expect(await someSiteDid()).not.toBe(await someSiteDid())
  })

  it('keeps keys in files that only this user can read', async () => {
    const folder = join(makeKeyFolder(), 'keys')
    await openKeyStore(createSecretFiles(folder), new Map()).siteKey()
    expect(readdirSync(folder)).toEqual(['site.key'])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'site.key')).mode & 0o777).toBe(0o600)
  })

  it('refuses to make another key in the place of one that was used and is gone, and to use an exchanged one', async () => {
    const folder = makeKeyFolder()
    const identities = new Map<string, string>()
    const keys = openKeyStore(createSecretFiles(folder), identities)
    const did = await didOf(keys.siteKey())
    expect(identities.get('site')).toBe(did)
    rmSync(join(folder, 'site.key'))
    expect(await didOf(keys.siteKey())).toBe('missing')
    expect(readdirSync(folder)).toEqual([])
    createSecretFiles(folder).write('site', new Uint8Array(32))
    expect(await didOf(keys.siteKey())).toBe('another')
  })

  it('rejects a damaged key instead of replacing it, which would change the identity', async () => {
    const folder = makeKeyFolder()
    const path = join(folder, 'site.key')
    const keys = openKeyStore(createSecretFiles(folder), new Map())
    await keys.siteKey()
    writeFileSync(path, readFileSync(path).subarray(0, 7))
    expect(await didOf(keys.siteKey())).toBe('damaged')
    expect(readFileSync(path)).toHaveLength(7)
  })

  it('reports a key that exists but cannot be read, and does not overwrite it', async () => {
    const locked: SecretStore = {
      read: () => {
        throw new Error('EACCES')
      },
      write: () => expect.unreachable('an unreadable key was replaced'),
    }
    expect(await didOf(openKeyStore(locked, new Map()).siteKey())).toBe('notReadable')
  })

  it('does not return a key that could not be stored', async () => {
    const folder = makeKeyFolder()
    writeFileSync(join(folder, 'file'), '')
    expect(await didOf(openKeyStore(createSecretFiles(join(folder, 'file', 'keys')), new Map()).siteKey())).toBe(
      'notReadable',
    )
    const full: SecretStore = {
      read: () => null,
      write: () => {
        throw new Error('ENOSPC')
      },
    }
    expect(await didOf(openKeyStore(full, new Map()).siteKey())).toBe('notStored')
  })

  it('prevents keys from being stored in any other folder', () => {
    const secrets = createSecretFiles(makeKeyFolder())
    expect(() => secrets.read('../site')).toThrow('cannot be the name of a secret')
    expect(() => secrets.write('a/b', new Uint8Array(32))).toThrow('cannot be the name of a secret')
  })
})
