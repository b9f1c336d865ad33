// Fetches the hand model and verifies its digest before MediaPipe reads it.
import { fail, type Result, succeed } from '../../src-domain/result.ts'

/** SHA-256 of `hand_landmarker.task` as scripts/handModel builds it from @mediapipe/hands 0.4.1675469240. */
export const handModelSha256 = '5cf182f1b92accdb3ecee395436f2ebeda730112bdde82551e2d923d3817e78d'

/** A hand model's address and the digest that its bytes must have. */
export type HandModelSource = { readonly url: string; readonly sha256: string }

export type HandModelFailure = { readonly reason: 'modelMissing' | 'modelDamaged'; readonly sentence: string }

/** The model's bytes; fails when it is missing or its SHA-256 differs. */
export async function fetchHandModel(source: HandModelSource): Promise<Result<Uint8Array, HandModelFailure>> {
  const missing = fail({
    reason: 'modelMissing' as const,
    sentence: 'The file for seeing hands is not there. Install Handwijzer again.',
  })
  const response = await fetch(source.url).catch(() => null)
  if (!response?.ok) return missing
  const bytes = await response.arrayBuffer().catch(() => null)
  if (bytes === null) return missing
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (hex !== source.sha256.toLowerCase()) {
    return fail({
      reason: 'modelDamaged',
      sentence: 'The file for seeing hands is damaged or another version. Install Handwijzer again.',
    })
  }
  return succeed(new Uint8Array(bytes))
}
