// Makes the log's entry for a fault. Its sentence is kept only where it can carry no personal data: where the program wrote it.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FaultKind, Trace } from '../../src-domain/fault/fault.schema.ts'
import { traceOf } from '../../src-domain/fault/traceOf.ts'
import { StoreFailure } from '../store/storeFailure.ts'
import type { FaultEntry } from './logEntry.ts'

export type Origin = { readonly kind: FaultKind; readonly where: string | null }

/** A shorter one could be a name that the program's text happens to contain. In characters. */
const shortestSentence = 12
const longestSentence = 300
const programsKept = 20

/** The text of the files that faults came from. */
const programs = new Map<string, string>()

/** The entry for one fault. The same kind, place, name, code and innermost frame have the same id. */
export function describeFault(thrown: unknown, origin: Origin): FaultEntry {
  const trace = traceOf(thrown)
  const known = thrown instanceof StoreFailure ? { ...trace, code: thrown.reason } : trace
  return faultEntry(known, origin, thrown instanceof Error ? ownSentence(thrown) : null)
}

/** The same for a fault whose trace was made elsewhere, as in a window. */
export function faultEntry(trace: Trace, { kind, where }: Origin, sentence: string | null = null): FaultEntry {
  const { name, code, frames } = trace
  const same = JSON.stringify([kind, where, name, code, frames[0] ?? sentence])
  const id = createHash('sha256').update(same).digest('hex').slice(0, 12)
  return { event: 'fault', id, kind, where, name, code, frames: [...frames], sentence, exitCode: null, times: 1 }
}

/** The message, when it stands word for word in the file that threw it: then nothing was filled in. */
function ownSentence({ message, stack = '' }: Error): string | null {
  if (message.length < shortestSentence || message.length > longestSentence || !message.includes(' ')) return null
  const [, file] =
    /\n\s+at (?:.* )?\(?(?:async )?((?:file:\/\/|\/|[A-Za-z]:\\)[^\n]+?):\d+:\d+\)?(?:\n|$)/.exec(stack) ?? []
  return file !== undefined && programOf(file).includes(message) ? message : null
}

function programOf(file: string): string {
  const known = programs.get(file)
  if (known !== undefined) return known
  let text = ''
  try {
    text = readFileSync(file.startsWith('file://') ? fileURLToPath(file) : file, 'utf8')
  } catch {
    // A file that is not there confirms no sentence.
  }
  if (programs.size >= programsKept) programs.clear()
  programs.set(file, text)
  return text
}
