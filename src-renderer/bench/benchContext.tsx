// What every part of the side screen shares: the language it speaks, its voice, and a way to ask something of the bench.
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import type { Language } from '../../src-domain/instruction/language.ts'
import { type Failure, failureOf } from '../ui/failure.ts'
import { say, useHasVoice } from '../ui/speech.ts'
import { workerWords } from '../ui/words/words.ts'
import type { WorkerWords } from '../ui/words/workerWords.ts'

export type Bench = {
  readonly language: Language
  readonly words: WorkerWords
  /** Reads text aloud in the worker's language; quietly nothing where there is no voice for it. */
  readonly say: (text: string) => void
  readonly hasVoice: boolean
  /** Says by itself, for those who want to be spoken to. */
  readonly tell: (text: string) => void
  /** Asks something of the bench. What it refuses becomes the notice. */
  readonly run: (ask: () => Promise<unknown>) => void
  readonly notice: { readonly text: string; readonly seq: number } | null
  readonly dismissNotice: () => void
}

const BenchContext = createContext<Bench | null>(null)

/** The sentence for what went wrong, or null when the connection is lost: then the whole screen says "one moment". */
export function workerSentence(failure: Failure, words: WorkerWords): string | null {
  if (failure.kind === 'lost') return null
  if (failure.kind === 'fault') return words.failed
  const { error } = failure
  switch (error.code) {
    case 'REFUSED':
      return words.refusal[error.data.reason]
    case 'UNKNOWN_BADGE':
      return words.signIn.unknownBadge
    case 'WRONG_PIN':
      return words.signIn.wrongPin
    case 'LOCKED':
      return words.signIn.waitSeconds(Math.ceil(error.data.waitMs / 1000))
    default:
      return words.failed
  }
}

type Props = { readonly language: Language; readonly voice: boolean; readonly children: ReactNode }

export function BenchProvider({ language, voice, children }: Props) {
  const words = workerWords[language]
  const hasVoice = useHasVoice(language)
  const [notice, setNotice] = useState<Bench['notice']>(null)
  const sayNow = useCallback((text: string) => say(text, language), [language])
  const tell = useCallback(
    (text: string) => {
      if (voice) sayNow(text)
    },
    [voice, sayNow],
  )
  const run = useCallback(
    (ask: () => Promise<unknown>) => {
      setNotice(null)
      ask().catch((error: unknown) => {
        const text = workerSentence(failureOf(error), words)
        if (text === null) return
        setNotice((earlier) => ({ text, seq: (earlier?.seq ?? 0) + 1 }))
        tell(text)
      })
    },
    [words, tell],
  )
  const dismissNotice = useCallback(() => setNotice(null), [])
  const bench = useMemo(
    () => ({ language, words, say: sayNow, hasVoice, tell, run, notice, dismissNotice }),
    [language, words, sayNow, hasVoice, tell, run, notice, dismissNotice],
  )
  return <BenchContext value={bench}>{children}</BenchContext>
}

/** @throws outside the side screen. */
export function useBench(): Bench {
  const bench = use(BenchContext)
  if (!bench) throw new Error('This part belongs on the side screen.')
  return bench
}
