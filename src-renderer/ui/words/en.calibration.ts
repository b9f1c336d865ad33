// English.
import type { CalibrationWords } from './calibrationWords.ts'

export const enCalibration: CalibrationWords = {
  title: 'Calibrate light and camera',
  name: 'Calibration',
  about: 'After this, light lands where it should, and the camera knows what lies where. It takes about a minute.',
  prepare: [
    'Clear the table.',
    'Lay sheets A to D flush into the table’s corners. Stick the four small squares near the middle of each side: they stay.',
    'Then keep your hands off the table until the light rests.',
  ],
  virtual: 'This is the virtual bench: it clears its table and lays the sheets by itself.',
  onTable: 'The calibration runs in the table’s window. You guide it from here.',
  frame: 'Where the table is, comes from',
  frames: { A4: 'Sheets on A4', A3: 'Sheets on A3', corners: 'Four clicked corners' },
  sheets: (paper) => `Sheets to print, ${paper}`,
  picture: 'The projector’s picture',
  pictures: { turned: 'Upside down: turn it', mirrored: 'Mirrored: mirror it back' },
  begin: 'Begin',
  again: 'Try again',
  back: 'Back',
  toTable: 'To the table',
  looking: {
    opening: 'Opening the camera',
    delay: 'Measuring how late the camera sees light',
    light: 'Finding where the light lands',
    box: 'Looking at the box',
    rest: 'Remembering how the bench looks at rest',
  },
  handsAway: 'Keep your hands off the table.',
  accepted: 'The light lies right.',
  seen: {
    camera: 'Camera',
    lock: { locked: 'locked', notOffered: 'cannot be locked', refused: 'would not lock' },
    locks: { focus: 'Focus', exposure: 'Exposure', whiteBalance: 'White balance' },
    delay: 'Delay',
    dots: 'Points of light',
    of: (seen, all) => `${seen} of ${all}`,
    checked: 'Checked',
    mean: 'On average',
    most: 'At most',
    contrast: 'Contrast',
    whiteness: 'Table beside paper',
    heights: 'Heights',
    height: { measured: 'measured with the box', assumed: 'assumed' },
  },
  tooFaint:
    'Light on this table is faint: words on it will be hard to read. Dim the lamps above the bench, or take a brighter projector.',
  darkTable: 'The table top is dark and gives little light back. A light, matt cover makes everything clearer.',
  map: 'Error over the table',
  mapAbout: 'Each line is ten times as long as the error.',
  box: 'For bins, lay sheet E on a flat box of known height, anywhere in the light.',
  boxHeight: 'Height of the box in mm',
  lookAtBox: 'Look at the box',
  clear: 'Take sheets and box away before you finish. The small squares stay.',
  finish: 'Accept and finish',
  kept: 'Done. The bench is calibrated.',
  failed: 'The camera gives no picture, or the bench does not answer. Check the camera and try again.',
  corners: {
    title: 'Where are the table’s corners?',
    about: 'Click each corner. The arrow keys move it by a pixel, with Shift by ten.',
    names: ['far left', 'far right', 'near right', 'near left'],
    done: 'The corners are right',
  },
  advice: {
    noLight: {
      sentence: 'The camera does not see the projector’s light.',
      remedy:
        'Check that the projector is on, that the right display is chosen, and that the camera looks at the table.',
    },
    tooBright: {
      sentence: 'The room is too bright for the projector.',
      remedy: 'Dim the lamps above the table or close the blinds, then try again.',
    },
    overexposed: {
      sentence: 'Parts of the picture are burnt out.',
      remedy: 'Lower the camera’s exposure, cover shiny metal with a cloth or paper, then try again.',
    },
    lightChanged: {
      sentence: 'The light in the room changed while the camera looked.',
      remedy: 'Leave the lamps as they are for a minute and try again.',
    },
    handInPicture: {
      sentence: 'Something moved on the table.',
      remedy: 'Keep hands off the table for ten seconds and try again.',
    },
    cameraMoved: {
      sentence: 'The camera moved or focused anew.',
      remedy: 'Fasten the camera, switch its autofocus off, then try again.',
    },
    mirrored: {
      sentence: 'The projector’s picture is mirrored.',
      remedy: 'Go back and choose “Mirrored: mirror it back”, or change the projector’s mounting (front, ceiling).',
    },
    fewDots: {
      sentence: 'The camera sees too little of the projector’s picture.',
      remedy: 'Clear the table, aim camera and projector at the same place, and switch keystone correction off.',
    },
    tagsHidden: {
      sentence: 'The camera does not see every sheet.',
      remedy: 'Lay each sheet flat, printed side up, into its corner, where the camera sees all of it.',
    },
    sheetMisplaced: {
      sentence: 'A sheet does not lie in its corner.',
      remedy: 'Push it flush against both edges of the table, its letter readable from the worker’s side.',
    },
    printScaleWrong: {
      sentence: 'The sheets are not printed at their true size.',
      remedy: 'Print them again at 100 % (“actual size”) and check the square with a ruler: 50 mm each way.',
    },
    tableSizeWrong: {
      sentence: 'The table does not have the size that the layout says.',
      remedy: 'Measure the table and correct its width and depth in the layout; or place the corners anew.',
    },
    uneven: {
      sentence: 'The light misses its places.',
      remedy: 'Switch the projector’s keystone and sharpening off, use its native resolution, and lay the sheets flat.',
    },
    boxHidden: {
      sentence: 'The camera does not see sheet E on the box.',
      remedy: 'Lay sheet E on a flat box of known height, in the projector’s light.',
    },
    boxUneven: {
      sentence: 'The light on the box does not fit its height.',
      remedy: 'Measure the box’s height again and lay sheet E flat on it.',
    },
  },
  state: {
    never: 'Not calibrated yet: light and camera are only roughly aimed.',
    holds: (date, mm) => `Calibrated on ${date}, off by ${mm} on average.`,
    lost: {
      table: 'The layout changed since the calibration. Calibrate again.',
      projector: 'The projector’s picture changed since the calibration. Calibrate again.',
      camera: 'The camera changed since the calibration. Calibrate again.',
    },
  },
  drift: {
    moved: (mm) => `Light or camera moved by ${mm}.`,
    unseen: 'Light or camera moved too far to put right by itself. Calibrate again.',
    check: 'Check and repair (F8)',
    checking: 'Looking. Keep your hands off the table.',
    repaired: (mm) => `Repaired: it was ${mm}.`,
    still: 'Nothing moved.',
    bump: 'Bump the projector',
  },
  display: {
    title: 'Which number lies on the table?',
    about: 'Press that number on the keyboard, or Escape to leave it as it is.',
    choose: 'Choose the projector’s display',
    second: {
      title: 'Which number does the second projector show?',
      about: 'Press that number on the keyboard, 0 when there is no second projector, or Escape to leave it as it is.',
      choose: 'Choose a second projector',
      calibrate: 'Calibrate the second projector',
    },
  },
  onPaper: {
    places: {
      A: 'far left corner',
      B: 'far right corner',
      C: 'near left corner',
      D: 'near right corner',
      E: 'on a flat box',
    },
    checkSquare: 'Print at 100 %. This square is 50 mm wide.',
    stickers: 'Cut out and stick near the middle of each side of the table.',
  },
}
