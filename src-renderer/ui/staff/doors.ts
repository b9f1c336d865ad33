// The staff's doors: where each leads, and the procedure that whoever passes must be allowed to call.
export const doorProcedures = { studio: 'studio.tasks', coach: 'coach.workers', admin: 'admin.overview' } as const

export type StaffDoorName = keyof typeof doorProcedures
export const staffDoors = ['studio', 'coach', 'admin'] as const satisfies readonly StaffDoorName[]
