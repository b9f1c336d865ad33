// The words of every language, by language.
import type { Language } from '../../../src-domain/instruction/language.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import type { WorkerWords } from './workerWords.ts'

export const workerWords: Readonly<Record<Language, WorkerWords>> = { nl, en, de, fr, pl, tr, ar, uk }
