import { describe, expect, it } from 'vitest'
import { casesOf, type Expected, staffCalls } from '../../../test/support/words/countedTexts.ts'
import { deStaff } from './de.staff.ts'
import type { StaffWords } from './staffWords.ts'

const expected: Expected<StaffWords> = {
  'signIn.wait': {
    '1': 'Warten Sie 1 Sekunde und versuchen Sie es dann wieder.',
    '0 2 3 5 11 21 100': 'Warten Sie # Sekunden und versuchen Sie es dann wieder.',
  },
  'reason.newButFamiliar': 'Neu, aber ähnliche Schritte gingen gut (#-mal gesehen).',
  'reason.fadedAfterCorrect': {
    '1': '1-mal richtig, darum eine Stufe weniger.',
    '0 2 3 5 11 21 100': '#-mal hintereinander richtig, darum eine Stufe weniger.',
  },
  'reason.keptAfterCorrect': {
    '1': '1 von 1 Mal richtig, das es für weniger Hilfe braucht.',
    '0 2 3 5 11 21 100': '# von # Mal hintereinander richtig, die es für weniger Hilfe braucht.',
  },
  'reason.expectedToGoWell': 'Mit einer Stufe weniger geht es voraussichtlich # von 10 Mal gut.',
  'reason.stillLearning': 'Weniger Hilfe brächte noch Fehler; so geht es voraussichtlich # von 10 Mal gut.',
  'reason.lessSure': 'Zuletzt lief es weniger gut, darum mehr Hilfe; so geht es voraussichtlich # von 10 Mal gut.',
  'reason.afterBreak': {
    '1': 'Seit 1 Tag nicht gemacht; etwas davon kann verblasst sein, darum mehr Hilfe.',
    '0 2 3 5 11 21 100': 'Seit # Tagen nicht gemacht; etwas davon kann verblasst sein, darum mehr Hilfe.',
  },
  'reason.probe': {
    '1': 'Seit 1 Tag nicht gemacht: einmal ohne Hilfe, um zu sehen, ob es noch sitzt.',
    '0 2 3 5 11 21 100': 'Seit # Tagen nicht gemacht: einmal ohne Hilfe, um zu sehen, ob es noch sitzt.',
  },
  'reason.onlyASlip':
    'Beim letzten Mal ging etwas schief, aber der Schritt sitzt: so geht es voraussichtlich # von 10 Mal gut.',
  'reason.tryWithLess': {
    '1': 'Mit voller Hilfe 1-mal richtig, darum ein Versuch mit weniger.',
    '0 2 3 5 11 21 100': 'Mit voller Hilfe #-mal hintereinander richtig, darum ein Versuch mit weniger.',
  },
  'reason.mistakeMatters':
    'Ein Fehler wiegt hier schwer, darum erst Sicherheit; so geht es voraussichtlich # von 10 Mal gut.',
  'coach.inARow': { '1': '1 Stück ohne Hilfe', '0 2 3 5 11 21 100': '# Stücke hintereinander ohne Hilfe' },
  'coach.onDays': {
    '1': 'Schritte ohne Hilfe an 1 Tag',
    '0 2 3 5 11 21 100': 'Schritte ohne Hilfe an # verschiedenen Tagen',
  },
  'coach.retained': { '1': 'nach 1 Tag immer noch richtig', '0 2 3 5 11 21 100': 'nach # Tagen immer noch richtig' },
  'coach.errors': '# Fehler bei diesen Stücken',
  'coach.attempts': 'Schritte bisher #-mal gemacht',
  'coach.waiting': { '1': '1 Vorschlag wartet', '0 2 3 5 11 21 100': '# Vorschläge warten' },
  'coach.contested': 'Zusammen ansehen: #',
  'coach.practised': {
    '1': '1 Stück an 1 Tag, davon 1 ohne Fehler oder Bitte um Hilfe',
    '0 2 3 5 11 21 100': '# Stücke an # Tagen, davon # ohne Fehler oder Bitte um Hilfe',
  },
  'coach.historyOf': { '1': '1 Ausführung: von „A“ zu „B“', '0 2 3 5 11 21 100': '# Ausführungen: von „A“ zu „B“' },
  'coach.times': '#-mal gemacht',
  'coach.mistakes': '# Fehler',
  'coach.helpAsked': '#-mal um Hilfe gebeten',
  'coach.unaided': { '1': '1-mal ohne Hilfe', '0 2 3 5 11 21 100': '#-mal hintereinander ohne Hilfe' },
  'learning.days.summary': { '1': '1 Übungstag, von A bis B', '0 2 3 5 11 21 100': '# Übungstage, von A bis B' },
  'learning.plan.newSteps': { '1': '1 neuer Schritt', '0 2 3 5 11 21 100': '# neue Schritte' },
  'learning.siteParameters.judgedOn': {
    '1': 'Angepasst an 1 Person, beurteilt an 1 anderen.',
    '0 2 3 5 11 21 100': 'Angepasst an # Personen, beurteilt an # anderen.',
  },
  'studio.steps': { '1': '1 Schritt', '0 2 3 5 11 21 100': '# Schritte' },
  'studio.toChoose': { '1': 'noch 1 Platz zu wählen', '0 2 3 5 11 21 100': 'noch # Plätze zu wählen' },
  'studio.repeated': '#-mal',
  'studio.doneBy.weigh': '# g auf der Waage, ± # g',
  'studio.doneBy.time': { '1': 'nach 1 Sekunde', '0 2 3 5 11 21 100': 'nach # Sekunden' },
  'studio.skillSteps': { '1': 'gezeigt an 1 Schritt', '0 2 3 5 11 21 100': 'gezeigt an # Schritten' },
  'studio.bindIncomplete': {
    '1': 'Gespeichert. Ein Platz ist noch zu wählen.',
    '0 2 3 5 11 21 100': 'Gespeichert. # Plätze sind noch zu wählen.',
  },
  'studio.bins': { '1': '1 Kasten', '0 2 3 5 11 21 100': '# Kästen' },
  'studio.zoneCount': { '1': '1 Platz', '0 2 3 5 11 21 100': '# Plätze' },
  'faults.more': 'und # weitere, alle im Programmprotokoll',
  'admin.logWhole': {
    '1': 'Das eine Ereignis ist so, wie es geschrieben wurde.',
    '0 2 3 5 11 21 100': 'Alle # Ereignisse sind so, wie sie geschrieben wurden.',
  },
}

describe('the staff’s counted texts in German', () => {
  it.each(casesOf(deStaff, staffCalls, expected))('say at $place for $count: $text', ({ text, said }) => {
    expect(said()).toBe(text)
  })
})
