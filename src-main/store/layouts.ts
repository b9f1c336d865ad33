// The bench's layouts, one of them in use, and the bindings that say where each task's parts lie on a layout.
import { type BenchLayout, benchLayoutSchema } from '../../src-domain/geometry/benchLayout.schema.ts'
import type { LayoutId, TaskId } from '../../src-domain/ids.ts'
import { type Binding, bindingSchema } from '../../src-domain/instruction/binding.ts'
import type { Connection } from './connection.ts'
import { readStored } from './stored.ts'

export type Layouts = ReturnType<typeof createLayouts>

export function createLayouts(connection: Connection) {
  const all = connection.prepare<[], { layout_id: LayoutId; body: string; current: number }>(
    'SELECT * FROM layout ORDER BY layout_id',
  )
  const put = connection.prepare(
    'INSERT INTO layout VALUES (?, ?, ?) ON CONFLICT (layout_id) DO UPDATE SET body = excluded.body, current = excluded.current',
  )
  const uncurrent = connection.prepare('UPDATE layout SET current = 0')
  const binding = connection.prepare<[TaskId, LayoutId], { body: string }>(
    'SELECT body FROM binding WHERE task_id = ? AND layout_id = ?',
  )
  const putBinding = connection.prepare(
    'INSERT INTO binding VALUES (?, ?, ?) ON CONFLICT (task_id, layout_id) DO UPDATE SET body = excluded.body',
  )
  // Read by their schemas once until one is written.
  let layouts: readonly { readonly layout: BenchLayout; readonly current: boolean }[] | null = null
  const bindings = new Map<string, Binding | null>()

  function forget(): void {
    layouts = null
    bindings.clear()
  }

  const readAll = () =>
    all.all().map((row) => ({
      layout: readStored(benchLayoutSchema, row.body, `layout "${row.layout_id}"`),
      current: row.current === 1,
    }))

  function readBinding(taskId: TaskId, layoutId: LayoutId): Binding | null {
    const row = binding.get(taskId, layoutId)
    return row ? readStored(bindingSchema, row.body, `the binding of "${taskId}" to "${layoutId}"`) : null
  }

  return {
    all: () => {
      layouts ??= readAll()
      return layouts
    },
    /** Keeps a layout, new or changed; with `current` it becomes the only one in use. */
    put: (layout: BenchLayout, current: boolean) => {
      forget()
      if (current) uncurrent.run()
      put.run(layout.id, JSON.stringify(layout), current ? 1 : 0)
    },
    binding: (taskId: TaskId, layoutId: LayoutId): Binding | null => {
      const key = JSON.stringify([taskId, layoutId])
      const known = bindings.get(key)
      if (known !== undefined) return known
      const read = readBinding(taskId, layoutId)
      bindings.set(key, read)
      return read
    },
    putBinding: (wanted: Binding) => {
      forget()
      putBinding.run(wanted.instructionId, wanted.layoutId, JSON.stringify(wanted))
    },
    /** Reads anew what is there: after what was written may have been undone. */
    forget,
  }
}
