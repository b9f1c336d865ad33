// Dutch, for what ails a bench and for the program's faults.
import { pluralIn } from '../../../src-domain/instruction/plural.ts'
import type { FaultWords } from './faultWords.ts'

const plural = pluralIn('nl')

export const nlFaults: FaultWords = {
  condition: {
    diskFull: 'De schijf is vol. Maak ruimte vrij.',
    readOnly: 'In de gegevensmap kan niet worden geschreven.',
    diskFailed: 'De schijf antwoordt niet zoals het hoort.',
    cameraLost: 'De camera boven de tafel geeft geen beeld.',
    backupOverdue: 'De laatste back-up is te lang geleden.',
    viewsRebuilding: 'De overzichten worden opnieuw uit het logboek berekend.',
    logBroken: 'Het logboek is niet zoals het is opgeschreven.',
    recordsChanged: 'De gegevens wijken af van wat volgens het logboek is opgeschreven.',
  },
  since: (moment) => `sinds ${moment}`,
  title: 'Fouten van de laatste 7 dagen',
  none: 'Er waren geen fouten.',
  what: 'Wat',
  howOften: 'Hoe vaak',
  last: 'Laatst',
  more: (count) => plural(count, { always: 'en nog #, allemaal in het programmalogboek' }),
  kind: {
    window: 'Fout in een venster',
    screen: 'Een venster kon niet worden getekend',
    graphics: 'De grafische weergave van een venster viel weg',
    worker: 'Het zien van handen is mislukt',
    service: 'Fout in de service',
    store: 'De schijf nam iets niet aan',
    call: 'Fout bij het antwoorden aan een venster',
    shell: 'Fout in het programma dat de vensters opent',
    windowGone: 'Een venster stopte of liep vast',
    serviceEnded: 'De service stopte en is opnieuw gestart',
    processGone: 'Een hulpprogramma stopte',
  },
  window: {
    home: 'startpagina',
    table: 'tafel',
    calibrate: 'kalibratie',
    display: 'keuze van de projector',
    workplace: 'hele werkplek',
    bench: 'zijscherm',
    studio: 'studio',
    coach: 'coach',
    admin: 'beheer',
  },
  isNew: 'nieuw',
  markSeen: 'Alles als gezien markeren',
  saveLog: 'Programmalogboek bewaren',
  logAbout: 'Het programmalogboek is voor wie je met een fout helpt. Er staan geen namen, codes of notities in.',
}
