// What a coach arranges: help above what the model decides, notes, and which parameters the model works with.
import type { Refit } from '../../../src-domain/contract/guidance.contract.ts'
import type { Fact, FactOf } from '../../../src-domain/event/event.schema.ts'
import { type CoachId, type NewId, noteIdSchema } from '../../../src-domain/ids.ts'
import type { Timestamp } from '../../store/eventLog.ts'
import type { Store } from '../../store/store.ts'
import type { GuidanceService } from './guidanceService.ts'
import { hasStep, isWorker } from './present.ts'

type Ports = {
  readonly store: Store
  readonly guidance: GuidanceService
  readonly now: () => Timestamp
  readonly newId: NewId
}

type FieldsOf<Type extends Fact['type']> = Omit<FactOf<Type>, 'type'>
type Note = Omit<FieldsOf<'noteWritten'>, 'noteId' | 'sha256'> & { readonly text: string }

/** The commands return false when what they name is not there. */
export function createArrangements({ store, guidance, now, newId }: Ports) {
  function keep(fact: Fact): void {
    store.append([fact], now())
  }

  return {
    arrange: ({ personId, coachId, arrangement }: FieldsOf<'helpArranged'>): boolean => {
      if (!isWorker(store, personId)) return false
      keep({ type: 'helpArranged', personId, coachId, arrangement })
      return true
    },

    demonstrate: ({ personId, coachId, taskId, stepId }: FieldsOf<'demonstrationAsked'>): boolean => {
      if (!isWorker(store, personId) || !hasStep(store, { taskId, stepId })) return false
      keep({ type: 'demonstrationAsked', personId, coachId, taskId, stepId })
      return true
    },

    note: ({ personId, coachId, taskId, text }: Note): boolean => {
      if (!isWorker(store, personId)) return false
      const noteId = newId(noteIdSchema)
      store.inTransaction(() => {
        const { sha256 } = store.texts.add({ textId: noteId, personId, words: text })
        store.append([{ type: 'noteWritten', personId, coachId, noteId, taskId, sha256 }], now())
      })
      return true
    },

    siteParameters: (): { inUse: string; proposal: Refit | null } => ({
      inUse: guidance.parameters().name,
      proposal: store.settings.get('refit'),
    }),

    /** Takes the proposed parameters into use. False when they are no longer what is proposed. */
    acceptSiteParameters: (coachId: CoachId, name: string): boolean => {
      const proposal = store.settings.get('refit')
      if (proposal?.chances.name !== name) return false
      store.inTransaction(() => {
        store.append([{ type: 'siteChancesAccepted', coachId, chances: proposal.chances }], now())
        store.settings.set('refit', null)
      })
      return true
    },
  }
}
