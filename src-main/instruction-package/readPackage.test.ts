// How the package reader treats valid packages and malicious ones.
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../src-domain/result.ts'
import { type CraftedEntry, craftZip } from '../../test/support/instruction/craftZip.ts'
import { readSource, seal } from '../../test/support/instruction/samples.ts'
import { mediaPath } from './mediaTypes.ts'
import { readPackage } from './readPackage.ts'
import { type SealedPackage, sealPackage } from './sealPackage.ts'

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

let sealed: SealedPackage
let honest: readonly CraftedEntry[]

beforeAll(async () => {
  sealed = await seal('must-fail/valid')
  const { instruction, media } = sealed
  honest = [
    { name: 'instruction.json', content: JSON.stringify(instruction) },
    ...[...media].map(([sha256, { bytes, type }]) => ({ name: mediaPath(sha256, type), content: bytes })),
  ]
})

async function problemsOf(bytes: Uint8Array): Promise<readonly Problem[]> {
  const outcome = await readPackage(bytes)
  return outcome.ok ? [] : outcome.failure
}

/** The valid package with one picture in place of its drawing. */
function withPicture(bytes: Uint8Array, type: 'image/png' | 'image/jpeg' | 'image/webp' | 'video/webm'): Uint8Array {
  const { square } = sealed.instruction.media
  const media = { square: { ...square, sha256: hash(bytes), type, bytes: bytes.length } }
  return craftZip([
    { name: 'instruction.json', content: JSON.stringify({ ...sealed.instruction, media }) },
    { name: mediaPath(hash(bytes), type), content: bytes },
  ])
}

describe('a sealed package', () => {
  it('is read back as it was written', async () => {
    const outcome = await readPackage(sealed.packageBytes)
    expect(outcome.ok).toBe(true)
    if (!outcome.ok) return
    expect(outcome.value.instruction).toEqual(sealed.instruction)
    expect(outcome.value.sha256).toBe(hash(sealed.packageBytes))
    const [entry] = Object.values(outcome.value.instruction.media)
    const media = outcome.value.media.get(entry?.sha256 ?? '')
    expect(media?.type).toBe('image/svg+xml')
    expect(hash(media?.bytes ?? new Uint8Array())).toBe(entry?.sha256)
  })

  it('has the same bytes every time the same source is sealed', async () => {
    const again = await sealPackage(await readSource('must-fail/valid'))
    expect(again.ok && Buffer.from(again.value.packageBytes).equals(sealed.packageBytes)).toBe(true)
  })

  it('is also read when another program recompressed it', async () => {
    const smaller = craftZip(honest.map((entry) => ({ ...entry, deflate: true })))
    expect(await problemsOf(smaller)).toEqual([])
  })
})

describe('a malicious package', () => {
  const zeros = new Uint8Array(40_000_000)
  const extra = (entry: CraftedEntry) => [...honest, entry]
  const sha = '0'.repeat(64)

  it.each<[string, () => Uint8Array, RegExp]>([
    ['nothing at all', () => new Uint8Array(), /damaged or no package/],
    ['a web page', () => encode('<html><script>alert(1)</script></html>'), /damaged or no package/],
    ['a package cut in half', () => sealed.packageBytes.slice(0, sealed.packageBytes.length / 2), /damaged/],
    [
      'a bomb',
      () => craftZip(extra({ name: `media/${sha}.png`, content: zeros, deflate: true })),
      /100 times its packed/,
    ],
    [
      'a bomb that lies about its size',
      () => craftZip(extra({ name: `media/${sha}.png`, content: zeros, deflate: true, claimedBytes: 100 })),
      /damaged/,
    ],
    [
      'a stored file that lies about its size',
      () => craftZip(extra({ name: `media/${sha}.png`, content: 'ab', claimedBytes: 1 })),
      /damaged/,
    ],
    [
      'a packed file that is shorter than it says',
      () => craftZip(extra({ name: `media/${sha}.png`, content: 'ab', deflate: true, claimedBytes: 3 })),
      /not as long as the directory says/,
    ],
    [
      'a file beyond the limit',
      () => craftZip(extra({ name: `media/${sha}.png`, claimedBytes: 50_000_001, method: 8 })),
      /more than the limit/,
    ],
    [
      'files that are too much together',
      () =>
        craftZip(
          Array.from({ length: 5 }, (_, i) => ({
            name: `media/${i}${sha.slice(1)}.png`,
            claimedBytes: 49_000_000,
            method: 8,
          })),
        ),
      /when unpacked are more than the limit/,
    ],
    [
      'five hundred and one files',
      () => craftZip(Array.from({ length: 501 }, (_, i) => ({ name: `${i}` }))),
      /501 files/,
    ],
    ['more files than it holds', () => craftZip(honest, 400), /damaged/],
    [
      'a hundred thousand files',
      () => craftZip(Array.from({ length: 100_000 }, (_, i) => ({ name: `${i}` }))),
      /files|no place/,
    ],
    ['a name that climbs out', () => craftZip(extra({ name: '../../evil.svg' })), /lead out of the package/],
    [
      'a name that climbs out inside',
      () => craftZip(extra({ name: 'media/../../evil.svg' })),
      /lead out of the package/,
    ],
    ['a name at the root', () => craftZip(extra({ name: '/etc/passwd' })), /root of a disk/],
    ['a name on a drive', () => craftZip(extra({ name: 'C:evil.svg' })), /root of a disk/],
    ['a name with a backslash', () => craftZip(extra({ name: 'media\\evil.svg' })), /backslash/],
    ['a name that holds a zero', () => craftZip(extra({ name: `media/${sha}.svg\0.png` })), /no place/],
    ['a name that is not ASCII', () => craftZip(extra({ name: 'instruction\u202e.json' })), /no place/],
    ['a folder', () => craftZip(extra({ name: 'media/' })), /no folders/],
    ['a program', () => craftZip(extra({ name: 'media/run.exe' })), /no place/],
    [
      'a link',
      () => craftZip(extra({ name: `media/${sha}.svg`, content: '/etc/passwd', unixMode: 0o120777 })),
      /a link or a device/,
    ],
    ['a device', () => craftZip(extra({ name: `media/${sha}.svg`, unixMode: 0o060666 })), /a link or a device/],
    ['one name twice', () => craftZip([...honest, ...honest]), /two entries have this name/],
    ['one name in two spellings', () => craftZip(extra({ name: 'Instruction.json' })), /two entries have this name/],
    [
      'entries that share their bytes',
      () =>
        craftZip(
          [
            { name: 'instruction.json', content: '{}'.repeat(500) },
            ...Array.from({ length: 20 }, (_, i) => ({
              name: `media/${String(i).padStart(64, '0')}.png`,
              content: 'x'.repeat(900),
              pointsAtFirst: true,
            })),
          ].slice(0, 21),
        ),
      /names another file|lie over each other/,
    ],
    [
      'an encrypted entry',
      () => craftZip(extra({ name: `media/${sha}.png`, content: 'x'.repeat(20), flags: 1, claimedBytes: 8 })),
      /encrypted/,
    ],
    [
      'a way of packing we do not know',
      () => craftZip(extra({ name: `media/${sha}.png`, method: 12 })),
      /packed by method 12/,
    ],
    [
      'an entry that names itself otherwise within',
      () => craftZip(extra({ name: `media/${sha}.png`, localName: '../evil.png' })),
      /names another file/,
    ],
    [
      'a file whose checksum is wrong',
      () => craftZip(extra({ name: `media/${sha}.png`, content: 'x', claimedCrc: 1 })),
      /checksum/,
    ],
    ['no instruction', () => craftZip(honest.slice(1)), /no such file/],
    ['no picture', () => craftZip(honest.slice(0, 1)), /the package has no media\//],
    [
      'a file that nothing names',
      () => craftZip(extra({ name: `media/${sha}.png`, content: 'x' })),
      /nothing in media names this file/,
    ],
  ])('is refused when it is or holds %s', async (_, craft, reason) => {
    const problems = await problemsOf(craft())
    expect(problems.map((problem) => problem.reason).join('\n')).toMatch(reason)
    expect(problems.every((problem) => problem.path !== '' && problem.remedy !== '')).toBe(true)
    expect(problems.length).toBeLessThanOrEqual(50)
  })

  it('is refused when a drawing was changed after sealing', async () => {
    const changed = honest.map((entry) => (entry.name === 'instruction.json' ? entry : { ...entry, content: '<svg/>' }))
    expect(await problemsOf(craftZip(changed))).toMatchObject([
      { path: 'media.square.sha256', reason: 'the file was changed after sealing' },
    ])
  })

  it('is refused when a picture is not of the declared type', async () => {
    for (const type of ['image/png', 'image/jpeg', 'image/webp', 'video/webm'] as const) {
      const [problem] = await problemsOf(withPicture(encode('<script>alert(1)</script>'), type))
      expect(problem).toMatchObject(
        type === 'video/webm' ? { path: 'picture' } : { path: 'media.square', reason: `this file is not ${type}` },
      )
    }
  })

  it('is refused when decoding a picture would exhaust the memory', async () => {
    const flood = Buffer.alloc(33)
    flood.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
    flood.writeUInt32BE(60_000, 16)
    flood.writeUInt32BE(60_000, 20)
    expect(await problemsOf(withPicture(flood, 'image/png'))).toMatchObject([
      { path: 'media.square', reason: 'a picture of 60000 × 60000 pixels is beyond 1 to 4096 on a side' },
    ])
  })

  it('is reported without characters of a name that could mislead a reader', async () => {
    const problems = await problemsOf(craftZip([...honest, { name: '\u001b[2Jgone\u202e' }]))
    expect(problems.every(({ path }) => /^[\x20-\x7e·…]+$/.test(path))).toBe(true)
  })
})
