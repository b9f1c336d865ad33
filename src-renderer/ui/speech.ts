// Reads words aloud with the voices the machine has. Where there is none for a language, it stays quiet.
import { useSyncExternalStore } from 'react'
import type { Language } from '../../src-domain/instruction/language.ts'

/** The part of a voice that choosing needs. */
export type VoiceLike = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>

/** Slower than ordinary talk, so that it can be followed in a workshop. */
const rate = 0.92

const languageOf = ({ lang }: VoiceLike): string => lang.split(/[-_]/)[0]?.toLowerCase() ?? ''

/** The voice for a language: one on this machine before one elsewhere, the default one before others; null for none. */
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

/** True when there is a voice for the language; browsers load their voices after the page. */
export const useHasVoice = (language: Language): boolean =>
  useSyncExternalStore(subscribe, () => chooseVoice(synthesis()?.getVoices() ?? [], language) !== null)

/** Says the words now; what was being said before stops. */
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
