// The regions beside the work: whether the bench sees, whether someone was called, which devices are missing. Each is always answered.

export const sightRegion = {
  initial: 'blind',
  states: {
    blind: {
      on: {
        sightReturned: { target: 'seeing', actions: 'evolve' },
        sightLost: { actions: 'evolve' },
      },
    },
    seeing: {
      on: {
        sightLost: { target: 'blind', actions: 'evolve' },
        serviceRestarted: { target: 'blind' },
      },
    },
  },
} as const

export const callRegion = {
  initial: 'quiet',
  states: {
    quiet: { on: { someoneCalled: { target: 'calling' } } },
    calling: {
      on: {
        callAnswered: { target: 'quiet' },
        workerSignedOut: { target: 'quiet' },
      },
    },
  },
} as const

export const deviceRegion = {
  initial: 'watching',
  states: {
    watching: {
      on: {
        deviceLost: { actions: 'evolve' },
        deviceReturned: { actions: 'evolve' },
      },
    },
  },
} as const
