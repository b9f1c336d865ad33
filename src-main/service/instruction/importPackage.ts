// Imports an instruction package, completely or not at all.
import type { TaskId } from '../../../src-domain/ids.ts'
import { fail, type Problem, type Result, succeed } from '../../../src-domain/result.ts'
import { readPackage, sha256Of } from '../../instruction-package/readPackage.ts'
import type { Timestamp } from '../../store/eventLog.ts'
import type { Store } from '../../store/store.ts'

type Imported = { readonly taskId: TaskId; readonly version: number }

/**
 * Reads, checks and stores a package. The same package again only heals its media; another one under the same id needs a
 * higher version, because what was practised refers to the old one.
 */
export const createImportPackage =
  (store: Store, now: () => Timestamp) =>
  async (bytes: Uint8Array): Promise<Result<Imported, readonly Problem[]>> => {
    const read = await readPackage(bytes)
    if (!read.ok) return read
    const { instruction, media, sha256 } = read.value
    const { id, version } = instruction
    const keepMedia = () => {
      for (const [hash, { bytes: file }] of media) store.mediaFiles.write(hash, file)
    }
    const present = store.instructions.byVersion(id, version)
    if (present?.packageSha256 === sha256) {
      keepMedia()
      return succeed({ taskId: id, version })
    }
    const newest = store.instructions.newest(id)?.instruction.version ?? 0
    if (version <= newest) {
      const reason = `version ${newest} of "${id}" is here already`
      return fail([{ path: 'version', reason, remedy: `Give this one version ${newest + 1} or higher.` }])
    }
    keepMedia()
    const timestamp = now()
    store.inTransaction(() => {
      const body = JSON.stringify(instruction)
      store.instructions.add(instruction, body, sha256, timestamp.wallMs)
      const bodySha256 = sha256Of(new TextEncoder().encode(body))
      store.append([{ type: 'instructionImported', taskId: id, version, sha256, bodySha256 }], timestamp)
    })
    return succeed({ taskId: id, version })
  }
