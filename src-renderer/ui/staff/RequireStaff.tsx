// Protects a staff window: its content is shown only after signing in with picture and PIN, and with the required role.
import { Button, Center, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { mayCall } from '../../../src-domain/access/roles.ts'
import { service, staffTicket } from '../../service.ts'
import { failureOf } from '../failure.ts'
import { QueryBoundary } from './QueryBoundary.tsx'
import { StaffShell } from './StaffShell.tsx'
import { StaffSignIn } from './StaffSignIn.tsx'
import { areaProcedures, type StaffArea, staffAreas } from './staffAreas.ts'
import { StaffPersonContext, useStaffWords } from './staffContext.tsx'

const personKey = ['staff.person']

/** The person of this window's session ticket; null without one, or when it has expired. */
async function personOfTicket() {
  const ticket = staffTicket.get()
  if (ticket === null) return null
  try {
    return (await service.staff.resume({ ticket })).person
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind !== 'promised') throw error
    staffTicket.clear()
    return null
  }
}

type Props = { readonly area: StaffArea; readonly children: ReactNode }

export function RequireStaff({ area, children }: Props) {
  const { words } = useStaffWords()
  const queries = useQueryClient()
  const person = useQuery({ queryKey: personKey, queryFn: personOfTicket, staleTime: Number.POSITIVE_INFINITY })
  const signOut = () => {
    // The window forgets the session at once; the service is told when it can be reached.
    service.staff.signOut().catch(() => undefined)
    staffTicket.clear()
    queries.setQueryData(personKey, null)
    queries.removeQueries({ predicate: ({ queryKey: [first] }) => staffAreas.some((area) => area === first) })
  }
  return (
    <QueryBoundary query={person}>
      {(present) =>
        present === null ? (
          <StaffSignIn area={area} onSignedIn={(signedIn) => queries.setQueryData(personKey, signedIn)} />
        ) : (
          <StaffPersonContext value={{ person: present, signOut }}>
            <StaffShell>
              {mayCall(areaProcedures[area], present.roles) ? (
                children
              ) : (
                <Center mih="60vh">
                  <Stack align="center">
                    <Text size="xl">{words.signIn.notYours}</Text>
                    <Button onClick={signOut}>{words.common.signOut}</Button>
                  </Stack>
                </Center>
              )}
            </StaffShell>
          </StaffPersonContext>
        )
      }
    </QueryBoundary>
  )
}
