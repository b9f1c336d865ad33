import { describe, expect, it } from 'vitest'
import { chooseVoice, type VoiceLike } from './speech.ts'

const voice = (lang: string, localService = true, isDefault = false): VoiceLike => ({
  lang,
  localService,
  default: isDefault,
})

describe('choosing a voice', () => {
  it('is null when the computer has no voice for the language', () => {
    expect(chooseVoice([voice('en-GB'), voice('nl-NL')], 'tr')).toBeNull()
    expect(chooseVoice([], 'en')).toBeNull()
  })

  it('accepts any region of the language, in any spelling of the tag', () => {
    expect(chooseVoice([voice('fr-CA')], 'fr')?.lang).toBe('fr-CA')
    expect(chooseVoice([voice('ar_EG')], 'ar')?.lang).toBe('ar_EG')
    expect(chooseVoice([voice('UK-ua')], 'uk')?.lang).toBe('UK-ua')
  })

  it('does not accept a language that only begins with the same letters', () => {
    expect(chooseVoice([voice('pli-XX'), voice('ent')], 'pl')).toBeNull()
  })

  it('prefers a local voice to one that sends the text to a server, even the default one', () => {
    const voices = [voice('nl-BE', false, true), voice('nl-NL')]
    expect(chooseVoice(voices, 'nl')?.lang).toBe('nl-NL')
  })

  it('prefers the default voice otherwise', () => {
    expect(chooseVoice([voice('de-AT'), voice('de-DE', true, true)], 'de')?.lang).toBe('de-DE')
  })
})
