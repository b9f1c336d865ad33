// Chooses the language of the staff's pages: the last choice in this window, else the site's language, else English.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { z } from 'zod'
import { type StaffLanguage, staffLanguages } from '../../../src-domain/instruction/language.ts'
import { service } from '../../service.ts'
import { usePageLanguage } from '../pageLanguage.ts'
import { staffWords } from '../words/staffLanguages.ts'
import { StaffLanguageContext } from './staffContext.tsx'

const rememberedAs = 'handwijzer.staffLanguage'
const staffLanguageSchema = z.enum(staffLanguages)

const staffLanguageOf = (value: unknown): StaffLanguage | null => staffLanguageSchema.safeParse(value).data ?? null

type Props = {
  readonly children: ReactNode
  /** The site's language where it is known already; without it the service is asked. */
  readonly siteLanguage?: string
}

export function StaffLanguageProvider({ children, siteLanguage }: Props) {
  const site = useQuery({
    queryKey: ['system.site'],
    queryFn: () => service.system.site(),
    enabled: siteLanguage === undefined,
  })
  const [chosen, setChosen] = useState(() => staffLanguageOf(localStorage.getItem(rememberedAs)))
  const language = chosen ?? staffLanguageOf(siteLanguage ?? site.data?.language) ?? 'en'
  usePageLanguage(language)
  const setLanguage = (wanted: StaffLanguage) => {
    localStorage.setItem(rememberedAs, wanted)
    setChosen(wanted)
  }
  return (
    <StaffLanguageContext value={{ language, words: staffWords[language], setLanguage }}>
      {children}
    </StaffLanguageContext>
  )
}
