// A signed credential and the keys behind it, made with the real key store and signature suite, for tests of credentials.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AwardFacts, credentialContent } from '../../src-domain/passport/credentialContent.ts'
import type { OpenBadge } from '../../src-domain/passport/openBadge.schema.ts'
import { issueCredential } from '../../src-main/credential/issueCredential.ts'
import { type KeyStore, openKeyStore } from '../../src-main/credential/keyStore.ts'
import { createSecretFiles } from '../../src-main/credential/secretFiles.ts'
import type { SigningKey } from '../../src-main/credential/signingKey.ts'
import { penAward, readShippedCatalogue } from './award.ts'
import { personId } from './ids.ts'

const catalogue = readShippedCatalogue()

export const makeKeyFolder = (): string => mkdtempSync(join(tmpdir(), 'handwijzer-keys-'))

async function mustOpen(key: ReturnType<KeyStore['siteKey']>): Promise<SigningKey> {
  const opened = await key
  if (!opened.ok) throw new Error(opened.failure.sentence)
  return opened.value
}

/** A site with its own keys in a new folder, which can award the pen skill to one worker. */
export async function openSite() {
  const keys = openKeyStore(createSecretFiles(makeKeyFolder()), new Map())
  const siteKey = await mustOpen(keys.siteKey())
  const workerKey = await mustOpen(keys.workerKey(personId('worker-1')))
  const content = (changes: Partial<AwardFacts> = {}): OpenBadge =>
    credentialContent({ ...penAward(siteKey.did, workerKey.did), ...changes }, catalogue)
  return { siteKey, workerKey, content, award: () => issueCredential(content(), siteKey) }
}

/** A time at which the pen award is valid: an hour after it. */
export const afterAwardMs = Date.UTC(2026, 9, 4, 11, 12, 13)
