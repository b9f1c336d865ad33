// The worker's passport as it is shown at the bench: each card's signature is checked anew whenever it is looked at.
import type { SkillCard } from '../../../src-domain/contract/bench.contract.ts'
import type { CredentialId, PersonId } from '../../../src-domain/ids.ts'
import { mediaRef } from '../../../src-domain/instruction/mediaRef.ts'
import { gradeEvidence } from '../../../src-domain/passport/evidenceGrade.ts'
import type { SkillsCatalogue } from '../../../src-domain/passport/skillsCatalogue.schema.ts'
import { verifyCredential } from '../../credential/verifyCredential.ts'
import type { CredentialRow } from '../../store/credentials.ts'
import type { Store } from '../../store/store.ts'
import type { Clock } from '../clock.ts'
import { catalogueNames } from './catalogueNames.ts'

type Ports = {
  readonly store: Store
  readonly clock: Clock
  readonly catalogue: SkillsCatalogue
  readonly workerHere: () => PersonId | null
}

export function createPassport({ store, clock, catalogue, workerHere }: Ports) {
  async function card({ credentialId, proposalId, document, issuedWallMs }: CredentialRow): Promise<SkillCard[]> {
    const proposal = store.proposals.byId(proposalId)
    const instruction = proposal && store.instructions.newest(proposal.taskId)?.instruction
    const skill = instruction?.skills.find(({ id }) => id === proposal?.skillId)
    if (!proposal || !instruction || !skill) return []
    const { genuine } = await verifyCredential(document, { nowMs: clock.wallMs() })
    return [
      {
        credentialId,
        name: skill.name,
        description: skill.description,
        picture: mediaRef(instruction, skill.picture),
        awardedWallMs: issuedWallMs,
        coachName: (proposal.coachId !== null && store.people.byId(proposal.coachId)?.name) || '',
        strength: gradeEvidence(proposal.evidence, true),
        unaidedCleanCycles: proposal.evidence.unaidedCleanCycles,
        days: proposal.evidence.days,
        retentionDays: proposal.evidence.retentionDays,
        verified: genuine,
        catalogue: catalogueNames(catalogue, skill.catalogue),
      },
    ]
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
      return (await Promise.all(store.credentials.of(personId).map(card))).flat()
    },
    /** The worker's own file; null for anybody else's. */
    fileOfWorkerHere: (credentialId: CredentialId) => {
      const found = file(credentialId)
      return found && found.row.personId === workerHere() ? found.file : null
    },
    file: (credentialId: CredentialId) => file(credentialId)?.file ?? null,
  }
}
