// Role-based access control. One table for every entry point: a procedure that is not in it cannot be called.

/**
 * `bench` is any window at the bench itself, signed in or not; the other roles belong to people who signed in with badge and PIN.
 */
export const roles = ['bench', 'supervisor', 'coach', 'admin'] as const
export type Role = (typeof roles)[number]
export const staffRoles = ['supervisor', 'coach', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]

const everyone: readonly Role[] = roles
const bench: readonly Role[] = ['bench']
const staff: readonly Role[] = staffRoles

/** Procedure path in the contract → roles that may call it. */
export const permissions: Readonly<Record<string, readonly Role[]>> = {
  'system.health': everyone,
  'system.site': everyone,
  'system.setUp': bench,
  'system.reportFault': everyone,
  'bench.watch': everyone,
  'bench.people': bench,
  'bench.signIn': bench,
  'bench.signOut': bench,
  'bench.tasks': bench,
  'bench.startTask': bench,
  'bench.endTask': bench,
  'bench.pause': bench,
  'bench.resume': bench,
  'bench.moreHelp': bench,
  'bench.lessHelp': bench,
  'bench.confirm': bench,
  'bench.skip': bench,
  'bench.takeBack': bench,
  'bench.contest': bench,
  'bench.callSomeone': bench,
  'bench.answerCall': everyone,
  'bench.setPreferences': bench,
  'bench.mySkills': bench,
  'bench.mySkill': bench,
  'table.setup': everyone,
  'table.interaction': bench,
  'table.sight': bench,
  'table.calibration': everyone,
  'table.realign': bench,
  'table.saveCalibration': ['bench', 'supervisor'],
  'staff.people': everyone,
  'staff.signIn': everyone,
  'staff.resume': everyone,
  'staff.signOut': staff,
  'studio.tasks': ['supervisor', 'coach', 'admin'],
  'studio.task': ['supervisor', 'coach', 'admin'],
  'studio.layouts': ['supervisor', 'admin'],
  'studio.layout': ['supervisor', 'admin'],
  'studio.putLayout': ['supervisor'],
  'studio.saveBinding': ['supervisor'],
  'studio.importPackage': ['supervisor'],
  'coach.workers': ['coach'],
  'coach.worker': ['coach'],
  'coach.proposals': ['coach'],
  'coach.award': ['coach'],
  'coach.decline': ['coach'],
  'coach.credential': ['coach'],
  'guidance.attempts': ['coach'],
  'guidance.arrange': ['coach'],
  'guidance.demonstrate': ['coach'],
  'guidance.beginAnew': ['coach'],
  'guidance.correct': ['coach'],
  'guidance.note': ['coach'],
  'guidance.siteParameters': ['coach'],
  'guidance.acceptSiteParameters': ['coach'],
  'admin.overview': ['admin'],
  'admin.addPerson': ['admin'],
  'admin.backUp': ['admin'],
  'admin.dismissFaults': ['admin'],
  'admin.programLog': ['admin'],
  'admin.verifyLog': ['admin'],
  'admin.tryRestore': ['admin'],
  'admin.makeRecoveryCode': ['admin'],
  'admin.setSecondPlace': ['admin'],
  'rehearsal.advance': bench,
  'rescue.state': everyone,
  'rescue.lookIn': bench,
  'rescue.backups': bench,
  'rescue.restore': bench,
  'rescue.bringKeys': bench,
  'rescue.goOn': bench,
  'rescue.tryAgain': bench,
}

/** True when a caller with these roles may call the procedure. Unknown procedures are refused. */
export const mayCall = (procedure: string, held: readonly Role[]): boolean =>
  (Object.hasOwn(permissions, procedure) && permissions[procedure]?.some((role) => held.includes(role))) || false
