// French, for what ails a bench and for the program's faults.
import { pluralIn } from '../../../src-domain/instruction/plural.ts'
import type { FaultWords } from './faultWords.ts'

const plural = pluralIn('fr')

export const frFaults: FaultWords = {
  condition: {
    diskFull: 'Le disque est plein. Libérez de la place.',
    readOnly: 'Impossible d’écrire dans le dossier des données.',
    diskFailed: 'Le disque ne répond pas comme il devrait.',
    cameraLost: 'La caméra au-dessus de la table ne donne pas d’image.',
    backupOverdue: 'La dernière sauvegarde est trop ancienne.',
    viewsRebuilding: 'Les vues d’ensemble sont recalculées à partir du journal.',
    logBroken: 'Le journal n’est plus tel qu’il a été écrit.',
    recordsChanged: 'Les données diffèrent de ce qui a été écrit selon le journal.',
  },
  since: (moment) => `depuis le ${moment}`,
  title: 'Erreurs des 7 derniers jours',
  none: 'Il n’y a pas eu d’erreur.',
  what: 'Quoi',
  howOften: 'Combien de fois',
  last: 'Dernière fois',
  more: (count) => plural(count, { always: 'et # de plus, toutes dans le journal du programme' }),
  kind: {
    window: 'Erreur dans une fenêtre',
    screen: 'Une fenêtre n’a pas pu être affichée',
    graphics: 'L’affichage graphique d’une fenêtre a été perdu',
    worker: 'La détection des mains a échoué',
    service: 'Erreur dans le service',
    store: 'Le disque a refusé une écriture',
    call: 'Erreur en répondant à une fenêtre',
    shell: 'Erreur dans le programme qui ouvre les fenêtres',
    windowGone: 'Une fenêtre s’est arrêtée ou bloquée',
    serviceEnded: 'Le service s’est arrêté et a été relancé',
    processGone: 'Un programme auxiliaire s’est arrêté',
  },
  window: {
    home: 'page d’accueil',
    table: 'table',
    calibrate: 'calibrage',
    display: 'choix du projecteur',
    workplace: 'poste entier',
    bench: 'écran latéral',
    studio: 'studio',
    coach: 'coach',
    admin: 'administration',
  },
  isNew: 'nouveau',
  markSeen: 'Tout marquer comme vu',
  saveLog: 'Enregistrer le journal du programme',
  logAbout:
    'Le journal du programme est pour qui vous aide en cas d’erreur. Il ne contient ni noms, ni codes, ni notes.',
}
