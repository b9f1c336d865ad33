import { describe, expect, it } from 'vitest'
import { casesOf, type Expected, staffCalls } from '../../../test/support/words/countedTexts.ts'
import { frStaff } from './fr.staff.ts'
import type { StaffWords } from './staffWords.ts'

const expected: Expected<StaffWords> = {
  'signIn.wait': {
    '0 1': 'Attendez # seconde, puis essayez encore.',
    '2 3 5 11 21 100': 'Attendez # secondes, puis essayez encore.',
  },
  'reason.newButFamiliar': 'Nouvelle, mais des étapes semblables se passaient bien (vues # fois).',
  'reason.fadedAfterCorrect': {
    '0 1': 'Juste # fois, donc un niveau de moins.',
    '2 3 5 11 21 100': 'Juste # fois de suite, donc un niveau de moins.',
  },
  'reason.keptAfterCorrect': {
    '0 1': 'Juste # fois ; il en faut # pour moins d’aide.',
    '2 3 5 11 21 100': 'Juste # fois sur les # de suite qu’il faut pour moins d’aide.',
  },
  'reason.expectedToGoWell': {
    '0 1': 'Avec un niveau de moins, on s’attend à # réussite sur 10.',
    '2 3 5 11 21 100': 'Avec un niveau de moins, on s’attend à # réussites sur 10.',
  },
  'reason.stillLearning': {
    '0 1': 'Moins d’aide donnerait encore des erreurs ; ainsi, on s’attend à # réussite sur 10.',
    '2 3 5 11 21 100': 'Moins d’aide donnerait encore des erreurs ; ainsi, on s’attend à # réussites sur 10.',
  },
  'reason.lessSure': {
    '0 1': 'Cela allait moins bien, donc plus d’aide ; ainsi, on s’attend à # réussite sur 10.',
    '2 3 5 11 21 100': 'Cela allait moins bien, donc plus d’aide ; ainsi, on s’attend à # réussites sur 10.',
  },
  'reason.afterBreak': {
    '0 1': 'Pas fait depuis # jour ; une partie a pu s’effacer, donc plus d’aide.',
    '2 3 5 11 21 100': 'Pas fait depuis # jours ; une partie a pu s’effacer, donc plus d’aide.',
  },
  'reason.probe': {
    '0 1': 'Pas fait depuis # jour : une fois sans aide, pour voir si c’est resté.',
    '2 3 5 11 21 100': 'Pas fait depuis # jours : une fois sans aide, pour voir si c’est resté.',
  },
  'reason.onlyASlip': {
    '0 1': 'Une erreur la dernière fois, mais l’étape est sue : ainsi, on s’attend à # réussite sur 10.',
    '2 3 5 11 21 100': 'Une erreur la dernière fois, mais l’étape est sue : ainsi, on s’attend à # réussites sur 10.',
  },
  'reason.tryWithLess': {
    '0 1': 'Juste # fois avec tout montré, donc un essai avec moins.',
    '2 3 5 11 21 100': 'Juste # fois de suite avec tout montré, donc un essai avec moins.',
  },
  'reason.mistakeMatters': {
    '0 1': 'Une erreur compte ici, donc la certitude d’abord ; ainsi, on s’attend à # réussite sur 10.',
    '2 3 5 11 21 100': 'Une erreur compte ici, donc la certitude d’abord ; ainsi, on s’attend à # réussites sur 10.',
  },
  'coach.inARow': { '0 1': '# produit sans aide', '2 3 5 11 21 100': '# produits de suite sans aide' },
  'coach.onDays': {
    '0 1': 'étapes sans aide sur # jour',
    '2 3 5 11 21 100': 'étapes sans aide sur # jours différents',
  },
  'coach.retained': { '0 1': 'toujours juste après # jour', '2 3 5 11 21 100': 'toujours juste après # jours' },
  'coach.errors': { '0 1': '# erreur dans ces produits', '2 3 5 11 21 100': '# erreurs dans ces produits' },
  'coach.attempts': 'étapes faites # fois jusqu’ici',
  'coach.waiting': { '0 1': '# proposition attend', '2 3 5 11 21 100': '# propositions attendent' },
  'coach.contested': 'À revoir ensemble : #',
  'coach.practised': {
    '0 1': '# produit sur # jour, dont # sans erreur ni demande d’aide',
    '2 3 5 11 21 100': '# produits sur # jours, dont # sans erreur ni demande d’aide',
  },
  'coach.historyOf': '# fois : de « A » à « B »',
  'coach.times': 'fait # fois',
  'coach.mistakes': { '0 1': '# erreur', '2 3 5 11 21 100': '# erreurs' },
  'coach.helpAsked': 'aide demandée # fois',
  'coach.unaided': { '0 1': '# fois sans aide', '2 3 5 11 21 100': '# fois de suite sans aide' },
  'learning.days.summary': {
    '0 1': '# jour de pratique, du A au B',
    '2 3 5 11 21 100': '# jours de pratique, du A au B',
  },
  'learning.plan.newSteps': { '0 1': '# nouvelle étape', '2 3 5 11 21 100': '# nouvelles étapes' },
  'learning.siteParameters.judgedOn': {
    '0 1': 'Ajustés sur # personne, jugés sur # autre.',
    '2 3 5 11 21 100': 'Ajustés sur # personnes, jugés sur # autres.',
  },
  'studio.steps': { '0 1': '# étape', '2 3 5 11 21 100': '# étapes' },
  'studio.toChoose': { '0 1': 'encore # place à choisir', '2 3 5 11 21 100': 'encore # places à choisir' },
  'studio.repeated': '# fois',
  'studio.doneBy.weigh': '# g sur la balance, ± # g',
  'studio.doneBy.time': { '0 1': 'après # seconde', '2 3 5 11 21 100': 'après # secondes' },
  'studio.skillSteps': { '0 1': 'montrée par # étape', '2 3 5 11 21 100': 'montrée par # étapes' },
  'studio.bindIncomplete': {
    '0 1': 'Enregistré. # place reste à choisir.',
    '2 3 5 11 21 100': 'Enregistré. # places restent à choisir.',
  },
  'studio.bins': { '0 1': '# bac', '2 3 5 11 21 100': '# bacs' },
  'studio.zoneCount': { '0 1': '# place', '2 3 5 11 21 100': '# places' },
  'faults.more': 'et # de plus, toutes dans le journal du programme',
  'admin.logWhole': {
    '0 1': '# événement est tel qu’il a été écrit.',
    '2 3 5 11 21 100': 'Les # événements sont tels qu’ils ont été écrits.',
  },
}

describe('the staff’s counted texts in French', () => {
  it.each(casesOf(frStaff, staffCalls, expected))('say at $place for $count: $text', ({ text, said }) => {
    expect(said()).toBe(text)
  })
})
