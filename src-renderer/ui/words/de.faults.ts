// German, for what ails a bench and for the program's faults.
import { pluralIn } from '../../../src-domain/instruction/plural.ts'
import type { FaultWords } from './faultWords.ts'

const plural = pluralIn('de')

export const deFaults: FaultWords = {
  condition: {
    diskFull: 'Der Datenträger ist voll. Machen Sie Platz frei.',
    readOnly: 'In den Datenordner kann nicht geschrieben werden.',
    diskFailed: 'Der Datenträger antwortet nicht, wie er soll.',
    cameraLost: 'Die Kamera über dem Tisch liefert kein Bild.',
    backupOverdue: 'Die letzte Sicherung liegt zu lange zurück.',
    viewsRebuilding: 'Die Übersichten werden aus dem Protokoll neu berechnet.',
    logBroken: 'Das Protokoll ist nicht so, wie es geschrieben wurde.',
    recordsChanged: 'Die Daten weichen von dem ab, was laut Protokoll geschrieben wurde.',
  },
  since: (moment) => `seit ${moment}`,
  title: 'Fehler der letzten 7 Tage',
  none: 'Es gab keine Fehler.',
  what: 'Was',
  howOften: 'Wie oft',
  last: 'Zuletzt',
  more: (count) => plural(count, { always: 'und # weitere, alle im Programmprotokoll' }),
  kind: {
    window: 'Fehler in einem Fenster',
    screen: 'Ein Fenster konnte nicht gezeichnet werden',
    graphics: 'Die Grafik eines Fensters ging verloren',
    worker: 'Das Sehen der Hände ist ausgefallen',
    service: 'Fehler im Dienst',
    store: 'Der Datenträger hat etwas nicht angenommen',
    call: 'Fehler beim Antworten an ein Fenster',
    shell: 'Fehler im Programm, das die Fenster öffnet',
    windowGone: 'Ein Fenster wurde beendet oder hing',
    serviceEnded: 'Der Dienst wurde beendet und neu gestartet',
    processGone: 'Ein Hilfsprogramm wurde beendet',
  },
  window: {
    home: 'Startseite',
    table: 'Tisch',
    calibrate: 'Kalibrierung',
    display: 'Wahl des Projektors',
    workplace: 'ganzer Arbeitsplatz',
    bench: 'Seitenbildschirm',
    studio: 'Studio',
    coach: 'Coach',
    admin: 'Verwaltung',
  },
  isNew: 'neu',
  markSeen: 'Alle als gesehen markieren',
  saveLog: 'Programmprotokoll speichern',
  logAbout:
    'Das Programmprotokoll ist für alle, die Ihnen bei einem Fehler helfen. Es stehen keine Namen, Codes oder Notizen darin.',
}
