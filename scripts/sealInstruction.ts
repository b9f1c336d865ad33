// Seals an author's folder into a package: node scripts/sealInstruction.ts instructions/samples/pen [--out pen.handwijzer]
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readSourceFolder } from '../src-main/instruction-package/readSourceFolder.ts'
import { sealPackage } from '../src-main/instruction-package/sealPackage.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } })
const [folder] = positionals
if (folder === undefined || positionals.length > 1) {
  console.error('Say which folder to seal: node scripts/sealInstruction.ts FOLDER [--out FILE]')
  process.exit(2)
}

const source = await readSourceFolder(folder)
const sealed = source.ok ? await sealPackage(source.value) : source
if (sealed.ok) {
  const { instruction, media, sha256, packageBytes } = sealed.value
  const file = values.out ?? resolve(folder, '..', `${instruction.id}.handwijzer`)
  await writeFile(file, packageBytes)
  console.log(
    `${file}: version ${instruction.version}, ${media.size} files, ${packageBytes.length} bytes, SHA-256 ${sha256}`,
  )
} else {
  for (const { path, reason, remedy } of sealed.failure) console.error(`${path}: ${reason}. ${remedy}`)
  process.exitCode = 1
}
