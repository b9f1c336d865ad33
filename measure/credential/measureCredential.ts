// Measures the time to sign and to verify a credential, as multiples of one plain Ed25519 signature in the same run.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { brotliCompressSync } from 'node:zlib'
import { median } from '../../src-domain/median.ts'
import { verifyCredential } from '../../src-main/credential/verifyCredential.ts'
import { afterAwardMs, openSite } from '../../test/support/signedAward.ts'

const warmUps = 30
const rounds = 200
const plainSignaturesPerRound = 20

const rounded = (value: number): number => Math.round(value * 1000) / 1000

async function medianMs(act: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = -warmUps; round < rounds; round++) {
    const start = performance.now()
    await act()
    if (round >= 0) times.push(performance.now() - start)
  }
  return median(times)
}

const site = await openSite()
const { json } = await site.award()
const message = randomBytes(64)
const { privateKey } = generateKeyPairSync('ed25519')

const signMs =
  (await medianMs(() => {
    for (let count = 0; count < plainSignaturesPerRound; count++) sign(null, message, privateKey)
  })) / plainSignaturesPerRound
const verifyMs = await medianMs(() => verifyCredential(json, { nowMs: afterAwardMs }))
const issueMs = await medianMs(() => site.award())

const compact = JSON.stringify(JSON.parse(json))
console.log(
  JSON.stringify({
    measure: 'credential',
    rounds,
    plainEd25519SignMs: rounded(signMs),
    issueAndVerifyMs: rounded(issueMs),
    verifyMs: rounded(verifyMs),
    issueAndVerifyPerSign: Math.round(issueMs / signMs),
    verifyPerSign: Math.round(verifyMs / signMs),
    compactBytes: compact.length,
    brotliBytes: brotliCompressSync(compact).length,
  }),
)
