// Dutch, for coaches: how one worker learns.
import { pluralIn, sentence } from '../../../src-domain/instruction/plural.ts'
import type { LearningWords } from './learningWords.ts'

const plural = pluralIn('nl')

export const nlLearning: LearningWords = {
  known: {
    title: 'Wat gekend is',
    about:
      'Hoe waarschijnlijk het is dat elke stap vandaag gekend is. De balk is het gebied waarin dat goed kan liggen; zonder oefenen zakt het.',
    range: (known, low, high) => `${known} kans dat de stap gekend is, misschien ${low} tot ${high}`,
    change: (step) => `“${step}” regelen of verbeteren`,
  },
  attention: {
    title: 'Even naar kijken',
    nothing: 'Er valt niets op.',
    contested: 'Volgens de werker verkeerd gezien. Kijk er samen naar:',
    notLearning: 'Vaak geoefend en nog nauwelijks gekend. Kijk er samen naar:',
    keepsReturning: 'Moet telkens weer helemaal worden voorgedaan:',
    refreshDue: 'Waarschijnlijk weggezakt. Oefen met hulp:',
    probeDue: (date) => `Sinds ${date} toe aan een keer zonder hulp:`,
  },
  days: {
    title: 'Van dag tot dag',
    about: 'De tijd voor een stap tegenover die van de maker, fouten per tien stappen, en de getoonde hulp.',
    time: 'Tijd tegenover de maker',
    mistakes: 'Fouten per tien stappen',
    help: 'Gemiddeld hulpniveau',
    day: 'Dag',
    steps: 'Stappen gedaan',
    plateau: (share) => `komt uit op ongeveer ${share} van de tijd van de maker`,
    summary: (days, first, last) =>
      sentence`${plural(days, { one: '# dag', other: '# dagen' })} geoefend, van ${first} tot ${last}`,
    table: 'Hetzelfde als tabel',
  },
  plan: {
    title: 'Werk dat vandaag past',
    about: 'Naar wat gekend is van de stappen, en van stappen die erop lijken.',
    fit: { alone: 'Zelfstandig', withHelp: 'Met hulp', learnNext: 'Goed om nu te leren', later: 'Later' },
    newSteps: (count) => plural(count, { one: '# nieuwe stap', other: '# nieuwe stappen' }),
  },
  arrange: {
    title: 'Hoe de hulp zich aanpast',
    about: 'Geldt voor deze medewerker bij elke taak, vanaf de volgende stap.',
    by: 'De hulp hangt af van',
    model: 'wat de medewerker kent (gewoon)',
    rule: 'een eenvoudige regel: minder na twee keer goed, meer na een fout',
    always: (level) => `altijd “${level}”`,
    pace: 'De hulp neemt af',
    paces: { usual: 'zoals gewoon', slower: 'langzamer', slowest: 'heel langzaam' },
    mentor: 'Nooit vanzelf minder',
    mentorAbout: 'De hulp neemt alleen af als de medewerker of een coach dat wil.',
    least: 'Minstens',
    most: 'Hoogstens',
    noLimit: 'geen grens',
    limitsCross: 'De minste hulp is meer dan de meeste.',
    saved: 'Bewaard. Het geldt vanaf de volgende stap.',
  },
  step: {
    level: 'Hulp bij deze stap',
    adapts: 'past zich aan',
    fixed: (level) => `vast: ${level}`,
    demonstrate: 'Nog één keer helemaal voordoen',
    demonstrationWanted: 'Wordt de volgende keer helemaal voorgedaan.',
    beginAnew: 'Deze stap opnieuw beginnen',
    beginAnewAbout: 'Wat gedaan is blijft in het logboek, maar telt niet meer mee voor hulp en meesterschap.',
    beginAnewSure: 'Opnieuw beginnen',
    seen: 'Wat de bank zag',
    seenAbout: 'Zag de bank iets verkeerd? Zeg het hier: alles daarna wordt opnieuw berekend.',
    none: 'Nog niets.',
    judge: (date) => `Wat geldt voor ${date}`,
    corrections: {
      asSeen: 'zoals gezien',
      contested: 'twijfel: telt nu niet',
      noMistake: 'er was geen fout',
      mistake: 'er was een fout',
      notDone: 'is niet gedaan',
    },
    contestReason: { notMe: 'De werker zegt: dat was ik niet.', sawWrong: 'De werker zegt: het was anders.' },
    agree: { noMistake: 'Klopt: geen fout', notDone: 'Klopt: telt niet' },
    keepAsSeen: 'Zoals gezien',
    notCounting: 'telt niet mee',
    decidedBy: (model) => `bepaald door ${model}`,
  },
  notes: {
    title: 'Notities',
    about: 'Voor collega’s. Staan los van het logboek, zodat ze gewist kunnen worden.',
    write: 'Nieuwe notitie',
    keep: 'Notitie bewaren',
  },
  siteParameters: {
    title: 'Getallen gemeten in deze werkplaats',
    about:
      'Hoe hulp en oefening hier werken, gemeten in uw eigen logboek. Er verandert niets tot u ze in gebruik neemt.',
    judgedOn: (fitted, heldOut) =>
      sentence`Bepaald met ${plural(fitted, { one: '# medewerker', other: '# medewerkers' })}, beoordeeld met ${plural(heldOut, { one: '# andere die erbuiten bleef', other: '# anderen die erbuiten bleven' })}.`,
    worthwhile: 'Ze voorspellen duidelijk beter wat er gebeurt dan de getallen die in gebruik zijn.',
    notWorthwhile: 'Ze voorspellen niet beter dan de getallen die in gebruik zijn.',
    level: 'Getoonde hulp',
    before: 'Nu verwacht',
    after: 'Hiermee verwacht',
    happened: 'Gebeurd',
    accept: 'In gebruik nemen',
    accepted: 'In gebruik. Elke beslissing vanaf nu noemt deze getallen.',
  },
}
