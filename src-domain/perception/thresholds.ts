// All thresholds of hand perception in one table: value, unit, reason, and who may adjust it.

type Row = {
  readonly value: number
  readonly unit: 'ms' | 'mm' | 'mm²' | 'mm/s' | 'Hz' | 's/mm' | 'ratio'
  readonly reason: string
  readonly adjustable: 'no' | 'per bench' | 'per worker'
}

const row = (value: number, unit: Row['unit'], reason: string, adjustable: Row['adjustable'] = 'no'): Row => ({
  value,
  unit,
  reason,
  adjustable,
})

export const thresholdTable = {
  palmMinMm: row(55, 'mm', 'wrist to middle knuckle of a small hand that points downwards into a bin'),
  palmKnownMinMm: row(
    30,
    'mm',
    'the same for a hand that is known: it may point straight down or be misread for a moment',
  ),
  palmMaxMm: row(140, 'mm', 'wrist to middle knuckle of a large hand held 200 mm nearer to the camera'),
  seenShare: row(0.6, 'ratio', 'a hand with more of its landmarks outside the picture is guessed, not seen'),
  sameHandMm: row(90, 'mm', 'two palms of one side this near are one fast hand found twice'),
  apartMm: row(40, 'mm', 'palms of two hands cannot come nearer'),
  trustAfterMs: row(80, 'ms', 'printed dots are taken for a hand in one picture, seldom in three of 25 a second'),
  strideMm: row(120, 'mm', 'how far a known hand may be from where it is expected, standing'),
  strideMmPerS: row(2500, 'mm/s', 'and how much farther for each second it was not seen: a quick arm'),
  strideMaxMm: row(500, 'mm', 'farther away it is another hand'),
  holdMs: row(450, 'ms', 'a hand over a bin is lost for up to ten pictures when fingers are hidden'),
  forgetMs: row(1000, 'ms', 'a hand found again after more may have done anything in between'),
  filterHz: row(1.5, 'Hz', 'One Euro: steadies a resting hand to about a millimetre'),
  filterBeta: row(0.02, 's/mm', 'One Euro: at 500 mm/s the filter follows within two pictures'),
  openingTauMs: row(50, 'ms', 'closing takes 200 ms or more; single misread pictures should not count'),
  speedOverMs: row(100, 'ms', 'speed is measured over this time, so that it does not depend on the frame rate'),
  enterMm: row(8, 'mm', 'how far inside a target the fingers must be to count as in'),
  enterMs: row(30, 'ms', 'and for how long'),
  leaveMm: row(18, 'mm', 'how far outside they must be to count as out; bins stand about 20 mm apart'),
  leaveMs: row(80, 'ms', 'and for how long'),
  slowMmPerS: row(250, 'mm/s', 'a hand that works is slower, one that crosses a bin is faster'),
  slowMs: row(120, 'ms', 'nobody grasps in less'),
  closedRatio: row(0.72, 'ratio', 'opening after closing to before: the fingers have closed by half'),
  openRatio: row(0.88, 'ratio', 'above it the hand has not closed'),
  closedMost: row(1.1, 'ratio', 'fingers more open than this are not closed, however far they were open before'),
  openLeast: row(0.8, 'ratio', 'fingers less open than this are not open, however tightly they were closed before'),
  gripMs: row(60, 'ms', 'how long closing or opening must last'),
  placeMs: row(250, 'ms', 'a part is put down in no less'),
  pressDwellMs: row(600, 'ms', 'long enough not to press in passing, short enough not to annoy', 'per worker'),
  pressSlowMmPerS: row(150, 'mm/s', 'a pressing finger rests; trembling hands stay below'),
  pressLeaveMm: row(15, 'mm', 'how far the finger must leave a button to press it again'),
  pressLeaveMs: row(150, 'ms', 'and for how long'),
  quietMmPerS: row(40, 'mm/s', 'a resting hand'),
  restMs: row(2000, 'ms', 'a shorter pause belongs to the work'),
  nearMm: row(60, 'mm', 'a hand this near to a bin is looking for something in it'),
  hesitationMs: row(3000, 'ms', 'searching this long without grasping is hesitating', 'per worker'),
  reachMs: row(400, 'ms', 'so long a hand stays in a bin to take hold of something; in passing it stays less'),
  changeMm2: row(150, 'mm²', 'the picture of a part of 12 × 12 mm; smaller changes are noise', 'per bench'),
  coverShare: row(0.3, 'ratio', 'fingers that reach a part hide this share of a bin, unless the bin is large'),
  coverMm2: row(4000, 'mm²', 'and this much of a large one: four fingers to their knuckles'),
  forbiddenMs: row(80, 'ms', 'crossing an edge by a hair is no offence'),
} as const satisfies Readonly<Record<string, Row>>

export type Thresholds = { readonly [Name in keyof typeof thresholdTable]: number }

/** The values of the table. */
export const defaultThresholds: Thresholds = Object.fromEntries(
  Object.entries(thresholdTable).map(([name, { value }]) => [name, value]),
) as Thresholds
