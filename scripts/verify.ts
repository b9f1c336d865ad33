// Lets anyone verify a skills credential they received, with the reason if it is not genuine: npm run -s verify -- FILE
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type TrustList, trustListSchema } from '../src-domain/passport/trustList.schema.ts'
import type { GenuineCredential, Rejection } from '../src-domain/passport/verificationResult.ts'
import { verifyCredential } from '../src-main/credential/verifyCredential.ts'

const usage = `How to check a credential:

  npm run -s verify -- FILE                      is it genuine?
  npm run -s verify -- FILE --trust LIST.json    and is the issuer one of those I know?

FILE is the JSON file from the skills passport. LIST.json holds the issuers you know, by the DID that they gave you:
  { "issuers": [{ "did": "did:key:z6Mk…", "name": "Their name" }] }
Nothing is sent or fetched. The last line is for programs. Exit code: 0 genuine, 1 not genuine, 2 nothing was checked.`

/** The command cannot be carried out: the message is about the arguments or files, not about a credential. */
class NotChecked extends Error {}

/** Texts from a file may contain control characters that rewrite the terminal; each is replaced by U+FFFD. */
const shown = (words: string): string => words.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd')

function readText(path: string, what: string): string {
  try {
    return new TextDecoder().decode(readFileSync(path))
  } catch {
    throw new NotChecked(`The ${what} “${shown(path)}” cannot be read.`)
  }
}

function readTrustList(path: string): TrustList {
  const text = readText(path, 'list of issuers')
  try {
    return trustListSchema.parse(JSON.parse(text))
  } catch {
    throw new NotChecked(`“${shown(path)}” is not a list of issuers.\n\n${usage}`)
  }
}

function parseQuestion(): { readonly file: string; readonly trust: string | undefined } {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { trust: { type: 'string' } } })
    const [file, ...more] = positionals
    if (file !== undefined && more.length === 0) return { file, trust: values.trust }
  } catch {
    // An unknown option is answered like a missing file: with the usage.
  }
  throw new NotChecked(usage)
}

function describeGenuine(credential: GenuineCredential): string[] {
  const { issuer, skill, strength, nameConfirmed, validUntil } = credential
  return [
    'GENUINE: signed by its issuer, and unchanged since.',
    '',
    `  Skill      ${skill.name}`,
    `             ${skill.description}`,
    `  Issued by  ${issuer.name} (${nameConfirmed ? 'on your list' : 'name not confirmed'})`,
    `             ${issuer.did}`,
    `  Issued to  ${credential.subject}`,
    `  Date       ${credential.validFrom}${validUntil === null ? '' : `, valid until ${validUntil}`}`,
    `  Evidence   ${strength ?? 'strength not stated'}`,
    ...credential.evidence.map(({ name, narrative }) => `             ${name}: ${narrative}`),
    ...credential.results.map(({ name, value }) => `  Result     ${name}: ${value}`),
    ...credential.alignments.map(({ name, url }) => `  Related    ${name} <${url}>`),
    '',
    nameConfirmed
      ? 'The issuer’s name comes from your own list.'
      : 'The signature proves which key signed, not whose key it is. Ask the issuer for their DID and compare.',
  ]
}

const describeRejection = ({ sentence, remedy, reason, detail }: Rejection): string[] => [
  `NOT GENUINE: ${sentence}`,
  remedy,
  ...(detail === null ? [] : ['', `  ${reason} at: ${detail}`]),
]

async function answer(): Promise<void> {
  const { file, trust } = parseQuestion()
  const trusted: TrustList = trust === undefined ? { issuers: [] } : readTrustList(trust)
  const verification = await verifyCredential(readText(file, 'file'), { nowMs: Date.now(), trusted })
  const lines = verification.genuine ? describeGenuine(verification) : describeRejection(verification)
  for (const line of lines) console.log(shown(line))
  console.log(
    JSON.stringify({ genuine: verification.genuine, reason: verification.genuine ? null : verification.reason }),
  )
  process.exitCode = verification.genuine ? 0 : 1
}

try {
  await answer()
} catch (error) {
  if (!(error instanceof NotChecked)) throw error
  console.log(error.message)
  console.log(JSON.stringify({ genuine: null, reason: 'notChecked' }))
  process.exitCode = 2
}
