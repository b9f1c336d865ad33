import { existsSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { afterAwardMs, openSite } from '../../test/support/signedAward.ts'
import { issueCredential } from './issueCredential.ts'
import { verifyCredential } from './verifyCredential.ts'

// The licence of 1EdTech's schema does not allow redistribution, so it is not part of the product.
const officialSchemaUrl = new URL('../../../shared/skills/ob_v3p0_achievementcredential_schema.json', import.meta.url)

describe('issuing a credential', () => {
  it('returns a file that verifies as genuine', async () => {
    const site = await openSite()
    const { json, verification } = await site.award()
    expect(verification.genuine).toBe(true)
    expect(await verifyCredential(json, { nowMs: afterAwardMs })).toEqual(verification)
    expect(verification).toMatchObject({
      credentialId: 'urn:uuid:0b7c2a3e-6c7e-4d1c-9a39-6f0f6a8f4a11',
      issuer: { did: site.siteKey.did, name: 'Workshop The Lime Tree' },
      subject: site.workerKey.did,
      skill: { name: 'Assemble a ballpoint pen', language: 'en' },
      validFrom: '2026-10-04T10:12:13Z',
      strength: 'hard',
      nameConfirmed: false,
    })
  })

  it('adds one eddsa-rdfc-2022 proof, in a list, dated at the award and made with the issuer’s key', async () => {
    const site = await openSite()
    const { json } = await site.award()
    expect(JSON.parse(json)).toMatchObject({
      proof: [
        {
          type: 'DataIntegrityProof',
          cryptosuite: 'eddsa-rdfc-2022',
          created: '2026-10-04T10:12:13Z',
          proofPurpose: 'assertionMethod',
          verificationMethod: site.siteKey.keyId,
        },
      ],
    })
  })

  it('does not modify its input', async () => {
    const site = await openSite()
    const content = site.content()
    const before = structuredClone(content)
    await issueCredential(content, site.siteKey)
    expect(content).toEqual(before)
  })

  it('returns nothing when the key is not that of the issuer', async () => {
    const [site, other] = [await openSite(), await openSite()]
    await expect(issueCredential(site.content(), other.siteKey)).rejects.toThrow('not genuine')
  })

  it('returns nothing when the content has a term outside the vocabularies', async () => {
    const site = await openSite()
    await expect(issueCredential({ ...site.content(), wageValue: 40 }, site.siteKey)).rejects.toThrow()
  })

  it('fits one QR code with room to spare', async () => {
    const { json } = await (await openSite()).award()
    const base45Characters = Math.ceil(brotliCompressSync(JSON.stringify(JSON.parse(json))).length * 1.5)
    expect(base45Characters).toBeLessThan(4296)
  })

  it.skipIf(!existsSync(officialSchemaUrl))('conforms to the official JSON schema of Open Badges 3.0', async () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true })
    addFormats(ajv)
    const conforms = ajv.compile(JSON.parse(readFileSync(officialSchemaUrl, 'utf8')) as object)
    const site = await openSite()
    for (const language of ['nl', 'en'] as const) {
      const { json } = await issueCredential(site.content({ language }), site.siteKey)
      conforms(JSON.parse(json))
      expect(conforms.errors ?? []).toEqual([])
    }
    expect(conforms({ ...site.content(), validFrom: 'yesterday' })).toBe(false)
  })
})
