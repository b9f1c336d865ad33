// French, for staff: backups, restoring, and data that cannot be used.
import type { SafekeepingWords } from './safekeepingWords.ts'

export const frSafekeeping: SafekeepingWords = {
  problem: {
    databaseMissing: {
      title: 'La base de données de cet établi manque',
      about:
        'Il y a des sauvegardes, des images ou des clés d’un établi, mais pas sa base de données. Rien n’a été installé à neuf.',
    },
    databaseCut: {
      title: 'Une partie de la base de données manque',
      about: 'Le fichier est plus court qu’il ne devrait, comme après un disque plein ou une copie interrompue.',
    },
    databaseDamaged: {
      title: 'La base de données est abîmée',
      about: 'Le disque a rendu autre chose que ce qui a été écrit.',
    },
    foreignDatabase: {
      title: 'C’est la base de données d’un autre programme',
      about: 'À la place de la base de données de l’établi se trouve le fichier d’un autre programme.',
    },
    newerDatabase: {
      title: 'La base de données vient d’un Handwijzer plus récent',
      about: 'Démarrez cette version plus récente. Celle-ci ne touche pas à ses données.',
    },
    databaseBehindBackup: {
      title: 'La base de données est plus ancienne que sa sauvegarde',
      about:
        'Ce qui est ici finit avant la dernière sauvegarde, ou en diffère. Peut-être a-t-on remis une ancienne copie.',
    },
    logBroken: {
      title: 'Le journal n’est pas tel qu’il a été écrit',
      about:
        'Quelque chose y a été changé, enlevé ou ajouté, ou le disque l’a abîmé. On ne peut pas se fier à ce qu’il dit à partir de là.',
    },
    keysMissing: {
      title: 'Les clés de cet établi manquent',
      about:
        'Avec ces clés, l’atelier signe les compétences. De nouvelles clés signeraient sous un autre nom : aucune n’a été créée.',
    },
    keysDamaged: {
      title: 'Les clés de cet établi sont abîmées',
      about:
        'Avec ces clés, l’atelier signe les compétences. De nouvelles clés signeraient sous un autre nom : aucune n’a été créée.',
    },
    keyBelongsToAnother: {
      title: 'La clé qui est ici est celle d’un autre établi',
      about: 'Ce n’est pas la clé avec laquelle cet atelier a signé jusqu’ici.',
    },
    mediaMissing: {
      title: 'Des images de tâches manquent',
      about: 'Les tâches montreraient des vides. Leurs paquets ramènent les images quand on les importe à nouveau.',
    },
    inUse: { title: 'Un autre Handwijzer utilise ces données', about: 'Fermez l’autre, puis réessayez.' },
    diskFull: { title: 'Le disque est plein', about: 'Libérez de la place, puis réessayez.' },
    notWritable: {
      title: 'On ne peut pas écrire les données',
      about: 'Le compte qui démarre Handwijzer doit pouvoir écrire dans le dossier des données.',
    },
    fault: {
      title: 'Handwijzer n’a pas pu démarrer',
      about: 'Une erreur du programme l’empêche. Elle a été notée.',
    },
  },
  safe: 'Rien n’a été changé ni écrasé.',
  tryAgain: 'Réessayer',
  details: 'Pour la personne qui s’occupe de cet ordinateur',
  lookAtScreen: 'Regardez l’écran, s’il vous plaît.',
  remedies: 'Ce que vous pouvez faire',
  restore: {
    title: 'Remettre une sauvegarde',
    open: 'Remettre …',
    about: 'L’établi redevient ce qu’il était quand la sauvegarde a été faite.',
    which: 'Quelle sauvegarde ?',
    verified: 'vérifiée',
    notLookedAt: 'pas encore vérifiée',
    events: (count) => `événements : ${count}`,
    place: {
      own: 'sur cet ordinateur',
      second: 'au second endroit',
      found: 'sur une clé USB',
      chosen: 'dans ce dossier',
    },
    none: 'Aucune sauvegarde n’a été trouvée sur cet ordinateur ni sur une clé USB.',
    elsewhere: 'Elle est ailleurs',
    folder: 'Dossier',
    folderAbout: 'Le dossier d’une clé USB ou des données d’un autre établi, comme cet ordinateur le nomme.',
    look: 'Y chercher',
    nothingThere: 'Il n’y a pas de sauvegarde dans ce dossier.',
    next: 'Suivant',
    confirmTitle: (moment) => `Remettre la sauvegarde du ${moment} ?`,
    steps: [
      'La sauvegarde est d’abord vérifiée. Si elle n’est pas intacte, rien ne se passe.',
      'Ce qui est ici est mis de côté dans un dossier à part. Rien n’est effacé.',
      'Le travail fait depuis n’est plus sur l’établi. Les compétences attribuées depuis restent, là où on peut encore les lire.',
      'Tout le monde est déconnecté.',
    ],
    withKeys: 'Remettre aussi les clés',
    code: 'Code de secours',
    codeAbout: (moment) => `Huit groupes de quatre, notés le ${moment}.`,
    now: 'Remettre maintenant',
    working: 'La sauvegarde est en train d’être remise',
    workingAbout: 'Laissez l’ordinateur allumé. L’établi démarre ensuite tout seul.',
  },
  keys: {
    title: 'Ramener les clés',
    about: 'D’une sauvegarde, avec le code de secours noté sur papier, ou d’un dossier où elles ont été gardées.',
    fromBackup: 'De la sauvegarde du',
    noSealed: 'Aucune des sauvegardes trouvées ne contient de clés.',
    byCode: 'Les ramener',
    fromFolder: 'D’un dossier',
    folderAbout: 'Le dossier « keys », ou tout le dossier des données, dont une copie a été gardée.',
    byFolder: 'Les prendre là',
  },
  goOn: {
    title: 'Continuer sans',
    about: {
      keys: 'De nouvelles clés sont créées. Ce qui a été signé reste valable, mais la suite est signée sous un autre nom.',
      media: 'Les tâches montrent des vides jusqu’à ce que leurs paquets soient importés à nouveau.',
      database: 'L’établi continue avec la base de données qui est ici. Ce que seule la sauvegarde connaît y manque.',
    },
    who: 'C’est une décision d’administration. Elle est notée dans le journal avec votre nom.',
    now: 'Renoncer à ce qui est perdu',
  },
  refused: {
    gone: 'Cette sauvegarde n’est plus là, ou autre chose est en cours. Regardez à nouveau.',
    notWhole: 'Cette sauvegarde n’est pas intacte. Rien n’a été changé. Prenez-en une autre.',
    wrongCode: 'Ce code n’ouvre pas les clés de cette sauvegarde.',
    mistypedCode: 'Il y a une faute de frappe dans le code. Il a huit groupes de quatre caractères.',
    noKeys: 'Il n’y a pas de clés.',
    otherKeys: 'Ce sont les clés d’un autre établi.',
    diskFull: 'Il n’y a pas assez de place sur le disque. Libérez-en, puis réessayez.',
    newer: 'Un Handwijzer plus récent a fait cette sauvegarde. Démarrez cette version.',
    fault: 'Cela n’a pas marché. C’est noté.',
  },
  backups: {
    reason: {
      byHand: 'à la main',
      daily: 'quotidienne',
      beforeMigration: 'avant une mise à jour',
      afterAward: 'après une attribution',
    },
    verified: 'vérifiée',
    notVerified: 'pas intacte',
    withKeys: 'avec les clés',
    inSecondPlace: 'aussi au second endroit',
    failed: 'La dernière sauvegarde n’a pas été faite :',
    more: 'Tout montrer',
    backedUp: (size) => `La sauvegarde est faite et vérifiée (${size}).`,
    trialNever: 'Aucune sauvegarde n’a encore été remise à l’essai. Cela se fait tout seul chaque semaine.',
    trialGood: (duration, moment) => `Cet établi serait de retour en ${duration}. Essayé le ${moment}.`,
    trialBad: 'Une sauvegarde a été remise à l’essai et n’était pas intacte :',
    tryNow: 'Essayer maintenant',
    codeTitle: 'Code de secours',
    codeNone:
      'Il n’y a pas encore de code de secours : les sauvegardes sont donc sans clés. Créez-en un et notez-le. Si cet ordinateur tombe en panne, seul le code ramène la signature de l’atelier.',
    codeMade: (moment) => `Créé le ${moment}. Il ouvre les clés de toutes les sauvegardes faites depuis.`,
    makeCode: 'Créer un code de secours',
    makeNewCode: 'Créer un nouveau code',
    newCodeAbout: 'L’ancien code n’ouvre alors plus que les anciennes sauvegardes.',
    writeDown: 'Notez ce code maintenant et gardez-le hors de cet ordinateur. Il n’est montré que cette fois.',
    written: 'Je l’ai noté',
    secondTitle: 'Second endroit',
    secondNone:
      'Les sauvegardes ne sont que sur cet ordinateur. Une clé USB ou un dossier d’un autre ordinateur reste s’il tombe en panne.',
    secondFolder: 'Dossier',
    secondFolderAbout: 'Par exemple le dossier d’une clé USB.',
    secondSet: 'Utiliser ce dossier',
    secondStop: 'Ne plus l’utiliser',
    secondOk: (moment, free) => `Dernière copie le ${moment}. Place restante : ${free}.`,
    secondNever: 'Rien n’a encore été copié.',
    secondFailed: 'La dernière copie n’a pas marché :',
    secondRefused: {
      notThere: 'Ce dossier n’existe pas. La clé USB est-elle branchée ?',
      notWritable: 'On ne peut pas écrire dans ce dossier.',
      sameDisk: 'Ce dossier est dans les données de l’établi. Prenez-en un sur un autre disque.',
    },
  },
}
