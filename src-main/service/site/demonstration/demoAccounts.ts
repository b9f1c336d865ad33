// The made-up people of the demonstration site. Their PINs are public: they open nothing but a demonstration.
import type { DemoAccount } from '../../../../src-domain/contract/system.contract.ts'
import type { Person } from '../../../store/people.ts'

type Account = Omit<Person, 'personId' | 'pinHash' | 'failedPins' | 'lastFailedWallMs'> & { readonly pin: string }

export const demoAccounts = {
  noor: {
    name: 'Noor',
    picture: 'sunflower',
    badge: '10010001',
    pin: '1111',
    worker: true,
    staffRoles: [],
    preferences: { language: 'nl', voice: true },
  },
  sam: {
    name: 'Sam',
    picture: 'boat',
    badge: '10010002',
    pin: '2222',
    worker: true,
    staffRoles: [],
    preferences: { language: 'en', voice: true, dwellMs: 800 },
  },
  yusuf: {
    name: 'Yusuf',
    picture: 'kite',
    badge: '10010003',
    pin: '3333',
    worker: true,
    staffRoles: [],
    preferences: { language: 'ar', voice: false },
  },
  els: { name: 'Els', picture: 'owl', badge: null, pin: '2580', worker: false, staffRoles: ['coach'], preferences: {} },
  karim: {
    name: 'Karim',
    picture: 'key',
    badge: null,
    pin: '1470',
    worker: false,
    staffRoles: ['supervisor', 'admin'],
    preferences: {},
  },
} as const satisfies Record<string, Account>

/** What whoever looks around may know of them, PINs included. */
export const demoAccountCards: DemoAccount[] = Object.values<Account>(demoAccounts).map(
  ({ name, picture, pin, badge, worker, staffRoles }) => ({
    name,
    picture,
    pin,
    badge,
    worker,
    roles: [...staffRoles],
  }),
)

export type WorkerName = 'noor' | 'sam' | 'yusuf'
