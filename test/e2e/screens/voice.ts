// A fake speech synthesis for browsers without voices: it is silent, and records what it was asked to say.
import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** The texts spoken since the page was opened. */
    spoken: string[]
  }
}

/** Installs fake voices for the languages in every page of this window. Must be called before the page is opened. */
export async function giveVoice(page: Page, languages: readonly string[]): Promise<void> {
  await page.addInitScript((tags) => {
    window.spoken = []
    const voices = tags.map((lang) => ({ lang, name: lang, voiceURI: lang, localService: true, default: false }))
    const speaker = {
      getVoices: () => voices,
      speak: ({ text }: { text: string }) => window.spoken.push(text),
      cancel: () => undefined,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }
    Object.defineProperty(window, 'speechSynthesis', { value: speaker })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        text: string
        constructor(text: string) {
          this.text = text
        }
      },
    })
  }, languages)
}

/** The texts spoken by this page so far. */
export const spokenOn = (page: Page): Promise<string[]> => page.evaluate(() => window.spoken)
