// Dutch, for staff: backups, restoring, and data that cannot be used.
import type { SafekeepingWords } from './safekeepingWords.ts'

export const nlSafekeeping: SafekeepingWords = {
  problem: {
    databaseMissing: {
      title: 'De database van deze werkbank ontbreekt',
      about:
        'Er zijn back-ups, plaatjes of sleutels van een werkbank, maar de database niet. Er is niets nieuw ingericht.',
    },
    databaseCut: {
      title: 'Een deel van de database ontbreekt',
      about: 'Het bestand is korter dan het hoort, zoals na een volle schijf of een afgebroken kopie.',
    },
    databaseDamaged: {
      title: 'De database is beschadigd',
      about: 'De schijf gaf iets anders terug dan er is geschreven.',
    },
    foreignDatabase: {
      title: 'Dit is de database van een ander programma',
      about: 'Op de plaats van de database van de werkbank ligt een bestand van een ander programma.',
    },
    newerDatabase: {
      title: 'De database is van een nieuwere Handwijzer',
      about: 'Start die nieuwere versie. Deze oudere raakt de gegevens niet aan.',
    },
    databaseBehindBackup: {
      title: 'De database is ouder dan haar eigen back-up',
      about: 'Wat hier ligt eindigt vóór de laatste back-up of wijkt ervan af. Misschien is een oude kopie teruggezet.',
    },
    logBroken: {
      title: 'Het logboek is niet zoals het is opgeschreven',
      about:
        'Er is iets in veranderd, weggehaald of toegevoegd, of de schijf heeft het beschadigd. Wat er vanaf daar staat is niet te vertrouwen.',
    },
    keysMissing: {
      title: 'De sleutels van deze werkbank ontbreken',
      about:
        'Met deze sleutels ondertekent de werkplaats vaardigheden. Nieuwe zouden in een andere naam tekenen, dus zijn er geen gemaakt.',
    },
    keysDamaged: {
      title: 'De sleutels van deze werkbank zijn beschadigd',
      about:
        'Met deze sleutels ondertekent de werkplaats vaardigheden. Nieuwe zouden in een andere naam tekenen, dus zijn er geen gemaakt.',
    },
    keyBelongsToAnother: {
      title: 'De sleutel hier hoort bij een andere werkbank',
      about: 'Het is niet de sleutel waarmee deze werkplaats tot nu toe tekende.',
    },
    mediaMissing: {
      title: 'Er ontbreken plaatjes van taken',
      about: 'De taken zouden gaten tonen. Hun pakketten brengen de plaatjes terug als ze opnieuw worden ingelezen.',
    },
    inUse: { title: 'Een andere Handwijzer gebruikt deze gegevens', about: 'Sluit de andere, en probeer het opnieuw.' },
    diskFull: { title: 'De schijf is vol', about: 'Maak ruimte, en probeer het opnieuw.' },
    notWritable: {
      title: 'Er kan niet worden geschreven',
      about: 'De gebruiker die Handwijzer start, moet in de gegevensmap mogen schrijven.',
    },
    fault: {
      title: 'Handwijzer kon niet starten',
      about: 'Een fout in het programma staat in de weg. Hij is opgeschreven.',
    },
  },
  safe: 'Er is niets veranderd of overschreven.',
  tryAgain: 'Opnieuw proberen',
  details: 'Voor wie deze computer beheert',
  lookAtScreen: 'Kijk even op het scherm.',
  remedies: 'Wat je kunt doen',
  restore: {
    title: 'Een back-up terugzetten',
    open: 'Terugzetten …',
    about: 'De werkbank wordt zoals ze was toen de back-up werd gemaakt.',
    which: 'Welke back-up?',
    verified: 'nagekeken',
    notLookedAt: 'nog niet nagekeken',
    events: (count) => `gebeurtenissen: ${count}`,
    place: { own: 'op deze computer', second: 'op de tweede plaats', found: 'op een stick', chosen: 'in die map' },
    none: 'Er is geen back-up gevonden op deze computer of op een stick.',
    elsewhere: 'Hij ligt ergens anders',
    folder: 'Map',
    folderAbout: 'De map van een stick of van de gegevens van een andere werkbank, zoals deze computer die noemt.',
    look: 'Daar kijken',
    nothingThere: 'In die map is geen back-up.',
    next: 'Verder',
    confirmTitle: (moment) => `De back-up van ${moment} terugzetten?`,
    steps: [
      'De back-up wordt eerst nagekeken. Klopt er iets niet, dan gebeurt er niets.',
      'Wat hier nu ligt gaat apart in een eigen map. Het wordt niet gewist.',
      'Werk van na de back-up is weg van de werkbank. Vaardigheden die daarna zijn toegekend blijven, waar ze nog te lezen zijn.',
      'Iedereen wordt afgemeld.',
    ],
    withKeys: 'Ook de sleutels terugzetten',
    code: 'Herstelcode',
    codeAbout: (moment) => `Acht groepjes van vier, opgeschreven op ${moment}.`,
    now: 'Nu terugzetten',
    working: 'De back-up wordt teruggezet',
    workingAbout: 'Laat de computer aan. De werkbank start daarna vanzelf.',
  },
  keys: {
    title: 'De sleutels terughalen',
    about: 'Uit een back-up met de herstelcode die is opgeschreven, of uit een map waarin ze zijn bewaard.',
    fromBackup: 'Uit de back-up van',
    noSealed: 'In geen gevonden back-up zitten sleutels.',
    byCode: 'Terughalen',
    fromFolder: 'Uit een map',
    folderAbout: 'De map “keys”, of de hele gegevensmap, waarvan een kopie is bewaard.',
    byFolder: 'Daaruit halen',
  },
  goOn: {
    title: 'Zonder verdergaan',
    about: {
      keys: 'Er worden nieuwe sleutels gemaakt. Wat eerder is ondertekend blijft geldig, maar nieuwe vaardigheden krijgen een andere naam.',
      media: 'De taken tonen gaten tot hun pakketten opnieuw zijn ingelezen.',
      database: 'De werkbank gaat verder met de database die hier ligt. Wat alleen de back-up weet, ontbreekt daarin.',
    },
    who: 'Dit besluit een beheerder. Het komt met je naam in het logboek.',
    now: 'Opgeven wat weg is',
  },
  refused: {
    gone: 'Deze back-up is er niet meer, of er is al iets bezig. Kijk opnieuw.',
    notWhole: 'Deze back-up klopt niet. Er is niets veranderd. Neem een andere.',
    wrongCode: 'Deze code opent de sleutels in deze back-up niet.',
    mistypedCode: 'Er zit een typefout in de code. Ze heeft acht groepjes van vier tekens.',
    noKeys: 'Er zijn geen sleutels.',
    otherKeys: 'Dit zijn de sleutels van een andere werkbank.',
    diskFull: 'De schijf heeft te weinig ruimte. Maak ruimte, en probeer het opnieuw.',
    newer: 'Een nieuwere Handwijzer maakte deze back-up. Start die versie.',
    fault: 'Dat ging niet. Het is opgeschreven.',
  },
  backups: {
    reason: {
      byHand: 'met de hand',
      daily: 'dagelijks',
      beforeMigration: 'voor een update',
      afterAward: 'na een toekenning',
    },
    verified: 'nagekeken',
    notVerified: 'klopt niet',
    withKeys: 'met sleutels',
    inSecondPlace: 'ook op de tweede plaats',
    failed: 'De laatste back-up is niet gemaakt:',
    more: 'Alles tonen',
    backedUp: (size) => `De back-up is gemaakt en nagekeken (${size}).`,
    trialNever: 'Er is nog geen back-up op proef teruggezet. Dat gebeurt elke week vanzelf.',
    trialGood: (duration, moment) => `Deze werkbank is na ${duration} terug. Uitgeprobeerd op ${moment}.`,
    trialBad: 'Een back-up is op proef teruggezet en klopte niet:',
    tryNow: 'Nu uitproberen',
    codeTitle: 'Herstelcode',
    codeNone:
      'Er is nog geen herstelcode, dus zitten er geen sleutels in de back-ups. Maak er een en schrijf haar op: gaat deze computer stuk, dan brengt alleen de code de handtekening van de werkplaats terug.',
    codeMade: (moment) => `Gemaakt op ${moment}. Ze opent de sleutels in elke back-up sindsdien.`,
    makeCode: 'Herstelcode maken',
    makeNewCode: 'Nieuwe code maken',
    newCodeAbout: 'De oude code opent dan alleen nog oudere back-ups.',
    writeDown: 'Schrijf deze code nu op en bewaar haar buiten deze computer. Ze wordt alleen deze keer getoond.',
    written: 'Ik heb haar opgeschreven',
    secondTitle: 'Tweede plaats',
    secondNone:
      'De back-ups liggen alleen op deze computer. Een stick of een map op een andere computer blijft over als hij stukgaat.',
    secondFolder: 'Map',
    secondFolderAbout: 'Bijvoorbeeld de map van een USB-stick.',
    secondSet: 'Deze map gebruiken',
    secondStop: 'Niet meer gebruiken',
    secondOk: (moment, free) => `Het laatst gekopieerd op ${moment}. Ruimte over: ${free}.`,
    secondNever: 'Er is nog niets gekopieerd.',
    secondFailed: 'De laatste kopie is niet gelukt:',
    secondRefused: {
      notThere: 'Die map is er niet. Zit de stick erin?',
      notWritable: 'In deze map kan niet worden geschreven.',
      sameDisk: 'Deze map ligt in de gegevens van de werkbank zelf. Neem er een op een andere schijf.',
    },
  },
}
