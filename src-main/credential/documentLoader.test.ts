import { Socket } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openBadgeContexts } from '../../src-domain/passport/openBadge.schema.ts'
import { afterAwardMs, openSite } from '../../test/support/signedAward.ts'
import { loadDocument } from './documentLoader.ts'
import { verifyCredential } from './verifyCredential.ts'

describe('the document loader', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('returns every context that a credential uses from the bundled files', async () => {
    for (const url of openBadgeContexts) expect((await loadDocument(url)).document).toHaveProperty('@context')
  })

  it('decodes the public key of a did:key', async () => {
    const { siteKey } = await openSite()
    const { document } = await loadDocument(siteKey.keyId)
    expect(document).toMatchObject({ id: siteKey.keyId, controller: siteKey.did })
  })

  it.each([
    'https://www.w3.org/2018/credentials/v1',
    'https://example.org/context.json',
    'http://localhost/context.json',
    'file:///etc/passwd',
    'did:web:example.org',
    '',
  ])('refuses %s with a sentence', async (url) => {
    await expect(loadDocument(url)).rejects.toThrow('does not come with Handwijzer')
  })

  it('rejects a did:key that does not encode an Ed25519 key', async () => {
    await expect(loadDocument('did:key:zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv')).rejects.toThrow()
  })

  it('opens no connection, whatever URLs a credential contains', async () => {
    const connect = vi.spyOn(Socket.prototype, 'connect')
    const fetch = vi.spyOn(globalThis, 'fetch')
    const site = await openSite()
    const { json } = await site.award()
    const [, badgeContext] = openBadgeContexts
    for (const url of ['https://example.org/context.json', 'http://127.0.0.1:9/context.json']) {
      await verifyCredential(json.replace(badgeContext, url), { nowMs: afterAwardMs })
      await verifyCredential(json.replaceAll(site.siteKey.did, url), { nowMs: afterAwardMs })
      await loadDocument(url).catch(() => undefined)
    }
    expect(connect).not.toHaveBeenCalled()
    expect(fetch).not.toHaveBeenCalled()
  })
})
