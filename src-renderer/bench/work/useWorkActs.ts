// What a worker can ask for while working, by touch, key and pedal alike.
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { ContestReason } from '../../../src-domain/event/correction.schema.ts'
import type { BenchState } from '../../../src-domain/session/benchState.schema.ts'
import { service } from '../../service.ts'
import { useClock } from '../../ui/clockContext.tsx'
import { useBench } from '../benchContext.tsx'
import { workKeyAct } from './workKeys.ts'

/** A press this soon after a step was finished or begun was meant for the one before: hands may tremble. */
const settlesAfterMs = 500

export type WorkActs = ReturnType<typeof useWorkActs>

export function useWorkActs({ step, phase, cycle }: Pick<BenchState, 'step' | 'phase' | 'cycle'>) {
  const clock = useClock()
  const { run } = useBench()
  const moment = `${phase} ${cycle?.number} ${step?.key}`
  const begun = useRef({ moment: '', atMs: Number.NEGATIVE_INFINITY })
  useEffect(() => {
    if (begun.current.moment !== '') begun.current.atMs = clock.nowMs()
    begun.current.moment = moment
  }, [clock, moment])

  const acts = useMemo(() => {
    const ask = (call: () => Promise<unknown>) => () => run(call)
    return {
      done: (by: 'button' | 'key' | 'pedal') => {
        if (clock.nowMs() - begun.current.atMs < settlesAfterMs) return
        begun.current.atMs = Number.POSITIVE_INFINITY
        run(() =>
          service.bench.confirm({ by }).finally(() => {
            begun.current.atMs = clock.nowMs()
          }),
        )
      },
      moreHelp: ask(() => service.bench.moreHelp()),
      lessHelp: ask(() => service.bench.lessHelp()),
      pause: ask(() => service.bench.pause()),
      resume: ask(() => service.bench.resume()),
      takeBack: ask(() => service.bench.takeBack()),
      skip: ask(() => service.bench.skip()),
      contest: (because: ContestReason) => run(() => service.bench.contest({ because })),
      end: ask(() => service.bench.endTask()),
      call: ask(() => service.bench.callSomeone()),
    }
  }, [clock, run])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const focused = document.activeElement
    const act = workKeyAct(event, focused !== null && focused.matches('button, input, select, textarea, [href]'))
    if (!act) return
    event.preventDefault()
    if (act === 'pause') (phase === 'paused' ? acts.resume : acts.pause)()
    else if (act === 'help') acts.moreHelp()
    else if (phase === 'paused') acts.resume()
    else acts.done(act === 'doneByKey' ? 'key' : 'pedal')
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return acts
}
