// Height of the calibration box on the virtual bench; in its own file so that pages can import it without three.js.

/** In mm. */
export const boxHeightMm = 80
