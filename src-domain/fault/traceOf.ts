// Reduces anything thrown to a trace without personal data. Messages are left out: they may quote names, input and rows.
import { framesKept, type Trace, traceSchema } from './fault.schema.ts'

const framePattern = /^\s*at (?:(?:async |new )*([\w$.#<>]+) (?:\[as [^\]]*\] )?\()?(.+?):(\d+):(\d+)\)?$/
/** Folders that hold the program: paths are kept from here on, so that a home folder's name never is. */
const programFolder = /(?:^|\/)((?:node_modules|src-main|src-domain|src-renderer|hardware|dist|assets)\/.*)$/

/** Name, code and frames of an error; of anything else that was thrown, its type (`thrown_string`). */
export function traceOf(thrown: unknown): Trace {
  if (!(thrown instanceof Error)) return { name: `thrown_${typeof thrown}`, code: null, frames: [] }
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null
  return {
    name: kept(traceSchema.shape.name, thrown.name) ?? 'Error',
    code: kept(traceSchema.shape.code, code),
    frames: framesOf(thrown),
  }
}

/** What a window learns of an error that a worker thread did not catch: its message, of which the class is kept, and its place. */
type Place = { readonly message: string; readonly filename: string; readonly lineno: number; readonly colno: number }

/** The trace of such an error. */
export function traceAt({ message, filename, lineno, colno }: Place): Trace {
  const [, name = 'Error'] = /^(?:Uncaught )?([A-Z]\w{0,50}Error)\b/.exec(message) ?? []
  const frame = frameOf(`at ${filename}:${lineno}:${colno}`)
  return { name, code: null, frames: frame === null ? [] : [frame] }
}

/**
 * The frames of a stack as V8 writes it. The message stands above them and may look like a frame itself, so a stack that does
 * not begin with it has none.
 */
function framesOf({ stack = '', message }: Error): string[] {
  const after = stack.indexOf(message)
  if (after < 0 || /[\r\n]/.test(stack.slice(0, after))) return []
  return stack
    .slice(after + message.length)
    .split('\n')
    .flatMap((line) => frameOf(line) ?? [])
    .slice(0, framesKept)
}

function frameOf(line: string): string | null {
  const [, name, path, row, column] = framePattern.exec(line) ?? []
  if (path === undefined) return null
  const [clean = ''] = path.replaceAll('\\', '/').split(/[?#]/)
  const file = clean.startsWith('node:')
    ? clean.replace(':', '/')
    : (programFolder.exec(clean)?.[1] ?? clean.slice(clean.lastIndexOf('/') + 1))
  const frame = `${name === undefined ? '' : `${name} `}${file}:${row}:${column}`
  return kept(traceSchema.shape.frames.element, frame)
}

/** The text when it has the shape that the schema allows, else null. */
const kept = (schema: { safeParse: (text: unknown) => { success: boolean } }, text: string | null): string | null =>
  schema.safeParse(text).success ? text : null
