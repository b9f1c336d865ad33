// The providers around every window: theme, reading direction and the query cache.
import '@fontsource/atkinson-hyperlegible/400.css'
import '@fontsource/atkinson-hyperlegible/700.css'
import '@mantine/core/styles.layer.css'
import './global.css'
import { DirectionProvider, MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { failureOf } from './failure.ts'
import { cssVariables, theme } from './theme.ts'

const mostRetries = 5

/** Only requests lost with the connection are retried; a failure that the service returned is final. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (count, error) => count < mostRetries && failureOf(error).kind === 'lost',
      retryDelay: 300,
      staleTime: 2000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

export function AppFrame({ children }: { readonly children: ReactNode }) {
  return (
    <DirectionProvider detectDirection={false}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}
