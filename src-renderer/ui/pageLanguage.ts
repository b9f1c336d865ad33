// Sets the language and the writing direction of the document.
import { useDirection } from '@mantine/core'
import { useLayoutEffect } from 'react'
import { directionOf, type Language } from '../../src-domain/instruction/language.ts'

/** Sets the document's `lang` and `dir` while this language is shown. */
export function usePageLanguage(language: Language): void {
  const { setDirection } = useDirection()
  useLayoutEffect(() => {
    document.documentElement.lang = language
    setDirection(directionOf(language))
  }, [language, setDirection])
}
