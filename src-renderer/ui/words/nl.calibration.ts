// Dutch.
import type { CalibrationWords } from './calibrationWords.ts'

export const nlCalibration: CalibrationWords = {
  title: 'Licht en camera kalibreren',
  name: 'Kalibratie',
  about: 'Daarna valt het licht waar het hoort, en weet de camera wat waar ligt. Het duurt ongeveer een minuut.',
  prepare: [
    'Maak de tafel leeg.',
    'Leg de vellen A tot en met D strak in de hoeken van de tafel. Plak de vier kleine vierkanten midden op elke kant: die blijven.',
    'Blijf daarna met uw handen van de tafel tot het licht stilstaat.',
  ],
  virtual: 'Dit is de virtuele werkplek: ze maakt haar tafel zelf leeg en legt de vellen neer.',
  onTable: 'De kalibratie loopt in het venster van de tafel. U stuurt haar hier.',
  frame: 'Waar de tafel is, komt van',
  frames: { A4: 'Vellen op A4', A3: 'Vellen op A3', corners: 'Vier aangeklikte hoeken' },
  sheets: (paper) => `Vellen om af te drukken, ${paper}`,
  picture: 'Het beeld van de projector',
  pictures: { turned: 'Ondersteboven: draai het om', mirrored: 'In spiegelbeeld: spiegel het terug' },
  begin: 'Begin',
  again: 'Opnieuw proberen',
  back: 'Terug',
  toTable: 'Naar de tafel',
  looking: {
    opening: 'De camera gaat aan',
    delay: 'Meten hoe laat de camera licht ziet',
    light: 'Zoeken waar het licht valt',
    box: 'Kijken naar de doos',
    rest: 'Onthouden hoe de werkplek er in rust uitziet',
  },
  handsAway: 'Houd uw handen van de tafel.',
  accepted: 'Het licht ligt goed.',
  seen: {
    camera: 'Camera',
    lock: { locked: 'staat vast', notOffered: 'kan niet vast', refused: 'liet zich niet vastzetten' },
    locks: { focus: 'Scherpstelling', exposure: 'Belichting', whiteBalance: 'Witbalans' },
    delay: 'Vertraging',
    dots: 'Lichtpunten',
    of: (seen, all) => `${seen} van ${all}`,
    checked: 'Nagekeken',
    mean: 'Gemiddeld',
    most: 'Hoogstens',
    contrast: 'Contrast',
    whiteness: 'Tafel naast papier',
    heights: 'Hoogtes',
    height: { measured: 'gemeten met de doos', assumed: 'aangenomen' },
  },
  tooFaint:
    'Licht op deze tafel is zwak: woorden zijn er slecht te lezen. Dim de lampen boven de werkbank, of neem een fellere projector.',
  darkTable:
    'Het tafelblad is donker en geeft weinig licht terug. Een lichte, matte onderlegger maakt alles duidelijker.',
  map: 'Afwijking over de tafel',
  mapAbout: 'Elke streep is tien keer zo lang als de afwijking.',
  box: 'Voor bakken: leg vel E op een vlakke doos waarvan u de hoogte weet, ergens in het licht.',
  boxHeight: 'Hoogte van de doos in mm',
  lookAtBox: 'Kijk naar de doos',
  clear: 'Haal vellen en doos weg voordat u afrondt. De kleine vierkanten blijven.',
  finish: 'Goedkeuren en afronden',
  kept: 'Klaar. De werkplek is gekalibreerd.',
  failed: 'De camera geeft geen beeld, of de werkplek antwoordt niet. Kijk de camera na en probeer het opnieuw.',
  corners: {
    title: 'Waar zijn de hoeken van de tafel?',
    about: 'Klik elke hoek aan. De pijltjestoetsen verschuiven hem een beeldpunt, met Shift tien.',
    names: ['links achter', 'rechts achter', 'rechts voor', 'links voor'],
    done: 'De hoeken kloppen',
  },
  advice: {
    noLight: {
      sentence: 'De camera ziet het licht van de projector niet.',
      remedy: 'Kijk of de projector aan staat, of het juiste scherm is gekozen, en of de camera naar de tafel kijkt.',
    },
    tooBright: {
      sentence: 'Het is te licht voor de projector.',
      remedy: 'Dim de lampen boven de tafel of doe de zonwering dicht, en probeer het opnieuw.',
    },
    overexposed: {
      sentence: 'Delen van het beeld zijn overbelicht.',
      remedy: 'Belicht de camera korter, bedek glimmend metaal met een doek of papier, en probeer het opnieuw.',
    },
    lightChanged: {
      sentence: 'Het licht in de ruimte veranderde tijdens het kijken.',
      remedy: 'Laat de lampen een minuut zoals ze zijn en probeer het opnieuw.',
    },
    handInPicture: {
      sentence: 'Er bewoog iets op de tafel.',
      remedy: 'Houd tien seconden uw handen weg en probeer het opnieuw.',
    },
    cameraMoved: {
      sentence: 'De camera bewoog of stelde opnieuw scherp.',
      remedy: 'Zet de camera vast en de autofocus uit, en probeer het opnieuw.',
    },
    mirrored: {
      sentence: 'Het beeld van de projector staat in spiegelbeeld.',
      remedy: 'Ga terug en kies “In spiegelbeeld: spiegel het terug”, of verander de ophanging in de projector.',
    },
    fewDots: {
      sentence: 'De camera ziet te weinig van het beeld van de projector.',
      remedy: 'Ruim de tafel leeg, richt camera en projector op dezelfde plek, en zet keystone uit.',
    },
    tagsHidden: {
      sentence: 'De camera ziet niet alle vellen.',
      remedy: 'Leg elk vel plat, met de druk naar boven, in zijn hoek, waar de camera het helemaal ziet.',
    },
    sheetMisplaced: {
      sentence: 'Een vel ligt niet in zijn hoek.',
      remedy: 'Schuif het tegen beide tafelranden, de letter leesbaar vanaf de werkplek.',
    },
    printScaleWrong: {
      sentence: 'De vellen zijn niet op ware grootte afgedrukt.',
      remedy: 'Druk ze opnieuw af op 100 % en meet het vierkant na: 50 mm breed en hoog.',
    },
    tableSizeWrong: {
      sentence: 'De tafel is niet zo groot als de indeling zegt.',
      remedy: 'Meet de tafel en verbeter breedte en diepte in de indeling; of zet de hoeken opnieuw.',
    },
    uneven: {
      sentence: 'Het licht ligt niet overal goed.',
      remedy: 'Zet keystone en verscherping van de projector uit, gebruik zijn eigen resolutie, en leg de vellen plat.',
    },
    boxHidden: {
      sentence: 'De camera ziet vel E op de doos niet.',
      remedy: 'Leg vel E op een vlakke doos waarvan u de hoogte weet, in het licht van de projector.',
    },
    boxUneven: {
      sentence: 'Het licht op de doos past niet bij haar hoogte.',
      remedy: 'Meet de hoogte van de doos opnieuw en leg vel E er plat op.',
    },
  },
  state: {
    never: 'Nog niet gekalibreerd: licht en camera zijn alleen ruw gericht.',
    holds: (date, mm) => `Gekalibreerd op ${date}, gemiddeld ${mm} ernaast.`,
    lost: {
      table: 'De indeling is veranderd sinds de kalibratie. Kalibreer opnieuw.',
      projector: 'Het beeld van de projector is veranderd sinds de kalibratie. Kalibreer opnieuw.',
      camera: 'De camera is veranderd sinds de kalibratie. Kalibreer opnieuw.',
    },
  },
  drift: {
    moved: (mm) => `Licht of camera is ${mm} verschoven.`,
    unseen: 'Licht of camera is te ver verschoven om vanzelf te herstellen. Kalibreer opnieuw.',
    check: 'Nakijken en herstellen (F8)',
    checking: 'Even kijken. Houd uw handen van de tafel.',
    repaired: (mm) => `Hersteld: het was ${mm}.`,
    still: 'Er is niets verschoven.',
    bump: 'Stoot de projector aan',
  },
  display: {
    title: 'Welk nummer ligt op de tafel?',
    about: 'Druk op dat nummer op het toetsenbord, of op Escape om het te laten zoals het is.',
    choose: 'Kies het scherm van de projector',
    second: {
      title: 'Welk nummer toont de tweede projector?',
      about:
        'Druk op dat nummer op het toetsenbord, op 0 als er geen tweede projector is, of op Escape om het te laten zoals het is.',
      choose: 'Kies een tweede projector',
      calibrate: 'Tweede projector kalibreren',
    },
  },
  onPaper: {
    places: {
      A: 'hoek links achter',
      B: 'hoek rechts achter',
      C: 'hoek links voor',
      D: 'hoek rechts voor',
      E: 'op een vlakke doos',
    },
    checkSquare: 'Afdrukken op 100 %. Dit vierkant is 50 mm breed.',
    stickers: 'Uitknippen en midden op elke kant van de tafel plakken.',
  },
}
