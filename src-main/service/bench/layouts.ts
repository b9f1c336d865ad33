// The bench's layouts, for supervisors to look at and change.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import type { Store } from '../../store/store.ts'

export function createLayoutUseCases(
  { instructions, inTransaction }: Pick<Store, 'instructions' | 'inTransaction'>,
  onChange: () => void,
) {
  return {
    rows: () =>
      instructions.layouts().map(({ layout, current }) => ({
        id: layout.id,
        name: layout.name,
        bins: layout.bins.length,
        zones: layout.zones.length,
        current,
      })),
    /** Keeps a layout, new or changed, and may make it the one in use. */
    put: (layout: BenchLayout, current: boolean): void => {
      inTransaction(() => instructions.putLayout(layout, current))
      onChange()
    },
    byId: (layoutId: string): BenchLayout | null =>
      instructions.layouts().find(({ layout }) => layout.id === layoutId)?.layout ?? null,
  }
}
