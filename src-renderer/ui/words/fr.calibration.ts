// French.
import type { CalibrationWords } from './calibrationWords.ts'

export const frCalibration: CalibrationWords = {
  title: 'Étalonner la lumière et la caméra',
  name: 'Étalonnage',
  about: 'Ensuite, la lumière tombe où il faut, et la caméra sait ce qui se trouve où. Comptez environ une minute.',
  prepare: [
    'Videz la table.',
    'Posez les feuilles A à D bien calées dans les coins de la table. Collez les quatre petits carrés au milieu de chaque côté : ils restent.',
    'Puis gardez les mains hors de la table jusqu’à ce que la lumière s’arrête.',
  ],
  virtual: 'C’est le poste virtuel : il vide sa table et pose les feuilles lui-même.',
  onTable: 'L’étalonnage se fait dans la fenêtre de la table. Vous le guidez d’ici.',
  frame: 'La place de la table vient de',
  frames: { A4: 'Feuilles A4', A3: 'Feuilles A3', corners: 'Quatre coins cliqués' },
  sheets: (paper) => `Feuilles à imprimer, ${paper}`,
  picture: 'L’image du projecteur',
  pictures: { turned: 'À l’envers : la tourner', mirrored: 'En miroir : la remettre' },
  begin: 'Commencer',
  again: 'Réessayer',
  back: 'Retour',
  toTable: 'Vers la table',
  looking: {
    opening: 'La caméra s’allume',
    delay: 'Mesure du retard de la caméra',
    light: 'Recherche des points où tombe la lumière',
    box: 'Examen de la boîte',
    rest: 'Mémorisation du poste au repos',
  },
  handsAway: 'Gardez les mains hors de la table.',
  accepted: 'La lumière est bien placée.',
  seen: {
    camera: 'Caméra',
    lock: { locked: 'bloqué', notOffered: 'ne peut être bloqué', refused: 'a refusé le blocage' },
    locks: { focus: 'Mise au point', exposure: 'Temps de pose', whiteBalance: 'Équilibre des blancs' },
    delay: 'Retard',
    dots: 'Points vus',
    of: (seen, all) => `${seen} sur ${all}`,
    checked: 'Vérifiés',
    mean: 'En moyenne',
    most: 'Au plus',
    contrast: 'Contraste',
    whiteness: 'Table près du papier',
    heights: 'Hauteurs',
    height: { measured: 'mesurées avec la boîte', assumed: 'supposées' },
  },
  tooFaint:
    'La lumière sur cette table est faible : les mots y seront difficiles à lire. Baissez les lampes au-dessus du poste, ou prenez un projecteur plus puissant.',
  darkTable: 'Le plateau est sombre et renvoie peu de lumière. Un revêtement clair et mat rend tout plus visible.',
  map: 'Écart sur la table',
  mapAbout: 'Chaque trait est dix fois plus long que l’écart.',
  box: 'Pour les bacs : posez la feuille E sur une boîte plate de hauteur connue, n’importe où dans la lumière.',
  boxHeight: 'Hauteur de la boîte en mm',
  lookAtBox: 'Examiner la boîte',
  clear: 'Enlevez les feuilles et la boîte avant de terminer. Les petits carrés restent.',
  finish: 'Accepter et terminer',
  kept: 'Terminé. Le poste est étalonné.',
  failed: 'La caméra ne donne pas d’image, ou le poste ne répond pas. Vérifiez la caméra et réessayez.',
  corners: {
    title: 'Où sont les coins de la table ?',
    about: 'Cliquez chaque coin. Les flèches le déplacent d’un pixel, avec Maj de dix.',
    names: ['au fond à gauche', 'au fond à droite', 'devant à droite', 'devant à gauche'],
    done: 'Les coins sont justes',
  },
  advice: {
    noLight: {
      sentence: 'La caméra ne voit pas la lumière du projecteur.',
      remedy: 'Vérifiez que le projecteur est allumé, que le bon écran est choisi et que la caméra regarde la table.',
    },
    tooBright: {
      sentence: 'La pièce est trop claire pour le projecteur.',
      remedy: 'Baissez les lampes au-dessus de la table ou fermez les stores, puis réessayez.',
    },
    overexposed: {
      sentence: 'Des parties de l’image sont surexposées.',
      remedy: 'Réduisez le temps de pose, couvrez le métal brillant d’un tissu ou de papier, puis réessayez.',
    },
    lightChanged: {
      sentence: 'La lumière de la pièce a changé pendant l’examen.',
      remedy: 'Laissez les lampes telles quelles pendant une minute et réessayez.',
    },
    handInPicture: {
      sentence: 'Quelque chose a bougé sur la table.',
      remedy: 'Gardez les mains hors de la table dix secondes et réessayez.',
    },
    cameraMoved: {
      sentence: 'La caméra a bougé ou refait sa mise au point.',
      remedy: 'Fixez la caméra, coupez l’autofocus, puis réessayez.',
    },
    mirrored: {
      sentence: 'L’image du projecteur est en miroir.',
      remedy: 'Revenez et choisissez « En miroir : la remettre », ou changez le montage dans le projecteur.',
    },
    fewDots: {
      sentence: 'La caméra voit trop peu de l’image du projecteur.',
      remedy:
        'Videz la table, dirigez caméra et projecteur vers le même endroit, et coupez la correction trapézoïdale.',
    },
    tagsHidden: {
      sentence: 'La caméra ne voit pas toutes les feuilles.',
      remedy: 'Posez chaque feuille à plat, face imprimée en haut, dans son coin, bien visible de la caméra.',
    },
    sheetMisplaced: {
      sentence: 'Une feuille n’est pas dans son coin.',
      remedy: 'Poussez-la contre les deux bords de la table, la lettre lisible depuis la place de travail.',
    },
    printScaleWrong: {
      sentence: 'Les feuilles ne sont pas imprimées à leur vraie taille.',
      remedy: 'Imprimez-les de nouveau à 100 % et mesurez le carré : 50 mm de chaque côté.',
    },
    tableSizeWrong: {
      sentence: 'La table n’a pas la taille que dit le plan.',
      remedy: 'Mesurez la table et corrigez largeur et profondeur dans le plan ; ou replacez les coins.',
    },
    uneven: {
      sentence: 'La lumière n’est pas partout à sa place.',
      remedy:
        'Coupez la correction trapézoïdale et l’accentuation du projecteur, prenez sa résolution native, et posez les feuilles à plat.',
    },
    boxHidden: {
      sentence: 'La caméra ne voit pas la feuille E sur la boîte.',
      remedy: 'Posez la feuille E sur une boîte plate de hauteur connue, dans la lumière du projecteur.',
    },
    boxUneven: {
      sentence: 'La lumière sur la boîte ne va pas avec sa hauteur.',
      remedy: 'Mesurez de nouveau la hauteur de la boîte et posez la feuille E bien à plat.',
    },
  },
  state: {
    never: 'Pas encore étalonné : lumière et caméra ne sont dirigées qu’à peu près.',
    holds: (date, mm) => `Étalonné le ${date}, écart moyen ${mm}.`,
    lost: {
      table: 'Le plan a changé depuis l’étalonnage. Étalonnez de nouveau.',
      projector: 'L’image du projecteur a changé depuis l’étalonnage. Étalonnez de nouveau.',
      camera: 'La caméra a changé depuis l’étalonnage. Étalonnez de nouveau.',
    },
  },
  drift: {
    moved: (mm) => `La lumière ou la caméra a bougé de ${mm}.`,
    unseen: 'La lumière ou la caméra a trop bougé pour être remise seule. Étalonnez de nouveau.',
    check: 'Vérifier et remettre (F8)',
    checking: 'Un instant. Gardez les mains hors de la table.',
    repaired: (mm) => `Remis : c’était ${mm}.`,
    still: 'Rien n’a bougé.',
    bump: 'Heurter le projecteur',
  },
  display: {
    title: 'Quel numéro est sur la table ?',
    about: 'Appuyez sur ce numéro au clavier, ou sur Échap pour laisser tel quel.',
    choose: 'Choisir l’écran du projecteur',
    second: {
      title: 'Quel numéro le second projecteur affiche-t-il ?',
      about:
        'Appuyez sur ce numéro au clavier, sur 0 s’il n’y a pas de second projecteur, ou sur Échap pour laisser tel quel.',
      choose: 'Choisir un second projecteur',
      calibrate: 'Étalonner le second projecteur',
    },
  },
  onPaper: {
    places: {
      A: 'coin au fond à gauche',
      B: 'coin au fond à droite',
      C: 'coin devant à gauche',
      D: 'coin devant à droite',
      E: 'sur une boîte plate',
    },
    checkSquare: 'Imprimer à 100 %. Ce carré fait 50 mm de large.',
    stickers: 'À découper et à coller au milieu de chaque côté de la table.',
  },
}
