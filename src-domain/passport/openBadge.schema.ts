// The form of a credential as this product writes and reads it: Open Badges 3.0 on the Verifiable Credentials model 2.0.
import { z } from 'zod'

/** The vocabularies of every credential, in this order. Others are refused: a word must mean what the signer meant. */
export const openBadgeContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
] as const

const text = z.string().min(1)
const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'a URI')
const moment = z.iso.datetime({ offset: true })
const typed = <Type extends string>(type: Type) => z.tuple([z.literal(type)])

const profileSchema = z.looseObject({ id: uri, type: typed('Profile'), name: text.optional() })

const alignmentSchema = z.looseObject({
  type: typed('Alignment'),
  targetName: text,
  targetUrl: uri,
  targetType: text.optional(),
  targetFramework: text.optional(),
  targetCode: text.optional(),
  targetDescription: text.optional(),
})

const rubricLevelSchema = z.looseObject({
  id: uri,
  type: typed('RubricCriterionLevel'),
  name: text,
  description: text.optional(),
  level: text.optional(),
})

const resultDescriptionSchema = z.looseObject({
  id: uri,
  type: typed('ResultDescription'),
  name: text,
  resultType: text,
  allowedValue: z.array(text).optional().describe('from low to high'),
  valueMin: text.optional(),
  rubricCriterionLevel: z.array(rubricLevelSchema).optional(),
})

const resultSchema = z.looseObject({
  type: typed('Result'),
  resultDescription: uri.optional(),
  value: text.optional(),
  achievedLevel: uri.optional(),
})

const achievementSchema = z.looseObject({
  id: uri,
  type: typed('Achievement'),
  achievementType: text.optional(),
  name: text,
  description: text,
  inLanguage: text.optional(),
  version: text.optional(),
  criteria: z.looseObject({ narrative: text.optional() }),
  alignment: z.array(alignmentSchema).optional(),
  resultDescription: z.array(resultDescriptionSchema).optional(),
})

const subjectSchema = z.looseObject({
  id: uri,
  type: typed('AchievementSubject'),
  activityStartDate: moment.optional(),
  activityEndDate: moment.optional(),
  source: profileSchema.optional().describe('the bench that measured'),
  achievement: achievementSchema,
  result: z.array(resultSchema).optional(),
})

const evidenceSchema = z.looseObject({
  type: typed('Evidence'),
  name: text.optional(),
  narrative: text.optional(),
  genre: text.optional().describe('the evidence grade'),
})

/** A credential without its signature. Words that are not named here may be there; the signature covers them as well. */
export const openBadgeSchema = z.looseObject({
  '@context': z.tuple([
    z.literal(openBadgeContexts[0]),
    z.literal(openBadgeContexts[1]),
    z.literal(openBadgeContexts[2]),
  ]),
  id: uri,
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('OpenBadgeCredential')]),
  name: text.optional(),
  issuer: profileSchema,
  validFrom: moment,
  validUntil: moment.optional(),
  awardedDate: moment.optional(),
  credentialSubject: subjectSchema,
  evidence: z.array(evidenceSchema).optional(),
})
export type OpenBadge = z.infer<typeof openBadgeSchema>

/** The one proof of a credential. Nothing may stand in it that the signature suite would read past. */
export const proofSchema = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  created: moment,
  verificationMethod: uri,
  proofPurpose: z.literal('assertionMethod'),
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/, 'an Ed25519 signature in base58'),
})
