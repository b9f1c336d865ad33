// Why a command was not carried out. Each is a sentence in the words files.

export const refusals = [
  'notNow',
  'nobodySignedIn',
  'someoneSignedIn',
  'noTask',
  'noStep',
  'needsItsOwnWay',
  'nothingToTakeBack',
  'mostHelpAlready',
  'leastHelpAlready',
] as const
export type Refusal = (typeof refusals)[number]
