// German, for staff: backups, restoring, and data that cannot be used.
import type { SafekeepingWords } from './safekeepingWords.ts'

export const deSafekeeping: SafekeepingWords = {
  problem: {
    databaseMissing: {
      title: 'Die Datenbank dieser Werkbank fehlt',
      about:
        'Sicherungen, Bilder oder Schlüssel einer Werkbank sind da, ihre Datenbank nicht. Es wurde nichts neu eingerichtet.',
    },
    databaseCut: {
      title: 'Ein Teil der Datenbank fehlt',
      about: 'Die Datei ist kürzer, als sie sein müsste, wie nach einer vollen Platte oder einer abgebrochenen Kopie.',
    },
    databaseDamaged: {
      title: 'Die Datenbank ist beschädigt',
      about: 'Die Platte gab etwas anderes zurück, als geschrieben wurde.',
    },
    foreignDatabase: {
      title: 'Das ist die Datenbank eines anderen Programms',
      about: 'Am Platz der Datenbank der Werkbank liegt eine Datei eines anderen Programms.',
    },
    newerDatabase: {
      title: 'Die Datenbank stammt von einem neueren Handwijzer',
      about: 'Starten Sie die neuere Version. Diese ältere rührt die Daten nicht an.',
    },
    databaseBehindBackup: {
      title: 'Die Datenbank ist älter als ihre eigene Sicherung',
      about:
        'Was hier liegt, endet vor der letzten Sicherung oder weicht von ihr ab. Vielleicht wurde eine alte Kopie zurückgelegt.',
    },
    logBroken: {
      title: 'Das Protokoll ist nicht so, wie es geschrieben wurde',
      about:
        'Etwas darin wurde verändert, entfernt oder hinzugefügt, oder die Platte hat es beschädigt. Was ab dort steht, ist nicht verlässlich.',
    },
    keysMissing: {
      title: 'Die Schlüssel dieser Werkbank fehlen',
      about:
        'Mit ihnen unterschreibt die Werkstatt Fertigkeiten. Neue würden in anderem Namen unterschreiben, also wurden keine gemacht.',
    },
    keysDamaged: {
      title: 'Die Schlüssel dieser Werkbank sind beschädigt',
      about:
        'Mit ihnen unterschreibt die Werkstatt Fertigkeiten. Neue würden in anderem Namen unterschreiben, also wurden keine gemacht.',
    },
    keyBelongsToAnother: {
      title: 'Der Schlüssel hier gehört zu einer anderen Werkbank',
      about: 'Es ist nicht der Schlüssel, mit dem diese Werkstatt bisher unterschrieben hat.',
    },
    mediaMissing: {
      title: 'Bilder von Aufgaben fehlen',
      about:
        'Die Aufgaben würden Lücken zeigen. Ihre Pakete bringen die Bilder zurück, wenn sie erneut eingelesen werden.',
    },
    inUse: {
      title: 'Ein anderes Handwijzer benutzt diese Daten',
      about: 'Schließen Sie das andere und versuchen Sie es noch einmal.',
    },
    diskFull: { title: 'Die Platte ist voll', about: 'Schaffen Sie Platz und versuchen Sie es noch einmal.' },
    notWritable: {
      title: 'Die Daten lassen sich nicht schreiben',
      about: 'Das Konto, unter dem Handwijzer läuft, braucht das Schreibrecht im Datenordner.',
    },
    fault: {
      title: 'Handwijzer konnte nicht starten',
      about: 'Ein Fehler im Programm steht im Weg. Er wurde aufgeschrieben.',
    },
  },
  safe: 'Es wurde nichts verändert oder überschrieben.',
  tryAgain: 'Noch einmal versuchen',
  details: 'Für alle, die diesen Computer betreuen',
  lookAtScreen: 'Bitte auf den Bildschirm schauen.',
  remedies: 'Was Sie tun können',
  restore: {
    title: 'Eine Sicherung zurückholen',
    open: 'Zurückholen …',
    about: 'Die Werkbank wird so, wie sie war, als die Sicherung gemacht wurde.',
    which: 'Welche Sicherung?',
    verified: 'geprüft',
    notLookedAt: 'noch nicht geprüft',
    events: (count) => `Ereignisse: ${count}`,
    place: {
      own: 'auf diesem Computer',
      second: 'am zweiten Ort',
      found: 'auf einem Stick',
      chosen: 'in diesem Ordner',
    },
    none: 'Auf diesem Computer und auf Sticks wurde keine Sicherung gefunden.',
    elsewhere: 'Sie liegt woanders',
    folder: 'Ordner',
    folderAbout: 'Der Ordner eines Sticks oder der Daten einer anderen Werkbank, wie dieser Computer ihn nennt.',
    look: 'Dort nachsehen',
    nothingThere: 'In diesem Ordner ist keine Sicherung.',
    next: 'Weiter',
    confirmTitle: (moment) => `Die Sicherung vom ${moment} zurückholen?`,
    steps: [
      'Die Sicherung wird zuerst geprüft. Stimmt etwas nicht, geschieht nichts.',
      'Was jetzt hier liegt, kommt in einen eigenen Ordner. Es wird nicht gelöscht.',
      'Arbeit seit der Sicherung fehlt danach an der Werkbank. Seither verliehene Fertigkeiten bleiben, wo sie noch lesbar sind.',
      'Alle werden abgemeldet.',
    ],
    withKeys: 'Auch die Schlüssel zurückholen',
    code: 'Wiederherstellungscode',
    codeAbout: (moment) => `Acht Gruppen zu vier Zeichen, aufgeschrieben am ${moment}.`,
    now: 'Jetzt zurückholen',
    working: 'Die Sicherung wird zurückgeholt',
    workingAbout: 'Bitte lassen Sie den Computer an. Die Werkbank startet danach von selbst.',
  },
  keys: {
    title: 'Die Schlüssel zurückholen',
    about: 'Aus einer Sicherung mit dem aufgeschriebenen Code, oder aus einem Ordner, in dem sie aufbewahrt wurden.',
    fromBackup: 'Aus der Sicherung vom',
    noSealed: 'In keiner gefundenen Sicherung sind Schlüssel.',
    byCode: 'Zurückholen',
    fromFolder: 'Aus einem Ordner',
    folderAbout: 'Der Ordner „keys“ oder der ganze Datenordner, von dem eine Kopie aufbewahrt wurde.',
    byFolder: 'Von dort nehmen',
  },
  goOn: {
    title: 'Ohne weitermachen',
    about: {
      keys: 'Es werden neue Schlüssel gemacht. Früher Unterschriebenes bleibt gültig, Neues wird in anderem Namen unterschrieben.',
      media: 'Die Aufgaben zeigen Lücken, bis ihre Pakete erneut eingelesen sind.',
      database: 'Die Werkbank macht mit der Datenbank weiter, die hier liegt. Was nur die Sicherung weiß, fehlt darin.',
    },
    who: 'Das entscheidet eine Person aus der Verwaltung. Es steht mit Ihrem Namen im Protokoll.',
    now: 'Verlorenes aufgeben',
  },
  refused: {
    gone: 'Diese Sicherung ist nicht mehr da, oder es läuft schon etwas. Sehen Sie noch einmal nach.',
    notWhole: 'Diese Sicherung ist nicht in Ordnung. Es wurde nichts verändert. Nehmen Sie eine andere.',
    wrongCode: 'Dieser Code öffnet die Schlüssel in dieser Sicherung nicht.',
    mistypedCode: 'Im Code ist ein Tippfehler. Er hat acht Gruppen zu vier Zeichen.',
    noKeys: 'Es sind keine Schlüssel da.',
    otherKeys: 'Das sind die Schlüssel einer anderen Werkbank.',
    diskFull: 'Auf der Platte ist zu wenig Platz. Schaffen Sie Platz und versuchen Sie es noch einmal.',
    newer: 'Ein neueres Handwijzer hat diese Sicherung gemacht. Starten Sie diese Version.',
    fault: 'Das hat nicht geklappt. Es wurde aufgeschrieben.',
  },
  backups: {
    reason: {
      byHand: 'von Hand',
      daily: 'täglich',
      beforeMigration: 'vor einem Update',
      afterAward: 'nach einer Verleihung',
    },
    verified: 'geprüft',
    notVerified: 'nicht in Ordnung',
    withKeys: 'mit Schlüsseln',
    inSecondPlace: 'auch am zweiten Ort',
    failed: 'Die letzte Sicherung wurde nicht gemacht:',
    more: 'Alle zeigen',
    backedUp: (size) => `Die Sicherung ist gemacht und geprüft (${size}).`,
    trialNever: 'Noch keine Sicherung wurde zur Probe zurückgeholt. Das geschieht jede Woche von selbst.',
    trialGood: (duration, moment) => `Diese Werkbank wäre wieder da nach: ${duration}. Ausprobiert am ${moment}.`,
    trialBad: 'Eine Sicherung wurde zur Probe zurückgeholt und war nicht in Ordnung:',
    tryNow: 'Jetzt ausprobieren',
    codeTitle: 'Wiederherstellungscode',
    codeNone:
      'Es gibt noch keinen Wiederherstellungscode, deshalb enthalten die Sicherungen keine Schlüssel. Machen Sie einen und schreiben Sie ihn auf: Geht dieser Computer kaputt, bringt nur der Code die Unterschrift der Werkstatt zurück.',
    codeMade: (moment) => `Gemacht am ${moment}. Er öffnet die Schlüssel in jeder Sicherung seither.`,
    makeCode: 'Code machen',
    makeNewCode: 'Neuen Code machen',
    newCodeAbout: 'Der alte Code öffnet dann nur noch ältere Sicherungen.',
    writeDown:
      'Schreiben Sie diesen Code jetzt auf und bewahren Sie ihn außerhalb dieses Computers auf. Er wird nur dieses eine Mal gezeigt.',
    written: 'Ich habe ihn aufgeschrieben',
    secondTitle: 'Zweiter Ort',
    secondNone:
      'Die Sicherungen liegen nur auf diesem Computer. Ein Stick oder ein Ordner auf einem anderen bleibt, wenn er kaputtgeht.',
    secondFolder: 'Ordner',
    secondFolderAbout: 'Zum Beispiel der Ordner eines USB-Sticks.',
    secondSet: 'Diesen Ordner nehmen',
    secondStop: 'Nicht mehr benutzen',
    secondOk: (moment, free) => `Zuletzt kopiert am ${moment}. Noch frei: ${free}.`,
    secondNever: 'Es wurde noch nichts kopiert.',
    secondFailed: 'Die letzte Kopie hat nicht geklappt:',
    secondRefused: {
      notThere: 'Diesen Ordner gibt es nicht. Steckt der Stick?',
      notWritable: 'In diesen Ordner kann nicht geschrieben werden.',
      sameDisk: 'Dieser Ordner liegt in den Daten der Werkbank selbst. Nehmen Sie einen auf einer anderen Platte.',
    },
  },
}
