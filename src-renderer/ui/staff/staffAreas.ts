// The staff areas, and for each the procedure that a person must be allowed to call to enter it.
export const areaProcedures = { studio: 'studio.tasks', coach: 'coach.workers', admin: 'admin.overview' } as const

export type StaffArea = keyof typeof areaProcedures
export const staffAreas = ['studio', 'coach', 'admin'] as const satisfies readonly StaffArea[]
