import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fetchHandModel } from './handModel.ts'

const bytes = Buffer.from('a model, for the sake of the test')
const url = `data:application/octet-stream;base64,${bytes.toString('base64')}`
const sha256 = createHash('sha256').update(bytes).digest('hex')

describe('the hand model', () => {
  it('is delivered when its bytes have the expected digest', async () => {
    const model = await fetchHandModel({ url, sha256: sha256.toUpperCase() })
    expect(model.ok && Buffer.from(model.value).equals(bytes)).toBe(true)
  })

  it('is refused as damaged when a single bit differs', async () => {
    const other = Buffer.from(bytes)
    other.writeUInt8(other.readUInt8(3) ^ 1, 3)
    const damaged = `data:application/octet-stream;base64,${other.toString('base64')}`
    const model = await fetchHandModel({ url: damaged, sha256 })
    expect(model).toMatchObject({ ok: false, failure: { reason: 'modelDamaged' } })
  })

  it('is reported missing when there is nothing at its address', async () => {
    const model = await fetchHandModel({ url: 'http://127.0.0.1:9/hand_landmarker.task', sha256 })
    expect(model).toMatchObject({ ok: false, failure: { reason: 'modelMissing' } })
  })
})
