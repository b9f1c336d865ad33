import { describe, expect, it } from 'vitest'
import { chooseVoice, type VoiceLike } from './speech.ts'

const voice = (lang: string, localService = true, isDefault = false): VoiceLike => ({
  lang,
  localService,
  default: isDefault,
})

describe('the choice of a voice', () => {
  it('is none when the machine has no voice for the language', () => {
    expect(chooseVoice([voice('en-GB'), voice('nl-NL')], 'tr')).toBeNull()
    expect(chooseVoice([], 'en')).toBeNull()
  })

  it('takes any region of the language, however the machine writes it', () => {
    expect(chooseVoice([voice('fr-CA')], 'fr')?.lang).toBe('fr-CA')
    expect(chooseVoice([voice('ar_EG')], 'ar')?.lang).toBe('ar_EG')
    expect(chooseVoice([voice('UK-ua')], 'uk')?.lang).toBe('UK-ua')
  })

  it('does not take a language that only begins with the same letters', () => {
    expect(chooseVoice([voice('pli-XX'), voice('ent')], 'pl')).toBeNull()
  })

  it('takes a voice on this machine before one that sends the words elsewhere, even the default one', () => {
    const voices = [voice('nl-BE', false, true), voice('nl-NL')]
    expect(chooseVoice(voices, 'nl')?.lang).toBe('nl-NL')
  })

  it('takes the default voice among equals', () => {
    expect(chooseVoice([voice('de-AT'), voice('de-DE', true, true)], 'de')?.lang).toBe('de-DE')
  })
})
