// The worker's passport as it is shown at the bench: each card's signature is checked anew whenever it is looked at.
import type { SkillCard } from '../../../src-domain/contract/bench.contract.ts'
import type { CredentialId, PersonId } from '../../../src-domain/ids.ts'
import type { SkillsCatalogue } from '../../../src-domain/passport/skillsCatalogue.schema.ts'
import { verifyCredential } from '../../credential/verifyCredential.ts'
import type { CredentialRow } from '../../store/credentials.ts'
import type { Store } from '../../store/store.ts'
import type { Clock } from '../clock.ts'
import { practisedSkill } from './practisedSkill.ts'
import { skillCard } from './skillCard.ts'

type Ports = {
  readonly store: Store
  readonly clock: Clock
  readonly catalogue: SkillsCatalogue
  readonly workerHere: () => PersonId | null
}

export function createPassport({ store, clock, catalogue, workerHere }: Ports) {
  async function card(credential: CredentialRow): Promise<SkillCard> {
    const proposal = store.proposals.byId(credential.proposalId)
    const { genuine } = await verifyCredential(credential.document, { nowMs: clock.wallMs() })
    return skillCard({
      credential,
      practised: proposal && practisedSkill(store, proposal),
      evidence: proposal?.evidence ?? null,
      coachName: (proposal?.coachId && store.people.byId(proposal.coachId)?.name) ?? '',
      catalogue,
      verified: genuine,
    })
  }

  const file = (credentialId: CredentialId) => {
    const row = store.credentials.byId(credentialId)
    return row && { row, file: { fileName: `skill-${credentialId}.json`, json: row.document } }
  }

  return {
    /** The skills of whoever is signed in at the bench; a guest has none. */
    skillsOfWorkerHere: async (): Promise<SkillCard[]> => {
      const personId = workerHere()
      if (personId === null) return []
      return Promise.all(store.credentials.of(personId).map(card))
    },
    /** The worker's own file; null for anybody else's. */
    fileOfWorkerHere: (credentialId: CredentialId) => {
      const found = file(credentialId)
      return found && found.row.personId === workerHere() ? found.file : null
    },
    file: (credentialId: CredentialId) => file(credentialId)?.file ?? null,
  }
}
