// Reads text aloud with the computer's voices; silent where there is none for the language.
import { useSyncExternalStore } from 'react'
import type { Language } from '../../src-domain/instruction/language.ts'

/** The properties of a voice that the choice depends on. */
export type VoiceLike = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>

/** Slightly slower than normal speech, to be understood in a workshop. */
const rate = 0.92

const languageOf = ({ lang }: VoiceLike): string => lang.split(/[-_]/)[0]?.toLowerCase() ?? ''

/** The voice for a language: local voices before remote ones, then the default one before others; null for none. */
export function chooseVoice<Voice extends VoiceLike>(voices: readonly Voice[], language: Language): Voice | null {
  const worth = (voice: Voice) => (voice.localService ? 2 : 0) + (voice.default ? 1 : 0)
  const fitting = voices.filter((voice) => languageOf(voice) === language)
  return fitting.toSorted((a, b) => worth(b) - worth(a))[0] ?? null
}

const synthesis = (): SpeechSynthesis | null => ('speechSynthesis' in globalThis ? speechSynthesis : null)

const subscribe = (listener: () => void) => {
  const voices = synthesis()
  voices?.addEventListener('voiceschanged', listener)
  return () => voices?.removeEventListener('voiceschanged', listener)
}

/** True when there is a voice for the language; updated when the browser has loaded its voices. */
export const useHasVoice = (language: Language): boolean =>
  useSyncExternalStore(subscribe, () => chooseVoice(synthesis()?.getVoices() ?? [], language) !== null)

/** Speaks the text now, interrupting what is being spoken. */
export function say(text: string, language: Language): void {
  const speaker = synthesis()
  const voice = speaker && chooseVoice(speaker.getVoices(), language)
  if (!speaker || !voice || text === '') return
  const words = new SpeechSynthesisUtterance(text)
  words.voice = voice
  words.lang = voice.lang
  words.rate = rate
  speaker.cancel()
  speaker.speak(words)
}
