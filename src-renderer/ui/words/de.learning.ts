// German, for coaches: how one worker learns.
import { pluralIn, sentence } from '../../../src-domain/instruction/plural.ts'
import type { LearningWords } from './learningWords.ts'

const plural = pluralIn('de')

export const deLearning: LearningWords = {
  known: {
    title: 'Was sitzt',
    about:
      'Wie wahrscheinlich jeder Schritt heute sitzt. Der Balken ist der Bereich, in dem das gut liegen kann; ohne Übung sinkt er.',
    range: (known, low, high) => `sitzt zu ${known}, vielleicht ${low} bis ${high}`,
    change: (step) => `„${step}“ regeln oder berichtigen`,
  },
  attention: {
    title: 'Einen Blick wert',
    nothing: 'Es fällt nichts auf.',
    contested: 'Laut der arbeitenden Person falsch gesehen. Gemeinsam ansehen:',
    notLearning: 'Oft geübt und kaum gekonnt. Gemeinsam ansehen:',
    keepsReturning: 'Muss immer wieder ganz vorgemacht werden:',
    refreshDue: 'Wahrscheinlich verblasst. Mit Hilfe üben:',
    probeDue: (date) => `Seit ${date} für einen Versuch ohne Hilfe fällig:`,
  },
  days: {
    title: 'Von Tag zu Tag',
    about: 'Die Zeit für einen Schritt gegenüber der Vorgabe, Fehler je zehn Schritte und die gezeigte Hilfe.',
    time: 'Zeit gegenüber der Vorgabe',
    mistakes: 'Fehler je zehn Schritte',
    help: 'Mittlere Hilfestufe',
    day: 'Tag',
    steps: 'Schritte gemacht',
    plateau: (share) => `pendelt sich bei etwa ${share} der Vorgabe ein`,
    summary: (days, first, last) =>
      sentence`${plural(days, { one: '# Übungstag', other: '# Übungstage' })}, von ${first} bis ${last}`,
    table: 'Dasselbe als Tabelle',
  },
  plan: {
    title: 'Arbeit, die heute passt',
    about: 'Nach dem, was von den Schritten und von ähnlichen Schritten sitzt.',
    fit: { alone: 'Allein', withHelp: 'Mit Hilfe', learnNext: 'Gut als Nächstes zu lernen', later: 'Später' },
    newSteps: (count) => plural(count, { one: '# neuer Schritt', other: '# neue Schritte' }),
  },
  arrange: {
    title: 'Wie sich die Hilfe anpasst',
    about: 'Gilt für diese Person bei jeder Aufgabe, ab dem nächsten Schritt.',
    by: 'Die Hilfe richtet sich nach',
    model: 'dem, was sitzt (üblich)',
    rule: 'einer einfachen Regel: weniger nach zweimal richtig, mehr nach einem Fehler',
    always: (level) => `immer „${level}“`,
    pace: 'Die Hilfe wird weniger',
    paces: { usual: 'wie üblich', slower: 'langsamer', slowest: 'sehr langsam' },
    mentor: 'Nie von selbst weniger',
    mentorAbout: 'Die Hilfe wird nur weniger, wenn die Person oder ein Coach es will.',
    least: 'Mindestens',
    most: 'Höchstens',
    noLimit: 'keine Grenze',
    limitsCross: 'Die geringste Hilfe ist mehr als die meiste.',
    saved: 'Gespeichert. Es gilt ab dem nächsten Schritt.',
  },
  step: {
    level: 'Hilfe bei diesem Schritt',
    adapts: 'passt sich an',
    fixed: (level) => `fest: ${level}`,
    demonstrate: 'Noch einmal ganz vormachen',
    demonstrationWanted: 'Wird beim nächsten Mal ganz vorgemacht.',
    beginAnew: 'Diesen Schritt neu beginnen',
    beginAnewAbout: 'Das Bisherige bleibt im Protokoll, zählt aber nicht mehr für Hilfe und Beherrschung.',
    beginAnewSure: 'Neu beginnen',
    seen: 'Was der Arbeitsplatz sah',
    seenAbout: 'Wurde etwas falsch gesehen, sagen Sie es hier: Alles danach wird neu berechnet.',
    none: 'Noch nichts.',
    judge: (date) => `Was für ${date} gilt`,
    corrections: {
      asSeen: 'wie gesehen',
      contested: 'zweifelhaft: zählt nicht',
      noMistake: 'es war kein Fehler',
      mistake: 'es war ein Fehler',
      notDone: 'wurde nicht gemacht',
    },
    contestReason: {
      notMe: 'Die arbeitende Person sagt: Das war ich nicht.',
      sawWrong: 'Die arbeitende Person sagt: Es war anders.',
    },
    agree: { noMistake: 'Stimmt: kein Fehler', notDone: 'Stimmt: zählt nicht' },
    keepAsSeen: 'Wie gesehen',
    notCounting: 'zählt nicht',
    decidedBy: (model) => `entschieden von ${model}`,
  },
  notes: {
    title: 'Notizen',
    about: 'Für Kolleginnen und Kollegen. Getrennt vom Protokoll, damit sie gelöscht werden können.',
    write: 'Neue Notiz',
    keep: 'Notiz speichern',
  },
  siteParameters: {
    title: 'In dieser Werkstatt gemessene Zahlen',
    about: 'Wie Hilfe und Übung hier wirken, gemessen an Ihrem Protokoll. Nichts ändert sich, bis Sie sie übernehmen.',
    judgedOn: (fitted, heldOut) =>
      sentence`Angepasst an ${plural(fitted, { one: '# Person', other: '# Personen' })}, beurteilt an ${plural(heldOut, { always: '# anderen' })}.`,
    worthwhile: 'Sie sagen deutlich besser voraus, was geschieht, als die jetzigen Zahlen.',
    notWorthwhile: 'Sie sagen nicht besser voraus als die jetzigen Zahlen.',
    level: 'Gezeigte Hilfe',
    before: 'Jetzt erwartet',
    after: 'Damit erwartet',
    happened: 'Geschehen',
    accept: 'Übernehmen',
    accepted: 'Übernommen. Jede Entscheidung nennt ab jetzt diese Zahlen.',
  },
}
