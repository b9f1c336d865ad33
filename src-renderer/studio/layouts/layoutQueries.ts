// Queries of the layouts' pages.
import { useQuery } from '@tanstack/react-query'
import { layoutIdSchema } from '../../../src-domain/ids.ts'
import { service } from '../../service.ts'

export const useLayouts = () => useQuery({ queryKey: ['studio', 'layouts'], queryFn: () => service.studio.layouts() })

/** @param named the layout's id, also as a page's address has it. */
export const useLayout = (named: string) =>
  useQuery({
    queryKey: ['studio', 'layout', named],
    queryFn: () => service.studio.layout({ layoutId: layoutIdSchema.parse(named) }),
  })
