// The four sample tasks and the bench they fit, imported by the same code as a customer's package.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { benchLayoutSchema } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { bindingSchema } from '../../../src-domain/instruction/binding.ts'
import type { Problem, Result } from '../../../src-domain/result.ts'
import { readSourceFolder } from '../../instruction-package/readSourceFolder.ts'
import { sealPackage } from '../../instruction-package/sealPackage.ts'
import type { Store } from '../../store/store.ts'

const benchSchema = z.strictObject({ layout: benchLayoutSchema, bindings: z.array(bindingSchema) })

type Ports = {
  readonly store: Store
  readonly importPackage: (bytes: Uint8Array) => Promise<Result<unknown, readonly Problem[]>>
  /** The folder `instructions/samples`. */
  readonly folder: string
}

/** @throws when a sample is malformed: it was checked before it was shipped. */
export async function installSampleTasks({ store, importPackage, folder }: Ports): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const name of entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)) {
    const source = await readSourceFolder(join(folder, name))
    const sealed = source.ok ? await sealPackage(source.value) : source
    const imported = sealed.ok ? await importPackage(sealed.value.packageBytes) : sealed
    if (!imported.ok) throw new Error(`The sample "${name}" cannot be taken in: ${JSON.stringify(imported.failure[0])}`)
  }
  const { layout, bindings } = benchSchema.parse(JSON.parse(await readFile(join(folder, 'bench.json'), 'utf8')))
  store.inTransaction(() => {
    store.layouts.put(layout, true)
    for (const binding of bindings) store.layouts.putBinding(binding)
  })
}
