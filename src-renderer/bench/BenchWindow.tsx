// The worker's side screen: one window that follows the bench's state from sign-in to sign-out.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Language } from '../../src-domain/instruction/language.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import { service } from '../service.ts'
import { usePageLanguage } from '../ui/pageLanguage.ts'
import { useBadgeReader } from '../ui/useBadgeReader.ts'
import { useConnection } from '../ui/useConnection.ts'
import { BenchProvider, useBench } from './benchContext.tsx'
import { ChoosingScreen } from './choose/ChoosingScreen.tsx'
import { BenchFrame } from './parts/BenchFrame.tsx'
import { CallingBand } from './parts/CallingBand.tsx'
import { NoticeBar } from './parts/NoticeBar.tsx'
import { OneMoment } from './parts/OneMoment.tsx'
import { RegistrationBand } from './parts/RegistrationBand.tsx'
import { SignInScreen } from './signIn/SignInScreen.tsx'
import { useBenchState } from './useBenchState.ts'
import { WorkScreen } from './work/WorkScreen.tsx'

export function BenchWindow() {
  const state = useBenchState()
  const site = useQuery({ queryKey: ['system.site'], queryFn: () => service.system.site() })
  const [chosen, setChosen] = useState<Language | null>(null)
  const signedOut = state?.phase === 'signedOut'
  // Whoever comes next finds the site's own language again.
  if (!signedOut && chosen !== null) setChosen(null)
  const worker = state?.worker ?? null
  const language = worker?.preferences.language ?? chosen ?? site.data?.language ?? 'en'
  usePageLanguage(language)
  return (
    <BenchProvider language={language} voice={worker?.preferences.voice ?? false}>
      <BenchFrame
        over={
          <>
            {state?.calling ? <CallingBand /> : <RegistrationBand />}
            <NoticeBar />
            <Connection ready={state !== null} />
          </>
        }
      >
        {state && site.data && <Screen state={state} onLanguage={setChosen} />}
      </BenchFrame>
    </BenchProvider>
  )
}

type Props = { readonly state: BenchState; readonly onLanguage: (language: Language) => void }

function Screen({ state, onLanguage }: Props) {
  if (state.phase === 'signedOut' || !state.worker)
    return <SignInScreen notice={state.notice} onLanguage={onLanguage} />
  return <SignedInScreen state={state} worker={state.worker} />
}

function SignedInScreen({
  state,
  worker,
}: {
  readonly state: BenchState
  readonly worker: NonNullable<BenchState['worker']>
}) {
  const { run } = useBench()
  // A badge held to the reader while someone works is answered too: the service says that someone is here already.
  useBadgeReader({ onBadge: (badge) => run(() => service.bench.signIn({ by: 'badge', badge })) })
  return state.phase === 'choosing' ? <ChoosingScreen worker={worker} /> : <WorkScreen state={state} />
}

function Connection({ ready }: { readonly ready: boolean }) {
  const connection = useConnection()
  return connection === 'connecting' || !ready ? <OneMoment /> : null
}
