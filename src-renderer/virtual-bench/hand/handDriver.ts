// The interface of everything that moves the hands: the autopilot, a user's pointer, a test.
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import type { HandPose } from './handPose.ts'

/** Returns the pose of both hands after another `dtMs`. It may return the same objects every time. */
export type HandDriver = { readonly step: (dtMs: number) => Readonly<Record<Hand, HandPose>> }
