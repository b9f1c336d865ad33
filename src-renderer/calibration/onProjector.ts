// The address under which a window on the projector calibrates: it says so, and never looks for another window.
export const onProjector = '/calibrate#projector'
