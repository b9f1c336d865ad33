// What perception reports to the session: interactions, each with its confidence and the sources of its evidence.
import { z } from 'zod'

/** The source of evidence: hand landmarks, a change in a target's region, or a device. */
export const evidenceSourceSchema = z.enum(['landmarks', 'region', 'lightCurtain', 'button', 'scale', 'torque', 'scan'])

export const interactionSchema = z.strictObject({
  kind: z
    .enum(['reach', 'pick', 'place', 'removal', 'press', 'rest', 'hesitation', 'forbidden'])
    .describe('reach: a hand closes in a bin, known before it leaves; pick: it left with a part'),
  target: z.string().max(32).nullable().describe('the id of a bin, zone or button; null for rest and hesitation'),
  hand: z.enum(['left', 'right']).nullable(),
  atMs: z.number().nonnegative().describe('when it happened, on the camera’s clock'),
  confidence: z.number().min(0).max(1),
  sources: z.array(evidenceSourceSchema).min(1).max(7),
})

export type EvidenceSource = z.infer<typeof evidenceSourceSchema>
export type Interaction = Readonly<z.infer<typeof interactionSchema>>

/** How well the camera sees the table. Every state but `seeing` names a cause that a person can remove. */
export const sightStateSchema = z.enum([
  'seeing',
  'starting',
  'off',
  'noCamera',
  'cameraBusy',
  'permissionRefused',
  'unplugged',
  'modelMissing',
  'tooDark',
  'tooBright',
  'blurred',
  'occluded',
  'moved',
  'frozen',
  'stuttering',
])
export type SightState = z.infer<typeof sightStateSchema>

export const handSchema = z.enum(['left', 'right'])
export type Hand = z.infer<typeof handSchema>
