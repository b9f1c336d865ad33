// Whoever moves the hands: the autopilot, a person's pointer, a test.
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import type { HandPose } from './handPose.ts'

/** Says where both hands are after another `dtMs`. It may hand out the same objects every time. */
export type HandDriver = { readonly step: (dtMs: number) => Readonly<Record<Hand, HandPose>> }
