import { describe, expect, it } from 'vitest'
import { casesOf, type Expected, staffCalls } from '../../../test/support/words/countedTexts.ts'
import { nlStaff } from './nl.staff.ts'
import type { StaffWords } from './staffWords.ts'

const expected: Expected<StaffWords> = {
  'signIn.wait': {
    '1': 'Wacht 1 seconde en probeer het dan weer.',
    '0 2 3 5 11 21 100': 'Wacht # seconden en probeer het dan weer.',
  },
  'reason.newButFamiliar': 'Nieuw, maar bij soortgelijke stappen ging het goed (# keer gezien).',
  'reason.fadedAfterCorrect': {
    '1': '1 keer goed gedaan, dus één stapje minder.',
    '0 2 3 5 11 21 100': '# keer achter elkaar goed gedaan, dus één stapje minder.',
  },
  'reason.keptAfterCorrect': {
    '1': '1 van de 1 keer goed die nodig is voor minder hulp.',
    '0 2 3 5 11 21 100': '# van de # keer achter elkaar goed die nodig zijn voor minder hulp.',
  },
  'reason.expectedToGoWell': 'Met één niveau minder gaat het naar verwachting # van de 10 keer goed.',
  'reason.stillLearning':
    'Met minder hulp gaat het nog te vaak mis; zo gaat het naar verwachting # van de 10 keer goed.',
  'reason.lessSure':
    'Het ging de laatste tijd minder goed, dus meer hulp; zo gaat het naar verwachting # van de 10 keer goed.',
  'reason.afterBreak': {
    '1': '1 dag niet gedaan; er kan iets van weggezakt zijn, dus meer hulp.',
    '0 2 3 5 11 21 100': '# dagen niet gedaan; er kan iets van weggezakt zijn, dus meer hulp.',
  },
  'reason.probe': {
    '1': '1 dag niet gedaan: één keer zonder hulp, om te zien of het er nog zit.',
    '0 2 3 5 11 21 100': '# dagen niet gedaan: één keer zonder hulp, om te zien of het er nog zit.',
  },
  'reason.onlyASlip':
    'De vorige keer ging er iets mis, maar de stap zit er goed in: zo gaat het naar verwachting # van de 10 keer goed.',
  'reason.tryWithLess': {
    '1': 'Met alles erbij 1 keer goed, dus een keer met minder.',
    '0 2 3 5 11 21 100': 'Met alles erbij # keer achter elkaar goed, dus een keer met minder.',
  },
  'reason.mistakeMatters':
    'Een fout weegt hier zwaar, dus eerst zekerheid; zo gaat het naar verwachting # van de 10 keer goed.',
  'coach.inARow': { '1': '1 product zonder hulp', '0 2 3 5 11 21 100': '# producten achter elkaar zonder hulp' },
  'coach.onDays': {
    '1': 'stappen zonder hulp op 1 dag',
    '0 2 3 5 11 21 100': 'stappen zonder hulp op # verschillende dagen',
  },
  'coach.retained': { '1': 'na 1 dag nog steeds goed', '0 2 3 5 11 21 100': 'na # dagen nog steeds goed' },
  'coach.errors': { '1': '1 fout bij deze producten', '0 2 3 5 11 21 100': '# fouten bij deze producten' },
  'coach.attempts': 'stappen tot nu toe # keer gedaan',
  'coach.waiting': { '1': '1 voorstel wacht', '0 2 3 5 11 21 100': '# voorstellen wachten' },
  'coach.contested': 'Samen nakijken: #',
  'coach.practised': {
    '1': '1 product op 1 dag, waarvan 1 zonder fout of vraag om hulp',
    '0 2 3 5 11 21 100': '# producten op # dagen, waarvan # zonder fout of vraag om hulp',
  },
  'coach.historyOf': '# keer: van “A” naar “B”',
  'coach.times': '# keer gedaan',
  'coach.mistakes': { '1': '1 fout', '0 2 3 5 11 21 100': '# fouten' },
  'coach.helpAsked': '# keer om hulp gevraagd',
  'coach.unaided': { '1': '1 keer zonder hulp', '0 2 3 5 11 21 100': '# keer achter elkaar zonder hulp' },
  'learning.days.summary': { '1': '1 dag geoefend, van A tot B', '0 2 3 5 11 21 100': '# dagen geoefend, van A tot B' },
  'learning.plan.newSteps': { '1': '1 nieuwe stap', '0 2 3 5 11 21 100': '# nieuwe stappen' },
  'learning.siteParameters.judgedOn': {
    '1': 'Bepaald met 1 medewerker, beoordeeld met 1 andere die erbuiten bleef.',
    '0 2 3 5 11 21 100': 'Bepaald met # medewerkers, beoordeeld met # anderen die erbuiten bleven.',
  },
  'studio.steps': { '1': '1 stap', '0 2 3 5 11 21 100': '# stappen' },
  'studio.toChoose': { '1': 'nog 1 plek te kiezen', '0 2 3 5 11 21 100': 'nog # plekken te kiezen' },
  'studio.repeated': '# keer',
  'studio.doneBy.weigh': '# g op de weegschaal, ± # g',
  'studio.doneBy.time': { '1': 'na 1 seconde', '0 2 3 5 11 21 100': 'na # seconden' },
  'studio.skillSteps': { '1': 'te zien aan 1 stap', '0 2 3 5 11 21 100': 'te zien aan # stappen' },
  'studio.bindIncomplete': {
    '1': 'Bewaard. Eén plek is nog te kiezen.',
    '0 2 3 5 11 21 100': 'Bewaard. # plekken zijn nog te kiezen.',
  },
  'studio.bins': { '1': '1 bakje', '0 2 3 5 11 21 100': '# bakjes' },
  'studio.zoneCount': { '1': '1 plek', '0 2 3 5 11 21 100': '# plekken' },
  'faults.more': 'en nog #, allemaal in het programmalogboek',
  'admin.logWhole': {
    '1': 'De ene gebeurtenis is zoals hij is opgeschreven.',
    '0 2 3 5 11 21 100': 'Alle # gebeurtenissen zijn zoals ze zijn opgeschreven.',
  },
}

describe('the staff’s counted texts in Dutch', () => {
  it.each(casesOf(nlStaff, staffCalls, expected))('say at $place for $count: $text', ({ text, said }) => {
    expect(said()).toBe(text)
  })
})
