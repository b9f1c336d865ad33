// The box that the virtual bench lays on its table when a second height is measured: kept apart, so that pages may name it without graphics.

/** In mm. */
export const boxHeightMm = 80
