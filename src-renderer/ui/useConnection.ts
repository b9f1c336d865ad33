// The state of the window's connection to the service.
import { useSyncExternalStore } from 'react'
import { type ConnectionState, connection } from '../service.ts'

export const useConnection = (): ConnectionState => useSyncExternalStore(connection.subscribe, connection.state)
