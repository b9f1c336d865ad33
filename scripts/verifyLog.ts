// Lets anyone check an exported log, without the bench that wrote it: npm run -s verify-log -- FILE
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { readCode } from '../src-domain/event/segment.ts'
import { createLogFileVerifier, type LogFileReport } from '../src-domain/event/verifyLogFile.ts'
import { isSignedBy } from '../src-main/store/logKey.ts'
import { sha256 } from '../src-main/store/sha256.ts'

const usage = `How to check a log that a bench has exported:

  npm run -s verify-log -- FILE                  does it hold together, and is it signed by one bench?
  npm run -s verify-log -- FILE --code CODE      and is it the log whose code was written down? May be given several times.

Without a code, a log that was made anew from its first entry, with another key, is not told from the true one.
Nothing is sent or fetched. The last line is for programs. Exit code: 0 holds, 1 does not hold, 2 nothing was checked.`

function question() {
  try {
    const options = { code: { type: 'string', multiple: true } } as const
    const { positionals, values } = parseArgs({ allowPositionals: true, options })
    const [file, ...more] = positionals
    return file !== undefined && more.length === 0 ? { file, codes: (values.code ?? []).map(readCode) } : null
  } catch {
    return null
  }
}

async function check(file: string, codes: readonly string[]): Promise<LogFileReport> {
  const verifier = createLogFileVerifier({ sha256, isSigned: isSignedBy })
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    verifier.take(line)
  }
  return verifier.report(codes)
}

function explain({ events, segments, withoutEvents, code, firstBad }: LogFileReport): void {
  if (firstBad) {
    console.log(`DOES NOT HOLD: ${firstBad.sentence} (line ${firstBad.line})\n`)
    return
  }
  console.log(`HOLDS: ${events} events in an unbroken chain, ${segments} signed segments.`)
  if (withoutEvents > 0)
    console.log(`Of ${withoutEvents} segments only the signed head is here: their events are no longer kept.`)
  console.log(code === null ? 'No segment is closed yet, so it has no code.\n' : `Its newest code is ${code}.\n`)
}

const asked = question()
if (!asked) {
  console.error(usage)
  process.exitCode = 2
} else {
  try {
    const report = await check(asked.file, asked.codes)
    explain(report)
    console.log(JSON.stringify(report))
    process.exitCode = report.firstBad ? 1 : 0
  } catch (error) {
    console.error(`The file cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 2
  }
}
