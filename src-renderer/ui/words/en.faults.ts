// English, for what ails a bench and for the program's faults.
import { pluralIn } from '../../../src-domain/instruction/plural.ts'
import type { FaultWords } from './faultWords.ts'

const plural = pluralIn('en')

export const enFaults: FaultWords = {
  condition: {
    diskFull: 'The disk is full. Free some space.',
    readOnly: 'The data folder cannot be written to.',
    diskFailed: 'The disk does not answer as it should.',
    cameraLost: 'The camera over the table delivers no pictures.',
    backupOverdue: 'The last backup was too long ago.',
    viewsRebuilding: 'The overviews are being worked out again from the log.',
    logBroken: 'The event log is not as it was written.',
    recordsChanged: 'The data differ from what the log says was written.',
  },
  since: (moment) => `since ${moment}`,
  title: 'Faults in the last 7 days',
  none: 'There were no faults.',
  what: 'What',
  howOften: 'How often',
  last: 'Last',
  more: (count) => plural(count, { always: 'and # more, all in the program log' }),
  kind: {
    window: 'Fault in a window',
    screen: 'A window could not be drawn',
    graphics: 'The graphics of a window were lost',
    worker: 'Seeing hands has failed',
    service: 'Fault in the service',
    store: 'The disk did not take something',
    call: 'Fault while answering a window',
    shell: 'Fault in the program that opens the windows',
    windowGone: 'A window ended or hung',
    serviceEnded: 'The service ended and was started again',
    processGone: 'A helper program ended',
  },
  window: {
    home: 'start page',
    table: 'table',
    calibrate: 'calibration',
    display: 'choice of projector',
    workplace: 'whole workplace',
    bench: 'side screen',
    studio: 'studio',
    coach: 'coach',
    admin: 'administration',
  },
  isNew: 'new',
  markSeen: 'Mark all as seen',
  saveLog: 'Save the program log',
  logAbout: 'The program log is for whoever helps you with a fault. No names, codes or notes are in it.',
}
