// The bench's layouts, for supervisors to look at.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import type { Store } from '../../store/store.ts'

export function createLayoutUseCases({ instructions }: Pick<Store, 'instructions'>) {
  return {
    rows: () =>
      instructions.layouts().map(({ layout, current }) => ({
        id: layout.id,
        name: layout.name,
        bins: layout.bins.length,
        zones: layout.zones.length,
        current,
      })),
    byId: (layoutId: string): BenchLayout | null =>
      instructions.layouts().find(({ layout }) => layout.id === layoutId)?.layout ?? null,
  }
}
