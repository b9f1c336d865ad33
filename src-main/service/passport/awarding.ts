// A coach's decision on a mastery proposal. An award is signed, checked again, and stored with its fact in one go.

import {
  type CoachId,
  type CredentialId,
  credentialIdSchema,
  type NewId,
  noteIdSchema,
  type ProposalId,
} from '../../../src-domain/ids.ts'
import { credentialContent } from '../../../src-domain/passport/credentialContent.ts'
import type { CredentialLanguage } from '../../../src-domain/passport/credentialTexts.ts'
import { credentialLanguageFor } from '../../../src-domain/passport/credentialTexts.ts'
import type { SkillsCatalogue } from '../../../src-domain/passport/skillsCatalogue.schema.ts'
import type { Result } from '../../../src-domain/result.ts'
import { issueCredential } from '../../credential/issueCredential.ts'
import type { KeyFailure, KeyStore } from '../../credential/keyStore.ts'
import { sha256Of } from '../../instruction-package/readPackage.ts'
import type { Timestamp } from '../../store/eventLog.ts'
import type { Store } from '../../store/store.ts'
import { practisedSkill } from './practisedSkill.ts'

type Ports = {
  readonly store: Store
  readonly keys: KeyStore
  readonly catalogue: SkillsCatalogue
  readonly guidanceModel: () => string
  readonly newId: NewId
  readonly now: () => Timestamp
}

type Decided = { readonly proposalId: ProposalId; readonly coachId: CoachId }

type Missed = 'notFound' | 'alreadyDecided'

export function createAwarding({ store, keys, catalogue, guidanceModel, newId, now }: Ports) {
  const openProposal = (proposalId: ProposalId) => {
    const proposal = store.proposals.byId(proposalId)
    if (!proposal) return 'notFound'
    return proposal.state === 'open' ? proposal : 'alreadyDecided'
  }

  return {
    /** @throws when the site's or the worker's key cannot be used: then nothing was awarded. */
    award: async ({
      proposalId,
      coachId,
      note,
    }: Decided & { readonly note: string }): Promise<Missed | { credentialId: CredentialId; verified: boolean }> => {
      const proposal = openProposal(proposalId)
      if (typeof proposal === 'string') return proposal
      const { personId, taskId, evidence } = proposal
      const practised = practisedSkill(store, proposal)
      const coach = store.people.byId(coachId)
      const site = store.settings.get('site')
      if (!practised || !coach || !site) return 'notFound'
      const { instruction, packageSha256, skill } = practised
      const [issuerKey, workerKey] = [usable(await keys.siteKey()), usable(await keys.workerKey(personId))]
      const timestamp = now()
      const credentialId = newId(credentialIdSchema)
      const language: CredentialLanguage = credentialLanguageFor(site.language)
      const content = credentialContent(
        {
          credentialId,
          awardedWallMs: timestamp.wallMs,
          language,
          issuer: { did: issuerKey.did, name: site.name },
          subjectDid: workerKey.did,
          siteId: site.siteId,
          task: { id: taskId, version: instruction.version },
          skill,
          evidence,
          guidanceModel: guidanceModel(),
          coach: { name: coach.name, role: 'coach' },
        },
        catalogue,
      )
      const { json, verification } = await issueCredential(content, issuerKey)
      const document = json
      return store.inTransaction(() => {
        if (typeof openProposal(proposalId) === 'string') return 'alreadyDecided'
        const textId = newId(noteIdSchema)
        store.append(
          [
            {
              type: 'proposalAwarded',
              proposalId,
              personId,
              coachId,
              packageSha256,
              note: note === '' ? null : store.texts.add({ textId, personId, words: note }),
            },
            {
              type: 'credentialIssued',
              credentialId,
              proposalId,
              personId,
              sha256: sha256Of(new TextEncoder().encode(document)),
            },
          ],
          timestamp,
        )
        store.credentials.add({ credentialId, proposalId, personId, document, issuedWallMs: timestamp.wallMs })
        return { credentialId, verified: verification.genuine }
      })
    },

    decline: ({ proposalId, coachId, reason }: Decided & { readonly reason: string }): Missed | null => {
      const proposal = openProposal(proposalId)
      if (typeof proposal === 'string') return proposal
      const { personId } = proposal
      store.inTransaction(() => {
        const words = store.texts.add({ textId: newId(noteIdSchema), personId, words: reason })
        store.append([{ type: 'proposalDeclined', proposalId, personId, coachId, reason: words }], now())
      })
      return null
    },
  }
}

function usable<Key>(outcome: Result<Key, KeyFailure>): Key {
  if (!outcome.ok) throw new Error(`${outcome.failure.sentence} ${outcome.failure.remedy}`)
  return outcome.value
}
