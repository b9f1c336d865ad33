// The bench's layouts, for supervisors to look at and change.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import type { LayoutId, PersonId } from '../../../src-domain/ids.ts'
import type { Store } from '../../store/store.ts'

export function createLayoutUseCases({ layouts }: Pick<Store, 'layouts'>, onChange: () => void) {
  return {
    rows: () =>
      layouts.all().map(({ layout, current }) => ({
        id: layout.id,
        name: layout.name,
        bins: layout.bins.length,
        zones: layout.zones.length,
        current,
      })),
    /** Keeps a layout, new or changed, and may make it the one in use. */
    put: (layout: BenchLayout, current: boolean, by: PersonId | null): void => {
      layouts.put(layout, current, by)
      onChange()
    },
    byId: (layoutId: LayoutId): BenchLayout | null =>
      layouts.all().find(({ layout }) => layout.id === layoutId)?.layout ?? null,
  }
}
