// Saves the sheets with tags as a PDF to be printed.
import { sheetPdf } from '../../src-domain/calibration/sheetPdf.ts'
import type { PaperName } from '../../src-domain/calibration/tagSheet.ts'
import { saveFile } from '../ui/download.ts'

/** @param words the texts printed on the sheets. */
export const saveSheets = (paper: PaperName, words: Parameters<typeof sheetPdf>[1]): void =>
  saveFile(`handwijzer-${paper}.pdf`, 'application/pdf', sheetPdf(paper, words))
