// Checks an exported log line by line, with nothing at hand but the file: its chain, its signatures, and heads known from elsewhere.
import type { BenchId } from '../ids.ts'
import { type ChainEnd, emptyChain, firstBreak, type Sha256 } from './hashChain.ts'
import { type LogFileLine, type LogFileStart, logFileLineSchema } from './logFile.schema.ts'
import { firstHeadFlaw, headHash, type SignedHead, shortCode } from './segment.ts'

/** The first entry that does not hold. `seq` is null where the line is no event. */
export type BadEntry = { readonly line: number; readonly seq: number | null; readonly sentence: string }

export type LogFileReport = {
  readonly events: number
  readonly segments: number
  /** Segments of which only the signed head is here, because their events are no longer kept. */
  readonly withoutEvents: number
  /** Of the newest head; null without one. */
  readonly code: string | null
  readonly firstBad: BadEntry | null
}

type Ports = {
  readonly sha256: Sha256
  readonly isSigned: (text: string, signature: string, publicKey: string) => boolean
}

const reasons = {
  order: 'does not follow the entry before it',
  link: 'does not name the hash of the entry before it',
  content: 'is not what was written',
  type: 'is listed under another type than its own',
  epoch: 'belongs to an epoch that was never begun',
  signature: 'is not signed by this bench',
  unknownKey: 'is signed with a key that this log does not know',
  bench: 'is that of another bench',
} as const

export type LogFileVerifier = {
  /** Takes the next line. Lines after the first bad one are counted, and not checked. */
  readonly take: (line: string) => void
  /** @param codes short codes of heads that are known from elsewhere: each has to be one of this log's. */
  readonly report: (codes?: readonly string[]) => LogFileReport
}

export function createLogFileVerifier({ sha256, isSigned }: Ports): LogFileVerifier {
  let lines = 0
  let events = 0
  let withoutEvents = 0
  let start: LogFileStart | null = null
  let end: ChainEnd = emptyChain
  const heads: SignedHead[] = []
  const keys = new Map<number, string>()
  let firstBad: BadEntry | null = null

  const bad = (seq: number | null, sentence: string): void => {
    firstBad ??= { line: lines, seq, sentence }
  }

  function takeEvent(event: Extract<LogFileLine, { seq: number }>, benchId: BenchId): void {
    events += 1
    const flaw = firstBreak([{ ...event, benchId }], sha256, end)
    if (flaw) bad(event.seq, `Event ${event.seq} ${reasons[flaw.reason]}.`)
    end = event
  }

  function takeHead(signed: SignedHead): void {
    const { head } = signed
    heads.push(signed)
    const flaw = firstHeadFlaw(heads, (epoch) => keys.get(epoch) ?? null, isSigned, sha256)
    if (flaw) bad(null, `The head of segment ${flaw.number} ${reasons[flaw.reason]}.`)
    // A segment whose events are no longer kept is vouched for by its signed head.
    if (end.seq === head.fromSeq - 1) withoutEvents += 1
    else if (end.seq !== head.toSeq || end.hash !== head.lastHash) {
      bad(null, `The head of segment ${head.number} was made of other events than those before it.`)
    }
    end = { seq: head.toSeq, epoch: head.epoch, hash: head.lastHash }
  }

  function takeStart(given: LogFileStart): void {
    start = given
    for (const { epoch, publicKey } of given.epochs) keys.set(epoch, publicKey)
  }

  return {
    take: (text) => {
      lines += 1
      if (firstBad) return
      const line = parseLine(text)
      if (!line) bad(null, `Line ${lines} is no entry of a log.`)
      else if ('format' in line) {
        if (start) bad(null, 'The log begins a second time.')
        else takeStart(line)
      } else if (!start) bad(null, 'The file does not begin with the line that says whose log it is.')
      else if ('head' in line) takeHead(line)
      else takeEvent(line, start.benchId)
    },
    report: (codes = []) => {
      const known = heads.map(({ head }) => shortCode(headHash(head, sha256)))
      const missing = codes.find((code) => !known.includes(code))
      if (lines === 0) bad(null, 'The file is empty.')
      if (missing !== undefined) bad(null, `The head with the code ${missing} is not in this log.`)
      return { events, segments: heads.length, withoutEvents, code: known.at(-1) ?? null, firstBad }
    },
  }
}

function parseLine(text: string): LogFileLine | null {
  try {
    return logFileLineSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
