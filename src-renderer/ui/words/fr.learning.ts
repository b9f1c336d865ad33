// French, for coaches: how one worker learns.
import { pluralIn, sentence } from '../../../src-domain/instruction/plural.ts'
import type { LearningWords } from './learningWords.ts'

const plural = pluralIn('fr')

export const frLearning: LearningWords = {
  known: {
    title: 'Ce qui est su',
    about:
      'La probabilité que chaque étape soit sue aujourd’hui. La barre est la plage où elle peut bien se trouver ; sans pratique, elle baisse.',
    range: (known, low, high) => `sue à ${known}, peut-être de ${low} à ${high}`,
    change: (step) => `Régler ou corriger « ${step} »`,
  },
  attention: {
    title: 'À regarder',
    nothing: 'Rien de particulier.',
    contested: 'Mal vu, dit la personne. À regarder ensemble :',
    notLearning: 'Souvent pratiqué et à peine su. À regarder ensemble :',
    keepsReturning: 'À montrer en entier encore et encore :',
    refreshDue: 'Sans doute effacé. À pratiquer avec de l’aide :',
    probeDue: (date) => `À revoir sans aide depuis le ${date} :`,
  },
  days: {
    title: 'De jour en jour',
    about: 'Le temps par étape comparé à celui de l’auteur, les erreurs pour dix étapes et l’aide montrée.',
    time: 'Temps comparé à l’auteur',
    mistakes: 'Erreurs pour dix étapes',
    help: 'Niveau d’aide moyen',
    day: 'Jour',
    steps: 'Étapes faites',
    plateau: (share) => `se stabilise vers ${share} du temps de l’auteur`,
    summary: (days, first, last) =>
      sentence`${plural(days, { one: '# jour', other: '# jours' })} de pratique, du ${first} au ${last}`,
    table: 'La même chose en tableau',
  },
  plan: {
    title: 'Le travail qui convient aujourd’hui',
    about: 'Selon ce qui est su des étapes, et des étapes semblables.',
    fit: { alone: 'Sans aide', withHelp: 'Avec de l’aide', learnNext: 'Bon à apprendre ensuite', later: 'Plus tard' },
    newSteps: (count) => plural(count, { one: '# nouvelle étape', other: '# nouvelles étapes' }),
  },
  arrange: {
    title: 'Comment l’aide s’adapte',
    about: 'Vaut pour cette personne à chaque tâche, dès l’étape suivante.',
    by: 'L’aide dépend',
    model: 'de ce que la personne sait (habituel)',
    rule: 'd’une règle simple : moins après deux réussites, plus après une erreur',
    always: (level) => `toujours « ${level} »`,
    pace: 'L’aide diminue',
    paces: { usual: 'comme d’habitude', slower: 'plus lentement', slowest: 'très lentement' },
    mentor: 'Jamais moins d’elle-même',
    mentorAbout: 'L’aide ne diminue que si la personne ou un coach le veut.',
    least: 'Au moins',
    most: 'Au plus',
    noLimit: 'sans limite',
    limitsCross: 'L’aide minimale dépasse l’aide maximale.',
    saved: 'Enregistré. Cela vaut dès l’étape suivante.',
  },
  step: {
    level: 'Aide à cette étape',
    adapts: 's’adapte',
    fixed: (level) => `fixée : ${level}`,
    demonstrate: 'La montrer en entier encore une fois',
    demonstrationWanted: 'Sera montrée en entier la prochaine fois.',
    beginAnew: 'Recommencer cette étape à zéro',
    beginAnewAbout: 'Ce qui a été fait reste dans le journal, mais ne compte plus pour l’aide et la maîtrise.',
    beginAnewSure: 'Recommencer à zéro',
    seen: 'Ce que le poste a vu',
    seenAbout: 'Si le poste a mal vu, dites-le ici : tout ce qui suit est recalculé.',
    none: 'Rien encore.',
    judge: (date) => `Ce qui vaut pour le ${date}`,
    corrections: {
      asSeen: 'comme vu',
      contested: 'douteux : mis de côté',
      noMistake: 'il n’y avait pas d’erreur',
      mistake: 'il y avait une erreur',
      notDone: 'n’a pas été fait',
    },
    contestReason: { notMe: 'La personne dit : ce n’était pas moi.', sawWrong: 'La personne dit : c’était autrement.' },
    agree: { noMistake: 'D’accord : pas d’erreur', notDone: 'D’accord : ne compte pas' },
    keepAsSeen: 'Garder tel que vu',
    notCounting: 'ne compte pas',
    decidedBy: (model) => `décidé par ${model}`,
  },
  notes: {
    title: 'Notes',
    about: 'Pour les collègues. À part du journal, pour pouvoir être effacées.',
    write: 'Nouvelle note',
    keep: 'Garder la note',
  },
  siteParameters: {
    title: 'Nombres mesurés dans cet atelier',
    about:
      'L’effet de l’aide et de la pratique ici, mesuré dans votre journal. Rien ne change avant que vous les preniez.',
    judgedOn: (fitted, heldOut) =>
      sentence`Ajustés sur ${plural(fitted, { one: '# personne', other: '# personnes' })}, jugés sur ${plural(heldOut, { one: '# autre', other: '# autres' })}.`,
    worthwhile: 'Ils prédisent nettement mieux que les nombres actuels.',
    notWorthwhile: 'Ils ne prédisent pas mieux que les nombres actuels.',
    level: 'Aide montrée',
    before: 'Attendu maintenant',
    after: 'Attendu avec eux',
    happened: 'Arrivé',
    accept: 'Prendre ces nombres',
    accepted: 'En usage. Chaque décision nomme désormais ces nombres.',
  },
}
