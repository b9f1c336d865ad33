// The words of the calibration's window, in the languages that have been written so far; others read English.
import type { CalibrationFailure } from '../../src-domain/calibration/calibrationFailure.ts'
import { type Advice, adviceFor } from '../../src-domain/calibration/calibrationFailure.ts'
import { englishSheetWords, type SheetWords } from '../../src-domain/calibration/sheetPdf.ts'

export type CalibrationWords = {
  readonly title: string
  readonly prepare: readonly string[]
  readonly sheets: string
  readonly begin: string
  readonly again: string
  readonly back: string
  readonly accepted: (rmsMm: number, maxMm: number) => string
  readonly box: string
  readonly boxHeight: string
  readonly lookAtBox: string
  readonly clear: string
  readonly finish: string
  readonly kept: string
  readonly failed: string
  readonly advice: (failure: CalibrationFailure) => Advice
  readonly onPaper: SheetWords
}

const mm = (value: number): string => value.toFixed(1)

const english: CalibrationWords = {
  title: 'Register light and camera to the table',
  prepare: [
    'Clear the table.',
    'Print the sheets at 100 %. Lay A to D flush into the table’s corners; stick the four small squares near the middle of each side.',
    'Then keep hands away for half a minute.',
  ],
  sheets: 'Sheets to print',
  begin: 'Begin',
  again: 'Try again',
  back: 'Back',
  accepted: (rms, max) => `The light lies right: ${mm(rms)} mm on average, ${mm(max)} mm at most.`,
  box: 'For bins, lay sheet E on a flat box of known height, anywhere in the light.',
  boxHeight: 'Height of the box in mm',
  lookAtBox: 'Look at the box',
  clear: 'Take sheets and box away before you finish.',
  finish: 'Finish',
  kept: 'Done. The bench is calibrated.',
  failed: 'The camera gives no picture, or the bench does not answer. Check the camera and try again.',
  advice: adviceFor,
  onPaper: englishSheetWords,
}

const dutchAdvice: { readonly [Cause in CalibrationFailure['cause']]: Advice } = {
  noLight: {
    sentence: 'De camera ziet het licht van de projector niet.',
    remedy: 'Kijk of de projector aan staat, of het juiste scherm is gekozen, en of de camera naar de tafel kijkt.',
  },
  tooBright: {
    sentence: 'Het is te licht voor de projector.',
    remedy: 'Dim de lampen boven de tafel of doe de zonwering dicht, en probeer het opnieuw.',
  },
  overexposed: {
    sentence: 'Delen van het beeld zijn overbelicht.',
    remedy: 'Belicht de camera korter, bedek glimmend metaal met een doek of papier, en probeer het opnieuw.',
  },
  lightChanged: {
    sentence: 'Het licht in de ruimte veranderde tijdens het kijken.',
    remedy: 'Laat de lampen een minuut zoals ze zijn en probeer het opnieuw.',
  },
  handInPicture: {
    sentence: 'Er bewoog iets op de tafel.',
    remedy: 'Houd tien seconden uw handen weg en probeer het opnieuw.',
  },
  cameraMoved: {
    sentence: 'De camera bewoog of stelde opnieuw scherp.',
    remedy: 'Zet de camera vast en de autofocus uit, en probeer het opnieuw.',
  },
  mirrored: {
    sentence: 'Het beeld van de projector staat in spiegelbeeld.',
    remedy: 'Stel de projector zo in (voor, plafond) dat tekst gewoon leesbaar is.',
  },
  fewDots: {
    sentence: 'De camera ziet te weinig van het beeld van de projector.',
    remedy: 'Ruim de tafel leeg, richt camera en projector op dezelfde plek, en zet keystone uit.',
  },
  tagsHidden: {
    sentence: 'De camera ziet niet alle vellen.',
    remedy: 'Leg elk vel plat, met de druk naar boven, in zijn hoek, waar de camera het helemaal ziet.',
  },
  sheetMisplaced: {
    sentence: 'Een vel ligt niet in zijn hoek.',
    remedy: 'Schuif het tegen beide tafelranden, de letter leesbaar vanaf de werkplek.',
  },
  printScaleWrong: {
    sentence: 'De vellen zijn niet op ware grootte afgedrukt.',
    remedy: 'Druk ze opnieuw af op 100 % en meet het vierkant na: 50 mm breed en hoog.',
  },
  tableSizeWrong: {
    sentence: 'De tafel is niet zo groot als de indeling zegt.',
    remedy: 'Meet de tafel en verbeter breedte en diepte in de indeling.',
  },
  uneven: {
    sentence: 'Het licht ligt niet overal goed.',
    remedy: 'Zet keystone en verscherping van de projector uit, gebruik zijn eigen resolutie, en leg de vellen plat.',
  },
  boxHidden: {
    sentence: 'De camera ziet vel E op de doos niet.',
    remedy: 'Leg vel E op een vlakke doos waarvan u de hoogte weet, in het licht van de projector.',
  },
  boxUneven: {
    sentence: 'Het licht op de doos past niet bij haar hoogte.',
    remedy: 'Meet de hoogte van de doos opnieuw en leg vel E er plat op.',
  },
}

/** The numbers and names of a failure, which every language writes alike. */
function detailOf(failure: CalibrationFailure): string {
  switch (failure.cause) {
    case 'tagsHidden':
      return ` (${failure.sheets.join(', ')})`
    case 'sheetMisplaced':
      return ` (${failure.sheet})`
    case 'printScaleWrong':
      return ` (${Math.round(failure.scale * 100)} %)`
    case 'uneven':
      return ` (${mm(failure.maxMm)} mm)`
    default:
      return ''
  }
}

const dutch: CalibrationWords = {
  title: 'Licht en camera op de tafel afstemmen',
  prepare: [
    'Ruim de tafel leeg.',
    'Druk de vellen af op 100 %. Leg A tot D strak in de hoeken van de tafel; plak de vier kleine vierkanten midden op elke kant.',
    'Houd daarna een halve minuut uw handen weg.',
  ],
  sheets: 'Vellen om af te drukken',
  begin: 'Begin',
  again: 'Opnieuw proberen',
  back: 'Terug',
  accepted: (rms, max) => `Het licht ligt goed: gemiddeld ${mm(rms)} mm, hoogstens ${mm(max)} mm ernaast.`,
  box: 'Voor bakken: leg vel E op een vlakke doos waarvan u de hoogte weet, ergens in het licht.',
  boxHeight: 'Hoogte van de doos in mm',
  lookAtBox: 'Kijk naar de doos',
  clear: 'Haal vellen en doos weg voordat u afrondt.',
  finish: 'Afronden',
  kept: 'Klaar. De werkplek is afgestemd.',
  failed: 'De camera geeft geen beeld, of de werkplek antwoordt niet. Kijk de camera na en probeer het opnieuw.',
  advice: (failure) => {
    const { sentence, remedy } = dutchAdvice[failure.cause]
    return { remedy, sentence: sentence.replace(/\.$/, `${detailOf(failure)}.`) }
  },
  onPaper: {
    places: {
      A: 'hoek links achter',
      B: 'hoek rechts achter',
      C: 'hoek links voor',
      D: 'hoek rechts voor',
      E: 'op een vlakke doos',
    },
    checkSquare: 'Afdrukken op 100 %. Dit vierkant is 50 mm breed.',
    stickers: 'Uitknippen en midden op elke kant van de tafel plakken.',
  },
}

/** @param language a BCP 47 tag. */
export const calibrationWords = (language: string): CalibrationWords => (language.startsWith('nl') ? dutch : english)
