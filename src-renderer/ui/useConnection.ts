// Whether the window can reach the service now.
import { useSyncExternalStore } from 'react'
import { type ConnectionState, connection } from '../service.ts'

export const useConnection = (): ConnectionState => useSyncExternalStore(connection.subscribe, connection.state)
