// Saves the sheets with tags as a PDF to be printed.
import { sheetPdf } from '../../src-domain/calibration/sheetPdf.ts'
import type { PaperName } from '../../src-domain/calibration/tagSheet.ts'
import type { Clock } from '../clock.ts'
import { saveFile } from '../ui/download.ts'

/** @param words the texts printed on the sheets. */
export const saveSheets = (clock: Clock, paper: PaperName, words: Parameters<typeof sheetPdf>[1]): void =>
  saveFile(clock, `handwijzer-${paper}.pdf`, 'application/pdf', sheetPdf(paper, words))
