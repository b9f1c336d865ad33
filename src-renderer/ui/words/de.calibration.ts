// German.
import type { CalibrationWords } from './calibrationWords.ts'

export const deCalibration: CalibrationWords = {
  title: 'Licht und Kamera kalibrieren',
  name: 'Kalibrierung',
  about:
    'Danach fällt das Licht dorthin, wo es hingehört, und die Kamera weiß, was wo liegt. Es dauert etwa eine Minute.',
  prepare: [
    'Räumen Sie den Tisch leer.',
    'Legen Sie die Blätter A bis D bündig in die Ecken des Tisches. Kleben Sie die vier kleinen Quadrate in die Mitte jeder Seite: Sie bleiben dort.',
    'Lassen Sie dann die Hände vom Tisch, bis das Licht ruht.',
  ],
  virtual: 'Das ist der virtuelle Arbeitsplatz: Er räumt seinen Tisch selbst leer und legt die Blätter hin.',
  onTable: 'Die Kalibrierung läuft im Fenster des Tisches. Sie steuern sie von hier.',
  frame: 'Wo der Tisch ist, sagen',
  frames: { A4: 'Blätter auf A4', A3: 'Blätter auf A3', corners: 'Vier angeklickte Ecken' },
  sheets: (paper) => `Blätter zum Drucken, ${paper}`,
  picture: 'Das Bild des Projektors',
  pictures: { turned: 'Auf dem Kopf: umdrehen', mirrored: 'Gespiegelt: zurückspiegeln' },
  begin: 'Beginnen',
  again: 'Noch einmal versuchen',
  back: 'Zurück',
  toTable: 'Zum Tisch',
  looking: {
    opening: 'Die Kamera geht an',
    delay: 'Messen, wie spät die Kamera Licht sieht',
    light: 'Suchen, wohin das Licht fällt',
    box: 'Die Schachtel ansehen',
    rest: 'Merken, wie der Platz in Ruhe aussieht',
  },
  handsAway: 'Lassen Sie die Hände vom Tisch.',
  accepted: 'Das Licht liegt richtig.',
  seen: {
    camera: 'Kamera',
    lock: { locked: 'steht fest', notOffered: 'lässt sich nicht feststellen', refused: 'ließ sich nicht feststellen' },
    locks: { focus: 'Schärfe', exposure: 'Belichtung', whiteBalance: 'Weißabgleich' },
    delay: 'Verzögerung',
    dots: 'Lichtpunkte',
    of: (seen, all) => `${seen} von ${all}`,
    checked: 'Geprüft',
    mean: 'Im Mittel',
    most: 'Höchstens',
    contrast: 'Kontrast',
    whiteness: 'Tisch neben Papier',
    heights: 'Höhen',
    height: { measured: 'mit der Schachtel gemessen', assumed: 'angenommen' },
  },
  tooFaint:
    'Das Licht auf diesem Tisch ist schwach: Wörter sind schlecht zu lesen. Dimmen Sie die Lampen über der Werkbank, oder nehmen Sie einen helleren Projektor.',
  darkTable:
    'Die Tischplatte ist dunkel und gibt wenig Licht zurück. Eine helle, matte Unterlage macht alles deutlicher.',
  map: 'Abweichung über den Tisch',
  mapAbout: 'Jeder Strich ist zehnmal so lang wie die Abweichung.',
  box: 'Für Kästen: Legen Sie Blatt E auf eine flache Schachtel bekannter Höhe, irgendwo ins Licht.',
  boxHeight: 'Höhe der Schachtel in mm',
  lookAtBox: 'Schachtel ansehen',
  clear: 'Nehmen Sie Blätter und Schachtel weg, bevor Sie abschließen. Die kleinen Quadrate bleiben.',
  finish: 'Annehmen und abschließen',
  kept: 'Fertig. Der Arbeitsplatz ist kalibriert.',
  failed:
    'Die Kamera liefert kein Bild, oder der Arbeitsplatz antwortet nicht. Prüfen Sie die Kamera und versuchen Sie es noch einmal.',
  corners: {
    title: 'Wo sind die Ecken des Tisches?',
    about: 'Klicken Sie jede Ecke an. Die Pfeiltasten verschieben sie um einen Bildpunkt, mit Umschalt um zehn.',
    names: ['hinten links', 'hinten rechts', 'vorne rechts', 'vorne links'],
    done: 'Die Ecken stimmen',
  },
  advice: {
    noLight: {
      sentence: 'Die Kamera sieht das Licht des Projektors nicht.',
      remedy:
        'Prüfen Sie, ob der Projektor an ist, ob der richtige Bildschirm gewählt ist und ob die Kamera auf den Tisch blickt.',
    },
    tooBright: {
      sentence: 'Der Raum ist zu hell für den Projektor.',
      remedy: 'Dimmen Sie die Lampen über dem Tisch oder schließen Sie die Jalousien, dann noch einmal.',
    },
    overexposed: {
      sentence: 'Teile des Bildes sind überbelichtet.',
      remedy: 'Belichten Sie kürzer, decken Sie glänzendes Metall mit Tuch oder Papier ab, dann noch einmal.',
    },
    lightChanged: {
      sentence: 'Das Licht im Raum hat sich verändert, während die Kamera sah.',
      remedy: 'Lassen Sie die Lampen eine Minute, wie sie sind, und versuchen Sie es noch einmal.',
    },
    handInPicture: {
      sentence: 'Auf dem Tisch hat sich etwas bewegt.',
      remedy: 'Lassen Sie zehn Sekunden die Hände vom Tisch und versuchen Sie es noch einmal.',
    },
    cameraMoved: {
      sentence: 'Die Kamera hat sich bewegt oder neu scharf gestellt.',
      remedy: 'Befestigen Sie die Kamera, schalten Sie den Autofokus aus, dann noch einmal.',
    },
    mirrored: {
      sentence: 'Das Bild des Projektors ist gespiegelt.',
      remedy: 'Gehen Sie zurück und wählen Sie „Gespiegelt: zurückspiegeln“, oder ändern Sie die Montage im Projektor.',
    },
    fewDots: {
      sentence: 'Die Kamera sieht zu wenig vom Bild des Projektors.',
      remedy:
        'Räumen Sie den Tisch leer, richten Sie Kamera und Projektor auf dieselbe Stelle, und schalten Sie die Trapezkorrektur aus.',
    },
    tagsHidden: {
      sentence: 'Die Kamera sieht nicht alle Blätter.',
      remedy: 'Legen Sie jedes Blatt flach, bedruckte Seite oben, in seine Ecke, wo die Kamera es ganz sieht.',
    },
    sheetMisplaced: {
      sentence: 'Ein Blatt liegt nicht in seiner Ecke.',
      remedy: 'Schieben Sie es an beide Tischkanten, der Buchstabe vom Arbeitsplatz aus lesbar.',
    },
    printScaleWrong: {
      sentence: 'Die Blätter sind nicht in wahrer Größe gedruckt.',
      remedy: 'Drucken Sie sie noch einmal mit 100 % und messen Sie das Quadrat nach: 50 mm breit und hoch.',
    },
    tableSizeWrong: {
      sentence: 'Der Tisch ist nicht so groß, wie die Einteilung sagt.',
      remedy:
        'Messen Sie den Tisch und berichtigen Sie Breite und Tiefe in der Einteilung; oder setzen Sie die Ecken neu.',
    },
    uneven: {
      sentence: 'Das Licht liegt nicht überall richtig.',
      remedy:
        'Schalten Sie Trapezkorrektur und Schärfung des Projektors aus, nutzen Sie seine eigene Auflösung, und legen Sie die Blätter flach.',
    },
    boxHidden: {
      sentence: 'Die Kamera sieht Blatt E auf der Schachtel nicht.',
      remedy: 'Legen Sie Blatt E auf eine flache Schachtel bekannter Höhe, ins Licht des Projektors.',
    },
    boxUneven: {
      sentence: 'Das Licht auf der Schachtel passt nicht zu ihrer Höhe.',
      remedy: 'Messen Sie die Höhe der Schachtel noch einmal und legen Sie Blatt E flach darauf.',
    },
  },
  state: {
    never: 'Noch nicht kalibriert: Licht und Kamera sind nur grob ausgerichtet.',
    holds: (date, mm) => `Kalibriert am ${date}, im Mittel ${mm} daneben.`,
    lost: {
      table: 'Die Einteilung hat sich seit der Kalibrierung geändert. Kalibrieren Sie neu.',
      projector: 'Das Bild des Projektors hat sich seit der Kalibrierung geändert. Kalibrieren Sie neu.',
      camera: 'Die Kamera hat sich seit der Kalibrierung geändert. Kalibrieren Sie neu.',
    },
  },
  drift: {
    moved: (mm) => `Licht oder Kamera hat sich um ${mm} verschoben.`,
    unseen: 'Licht oder Kamera hat sich zu weit verschoben, um es von selbst zu richten. Kalibrieren Sie neu.',
    check: 'Prüfen und richten (F8)',
    checking: 'Einen Blick. Lassen Sie die Hände vom Tisch.',
    repaired: (mm) => `Gerichtet: Es waren ${mm}.`,
    still: 'Nichts hat sich verschoben.',
    bump: 'Projektor anstoßen',
  },
  display: {
    title: 'Welche Nummer liegt auf dem Tisch?',
    about: 'Drücken Sie diese Nummer auf der Tastatur, oder Escape, um es zu lassen, wie es ist.',
    choose: 'Bildschirm des Projektors wählen',
    second: {
      title: 'Welche Nummer zeigt der zweite Projektor?',
      about:
        'Drücken Sie diese Nummer auf der Tastatur, 0, wenn es keinen zweiten Projektor gibt, oder Escape, um es zu lassen, wie es ist.',
      choose: 'Zweiten Projektor wählen',
      calibrate: 'Zweiten Projektor kalibrieren',
    },
  },
  onPaper: {
    places: {
      A: 'Ecke hinten links',
      B: 'Ecke hinten rechts',
      C: 'Ecke vorne links',
      D: 'Ecke vorne rechts',
      E: 'auf einer flachen Schachtel',
    },
    checkSquare: 'Mit 100 % drucken. Dieses Quadrat ist 50 mm breit.',
    stickers: 'Ausschneiden und in die Mitte jeder Tischseite kleben.',
  },
}
