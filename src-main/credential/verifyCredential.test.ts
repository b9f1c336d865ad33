import { describe, expect, it } from 'vitest'
import { openBadgeContexts } from '../../src-domain/passport/openBadge.schema.ts'
import { reject, rejectionReasons } from '../../src-domain/passport/verificationResult.ts'
import { siteId } from '../../test/support/ids.ts'
import { afterAwardMs, openSite } from '../../test/support/signedAward.ts'
import { issueCredential } from './issueCredential.ts'
import { verifyCredential } from './verifyCredential.ts'

type Json = Record<string, unknown>
const site = await openSite()
const { json } = await site.award()
const now = { nowMs: afterAwardMs }

const reasonOf = async (text: string, reader = now) => {
  const verification = await verifyCredential(text, reader)
  return verification.genuine ? 'genuine' : verification.reason
}
const changed = (change: (credential: Json, proof: Json) => void): string => {
  const credential = JSON.parse(json) as Json & { proof: [Json] }
  change(credential, credential.proof[0])
  return JSON.stringify(credential)
}

describe('a file that is not a signed credential', () => {
  it.each([
    ['is empty', '', 'notJson'],
    ['is plain text', 'Balpen in elkaar zetten', 'notJson'],
    ['is JSON null', 'null', 'notACredential'],
    ['is a list', '[]', 'notACredential'],
    ['is a document of another kind', '{"type":"Diploma"}', 'notACredential'],
    ['is far too long', `"${'x'.repeat(300_000)}"`, 'notACredential'],
    ['names no vocabulary', '{"type":["VerifiableCredential"]}', 'unknownContext'],
    [
      'is a credential of an older kind',
      '{"type":"VerifiableCredential","@context":["https://www.w3.org/2018/credentials/v1"]}',
      'unknownContext',
    ],
  ])('is refused when it %s', async (_what, text, reason) => {
    expect(await reasonOf(text)).toBe(reason)
  })

  it('is refused when it is nested too deeply', async () => {
    const deep = `${'{"a":['.repeat(20_000)}1${']}'.repeat(20_000)}`
    expect(await reasonOf(json.replace('"awardedDate"', `"image": ${deep}, "awardedDate"`))).toBe('ambiguousForm')
  })

  it('is refused without a proof', async () => {
    expect(await reasonOf(JSON.stringify(site.content()))).toBe('proofMissing')
    expect(await reasonOf(changed((credential) => (credential['proof'] = [])))).toBe('proofMissing')
  })

  it('is refused when a member required by Open Badges is missing, with its path', async () => {
    const verification = await verifyCredential(
      changed((credential) => delete (credential['credentialSubject'] as Json)['achievement']),
      now,
    )
    expect(verification).toMatchObject({ reason: 'wrongSchema', detail: 'credentialSubject.achievement' })
  })
})

describe('a credential that was tampered with', () => {
  it.each(['name', 'id', 'validFrom', 'awardedDate'])('is refused when its %s is changed', async (key) => {
    const values: Json = { id: 'urn:uuid:1', validFrom: '2026-10-03T10:12:13Z', awardedDate: '2026-10-03T10:12:13Z' }
    expect(await reasonOf(changed((credential) => (credential[key] = values[key] ?? 'Weld steel')))).toBe(
      'contentChanged',
    )
  })

  it('is refused when a term is added, whether or not the vocabularies define it', async () => {
    expect(await reasonOf(changed((credential) => (credential['description'] = 'More')))).toBe('contentChanged')
    expect(await reasonOf(changed((credential) => (credential['wageValue'] = 40)))).toBe('contentChanged')
  })

  it('is refused when a value is added that canonicalisation ignores', async () => {
    expect(await reasonOf(changed((credential) => (credential['validUntil'] = null)))).toBe('wrongSchema')
    expect(await reasonOf(changed((credential) => (credential['description'] = null)))).toBe('ambiguousForm')
    expect(await reasonOf(changed((credential) => (credential['endorsement'] = [])))).toBe('ambiguousForm')
    expect(await reasonOf(json.replace('"validFrom"', '"__proto__": {"a": 1}, "validFrom"'))).toBe('ambiguousForm')
    expect(await reasonOf(json.replace('{', '{"name": "Weld steel", '))).toBe('ambiguousForm')
  })

  it.each([
    ['another', [...openBadgeContexts, 'https://example.org/more.json']],
    ['one of its own', [...openBadgeContexts, { naam: 'https://schema.org/name' }]],
    ['one less', openBadgeContexts.slice(0, 2)],
    ['another order', openBadgeContexts.toReversed()],
  ])('is refused when it names %s vocabulary', async (_what, contexts) => {
    expect(await reasonOf(changed((credential) => (credential['@context'] = contexts)))).toBe('unknownContext')
  })

  it('is refused when a part of it defines its own context', async () => {
    const renamed = changed((credential) => {
      credential['issuer'] = { ...(credential['issuer'] as Json), '@context': { name: null } }
    })
    expect(await reasonOf(renamed)).toBe('ambiguousForm')
  })

  it('is refused when its proof is copied from another credential of the same issuer', async () => {
    const other = await issueCredential(site.content({ siteId: siteId('bench-2') }), site.siteKey)
    const { proof } = JSON.parse(other.json) as Json
    expect(await reasonOf(changed((credential) => (credential['proof'] = proof)))).toBe('contentChanged')
  })

  it('is refused when any member of its proof is changed or added', async () => {
    expect(await reasonOf(changed((_, proof) => (proof['created'] = '2026-10-05T00:00:00Z')))).toBe('contentChanged')
    expect(await reasonOf(changed((_, proof) => (proof['expires'] = '2036-10-05T00:00:00Z')))).toBe(
      'proofNotUnderstood',
    )
    expect(await reasonOf(changed((_, proof) => (proof['@context'] = {})))).toBe('proofNotUnderstood')
    expect(await reasonOf(changed((_, proof) => (proof['cryptosuite'] = 'eddsa-jcs-2022')))).toBe('proofNotUnderstood')
  })

  it('is refused when it has a second proof beside the genuine one', async () => {
    const twice = changed((credential, proof) => (credential['proof'] = [proof, { ...proof, proofValue: 'z1' }]))
    expect(await reasonOf(twice)).toBe('proofNotUnderstood')
  })
})

describe('a site that impersonates another', () => {
  it('is detected when it signs under the other’s DID with its own key', async () => {
    const impostor = await openSite()
    const { json: own } = await impostor.award()
    const claimed = JSON.parse(own) as Json & { issuer: Json; proof: [Json] }
    claimed.issuer['id'] = site.siteKey.did
    expect(await reasonOf(JSON.stringify(claimed))).toBe('issuerKeyMismatch')
    claimed.proof[0]['verificationMethod'] = site.siteKey.keyId
    expect(await reasonOf(JSON.stringify(claimed))).toBe('contentChanged')
  })

  it('is detected when it only copies the name', async () => {
    const impostor = await openSite()
    const { json: own } = await impostor.award()
    const trusted = { issuers: [{ did: site.siteKey.did, name: 'The Lime Tree, Utrecht' }] }
    expect(await verifyCredential(json, { ...now, trusted })).toMatchObject({
      issuer: { did: site.siteKey.did, name: 'The Lime Tree, Utrecht' },
      nameConfirmed: true,
    })
    expect(await verifyCredential(own, { ...now, trusted })).toMatchObject({
      issuer: { did: impostor.siteKey.did, name: 'Workshop The Lime Tree' },
      nameConfirmed: false,
    })
  })

  it('cannot be verified when its key is published on the web', async () => {
    const web = changed((credential) => ((credential['issuer'] as Json)['id'] = 'did:web:example.org'))
    expect(await reasonOf(web)).toBe('issuerNotFound')
  })
})

describe('the validity period of a credential', () => {
  it('has not begun for a reader whose clock is behind; the result states the date', async () => {
    const verification = await verifyCredential(json, { nowMs: Date.UTC(2026, 9, 3) })
    expect(verification).toMatchObject({ reason: 'notYetValid', detail: '2026-10-04T10:12:13Z' })
  })

  it('may begin a few minutes ahead of the reader’s clock', async () => {
    const awardedMs = Date.parse('2026-10-04T10:12:13Z')
    expect(await reasonOf(json, { nowMs: awardedMs - 4 * 60_000 })).toBe('genuine')
    expect(await reasonOf(json, { nowMs: awardedMs - 6 * 60_000 })).toBe('notYetValid')
  })

  it('ends where the issuer says so', async () => {
    const limited = await issueCredential({ ...site.content(), validUntil: '2027-01-01T00:00:00Z' }, site.siteKey)
    expect(await reasonOf(limited.json)).toBe('genuine')
    expect(await reasonOf(limited.json, { nowMs: Date.UTC(2027, 0, 2) })).toBe('expired')
  })
})

it('does not call a credential genuine that may have been revoked', async () => {
  const status = { id: 'https://example.org/status/1#4', type: 'BitstringStatusListEntry' }
  expect(await reasonOf(changed((credential) => (credential['credentialStatus'] = status)))).toBe('statusNotChecked')
})

it('gives a sentence and a remedy for every reason', () => {
  for (const reason of rejectionReasons) {
    expect(reject(reason).sentence).toMatch(/^[A-Z].+\.$/)
    expect(reject(reason).remedy).toMatch(/^[A-Z].+\.$/)
  }
})
