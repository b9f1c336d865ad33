// The colours of people's pictures, the same as those of the instructions' pictograms.
export const paint = {
  ink: '#33252b',
  cream: '#fff9ee',
  sun: '#ffd152',
  orange: '#f8923f',
  red: '#e2653f',
  brown: '#6b4a3f',
  wood: '#c08f58',
  green: '#5fbd5c',
  leaf: '#3b9b4f',
  teal: '#3fada5',
  deep: '#2b7d7a',
  sky: '#cfe8ee',
  blue: '#7fc3d6',
  pink: '#f6b7a8',
  grey: '#b9bec2',
} as const
