// Signs a credential with the issuer's key, and returns it only if it verifies as genuine.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue } from '@digitalbazaar/vc'
import type { OpenBadge } from '../../src-domain/passport/openBadge.schema.ts'
import type { GenuineCredential } from '../../src-domain/passport/verificationResult.ts'
import { loadDocument } from './documentLoader.ts'
import type { SigningKey } from './signingKey.ts'
import { verifyCredential } from './verifyCredential.ts'

export type IssuedCredential = {
  /** The credential file for the worker, as JSON text. */
  readonly json: string
  /** The result of verifying it without a trust list. */
  readonly verification: GenuineCredential
}

/**
 * Signs the content as of its own `validFrom`, and verifies the exact text that it returns. Throws when that text is not genuine:
 * then the content, the key or the signature suite is wrong, and the credential must not be issued.
 */
export async function issueCredential(content: OpenBadge, key: SigningKey): Promise<IssuedCredential> {
  const { proof, ...signed } = await issue({
    credential: structuredClone(content),
    suite: new DataIntegrityProof({ signer: key.signer, date: content.validFrom, cryptosuite }),
    documentLoader: loadDocument,
    now: new Date(content.validFrom),
  })
  const json = `${JSON.stringify({ ...signed, proof: [proof] }, null, 2)}\n`
  const verification = await verifyCredential(json, { nowMs: Date.parse(content.validFrom) })
  if (!verification.genuine)
    throw new Error(`A credential that was just signed is not genuine: ${verification.sentence}`)
  return { json, verification }
}
