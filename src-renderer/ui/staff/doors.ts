// The staff areas, and for each the procedure that a person must be allowed to call to enter it.
export const doorProcedures = { studio: 'studio.tasks', coach: 'coach.workers', admin: 'admin.overview' } as const

export type StaffDoorName = keyof typeof doorProcedures
export const staffDoors = ['studio', 'coach', 'admin'] as const satisfies readonly StaffDoorName[]
