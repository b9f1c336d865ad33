// States what lies outside the log as facts, for a log that was written before it spoke of people, layouts and settings: from then
// on a change behind its back is noticed.
import { z } from 'zod'
import { staffRoles } from '../../src-domain/access/roles.ts'
import type { Fact } from '../../src-domain/event/event.schema.ts'
import { layoutIdSchema, personIdSchema, taskIdSchema } from '../../src-domain/ids.ts'
import type { Connection } from './connection.ts'
import { pinDigest } from './journal.ts'
import { sha256 } from './sha256.ts'
import { readStored } from './stored.ts'

const rolesSchema = z.array(z.enum(staffRoles))

/** One fact for each person, instruction, layout, binding and setting that is stored. */
export function statePresent(connection: Connection): Fact[] {
  const all = <Row>(sql: string): Row[] => connection.prepare<[], Row>(sql).all()
  return [
    ...all<{ id: string; worker: number; roles: string; pin: string | null }>(
      'SELECT person_id AS id, worker, staff_roles AS roles, pin_hash AS pin FROM person',
    ).map(
      ({ id, worker, roles, pin }): Fact => ({
        type: 'personAdded',
        personId: personIdSchema.parse(id),
        worker: worker === 1,
        staffRoles: readStored(rolesSchema, roles, "a person's roles"),
        pin: pinDigest(pin),
        by: null,
      }),
    ),
    ...all<{ id: string; version: number; body: string; sha256: string }>(
      'SELECT task_id AS id, version, body, package_sha256 AS sha256 FROM instruction',
    ).map(
      ({ id, version, body, sha256: packageSha256 }): Fact => ({
        type: 'instructionImported',
        taskId: taskIdSchema.parse(id),
        version,
        sha256: packageSha256,
        bodySha256: sha256(body),
      }),
    ),
    ...all<{ id: string; body: string; current: number }>('SELECT layout_id AS id, body, current FROM layout').map(
      ({ id, body, current }): Fact => ({
        type: 'layoutKept',
        layoutId: layoutIdSchema.parse(id),
        sha256: sha256(body),
        inUse: current === 1,
        by: null,
      }),
    ),
    ...all<{ taskId: string; layoutId: string; body: string }>(
      'SELECT task_id AS taskId, layout_id AS layoutId, body FROM binding',
    ).map(
      ({ taskId, layoutId, body }): Fact => ({
        type: 'taskBound',
        taskId: taskIdSchema.parse(taskId),
        layoutId: layoutIdSchema.parse(layoutId),
        sha256: sha256(body),
        by: null,
      }),
    ),
    ...all<{ key: string; value: string }>('SELECT key, value FROM setting').map(
      ({ key, value }): Fact => ({ type: 'settingChanged', key, sha256: sha256(value), by: null }),
    ),
  ]
}
