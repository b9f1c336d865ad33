// Scores perceived interactions against the ground truth, by the rule that comes with the footage.
import type { Interaction } from '../../src-domain/perception/interaction.schema.ts'
import type { ClipTruth, TrueEvent } from '../../test/support/vision/clipTruth.ts'

export type ScoredKind = 'pick' | 'place' | 'press'
export const scoredKinds: readonly ScoredKind[] = ['pick', 'place', 'press']

/** An interaction, and the time of the picture after which it was known, in ms. */
export type Perceived = { readonly interaction: Interaction; readonly knownMs: number }

/** True positives, false positives and false negatives of one kind. */
export type Count = { readonly tp: number; readonly fp: number; readonly fn: number }

export type ClipScore = {
  readonly kinds: Readonly<Record<ScoredKind, Count>>
  /** Aborts and sweeps during which a pick was reported at one of their targets. */
  readonly tricksFired: number
  readonly tricks: number
  /** Interactions of the right kind at the right time, at another target. */
  readonly wrongTarget: number
  /** For each true positive: the delay from the event's decisive moment until it was known, in ms. */
  readonly latenciesMs: readonly number[]
  /** Picks whose reach was reported before the hand was away: so a wrong one could be answered in time. */
  readonly answeredInTime: number
  /** Every pick, place and press of the ground truth, with the detection matched to it, if any. */
  readonly events: readonly { readonly event: TrueEvent; readonly perceived: Perceived | null }[]
  /** False positives. */
  readonly falseOnes: readonly Perceived[]
}

const beforeMs = 200
const afterMs = 600

const spanOf = ({ timesMs }: TrueEvent) => {
  const times = Object.values(timesMs)
  return { fromMs: Math.min(...times) - beforeMs, toMs: Math.max(...times) + afterMs }
}
const isDuring = (atMs: number, event: TrueEvent) => atMs >= spanOf(event).fromMs && atMs <= spanOf(event).toMs

/** The moment from which latency counts: the hand away with the part, the finger off the button. */
const momentOf = ({ timesMs }: TrueEvent): number => timesMs['awayMs'] ?? timesMs['endMs'] ?? 0

const say = ({ interaction: { kind, target, atMs, confidence } }: Perceived) =>
  `${kind} ${target ?? ''} at ${Math.round(atMs)} (${confidence.toFixed(2)})`

/**
 * Scores a clip. A detection is a true positive when kind and target match and its time lies between 200 ms before the first and
 * 600 ms after the last time of the event; each event counts once; every other detection is a false positive, whatever its
 * confidence.
 * @param untilMs where a recording is cut off: later events are not scored, but may explain earlier detections.
 */
export function scoreClip(
  truth: ClipTruth,
  perceived: readonly Perceived[],
  untilMs = Number.POSITIVE_INFINITY,
): ClipScore {
  const isScored = ({ timesMs }: TrueEvent) => Math.max(...Object.values(timesMs)) <= untilMs
  const matched = new Map<TrueEvent, Perceived>()
  const falseOnes: Perceived[] = []
  for (const one of perceived) {
    const { kind, target, atMs } = one.interaction
    if (!scoredKinds.some((scored) => scored === kind)) continue
    const event = truth.events.find(
      (candidate) =>
        candidate.type === kind &&
        candidate.targets[0] === target &&
        isDuring(atMs, candidate) &&
        !matched.has(candidate),
    )
    if (event) matched.set(event, one)
    else if (one.knownMs <= untilMs) falseOnes.push(one)
  }
  // Parts put down outside every target are not scored.
  const real = truth.events.filter(
    (event) => event.targets.length > 0 && scoredKinds.some((scored) => scored === event.type) && isScored(event),
  )
  const right = [...matched].filter(([event]) => isScored(event))
  const tricks = truth.events.filter((event) => (event.type === 'abort' || event.type === 'sweep') && isScored(event))
  const countOf = (kind: ScoredKind): Count => {
    const tp = right.filter(([{ type }]) => type === kind).length
    const fp = falseOnes.filter(({ interaction }) => interaction.kind === kind).length
    return { tp, fp, fn: real.filter(({ type }) => type === kind).length - tp }
  }
  const firedAt = (trick: TrueEvent) =>
    falseOnes.some(
      ({ interaction: { kind, target, atMs } }) =>
        kind === 'pick' && target !== null && trick.targets.includes(target) && isDuring(atMs, trick),
    )
  return {
    kinds: { pick: countOf('pick'), place: countOf('place'), press: countOf('press') },
    tricks: tricks.length,
    tricksFired: tricks.filter(firedAt).length,
    wrongTarget: falseOnes.filter(({ interaction: { kind, target, atMs } }) =>
      real.some((event) => event.type === kind && event.targets[0] !== target && isDuring(atMs, event)),
    ).length,
    latenciesMs: right.map(([event, { knownMs }]) => knownMs - momentOf(event)),
    answeredInTime: real.filter(
      (event) =>
        event.type === 'pick' &&
        perceived.some(
          ({ interaction: { kind, target }, knownMs }) =>
            kind === 'reach' && target === event.targets[0] && isDuring(knownMs, event) && knownMs <= momentOf(event),
        ),
    ).length,
    events: real.map((event) => ({ event, perceived: matched.get(event) ?? null })),
    falseOnes,
  }
}

/** One line for each miss and each false positive. */
export function mistakesOf({ events, falseOnes }: ClipScore): string[] {
  return [
    ...falseOnes.map((one) => `false: ${say(one)}`),
    ...events
      .filter(({ perceived }) => perceived === null)
      .map(({ event: { type, targets, timesMs } }) => `missed: ${type} ${targets.join()} ${JSON.stringify(timesMs)}`),
  ]
}
