// Queries of the layouts' pages.
import { useQuery } from '@tanstack/react-query'
import { service } from '../../service.ts'

export const useLayouts = () => useQuery({ queryKey: ['studio', 'layouts'], queryFn: () => service.studio.layouts() })

export const useLayout = (layoutId: string) =>
  useQuery({ queryKey: ['studio', 'layout', layoutId], queryFn: () => service.studio.layout({ layoutId }) })
