// A voice for a browser that has none: it says nothing, and remembers what it was asked to say.
import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** What was said since the page was opened. */
    spoken: string[]
  }
}

/** Gives every page of this window a voice for the languages. Must be called before the page is opened. */
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

/** What this page said so far. */
export const spokenOn = (page: Page): Promise<string[]> => page.evaluate(() => window.spoken)
