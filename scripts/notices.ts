// Generates THIRD-PARTY-NOTICES.md from the lock file: every shipped package with its licence and copyright.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')
const notices = join(root, 'THIRD-PARTY-NOTICES.md')

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
      peerDependencies: z.record(z.string(), z.string()).optional(),
      peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).optional(),
    }),
  ),
})
type Lock = z.infer<typeof lockSchema>['packages']

/** Packages whose files are copied into the build: no source file imports them by name. */
const takenAsFiles = ['@mediapipe/hands', '@webxr-input-profiles/assets']

/** The packages that the windows import, which are bundled into the pages. */
function importedByWindows(): string[] {
  const files = readdirSync(join(root, 'src-renderer'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|css)$/.test(file) && !file.includes('.test.'))
    .map((file) => readFileSync(join(root, 'src-renderer', file), 'utf8'))
  const names = files.flatMap((text) =>
    [...text.matchAll(/(?:from|import|@import)\s*\(?\s*['"]((?:@[\w.-]+\/)?[\w-][\w.-]*)/g)].map(
      ([, name]) => name ?? '',
    ),
  )
  return [...new Set(names)].filter((name) => !name.startsWith('src-'))
}

/** The path of a package that another one depends on: nested first, as in Node's resolution. */
function place(lock: Lock, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (lock[path]) return path
    if (folder === '') return null
  }
}

/** What a package needs at run time: its dependencies, and the peers that it cannot do without. */
function neededBy(entry: Lock[string] | undefined): string[] {
  const peers = Object.keys(entry?.peerDependencies ?? {})
  return [
    ...Object.keys(entry?.dependencies ?? {}),
    ...peers.filter((name) => entry?.peerDependenciesMeta?.[name]?.optional !== true),
  ]
}

function shipped(lock: Lock): string[] {
  const own = Object.keys(lock['']?.dependencies ?? {})
  const found = new Set<string>()
  const visit = (from: string, names: readonly string[]) => {
    for (const name of names) {
      const path = place(lock, from, name)
      if (path === null || found.has(path)) continue
      found.add(path)
      visit(path, neededBy(lock[path]))
    }
  }
  visit('', [...own, ...importedByWindows(), ...takenAsFiles])
  return [...found].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en') || a.localeCompare(b, 'en'))
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

function licenceText(path: string): string {
  const folder = join(root, path)
  if (!existsSync(folder)) throw new Error(`${path} is not installed: run npm ci first.`)
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name))
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}

/** The notices as Markdown; the same lock file gives the same text. */
export function makeNotices(): string {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).packages
  const packages = shipped(lock).map((path) => ({
    name: nameOf(path),
    version: lock[path]?.version ?? '',
    licence: lock[path]?.license ?? 'see its text',
    text: licenceText(path),
  }))
  const byText = Map.groupBy(
    packages.filter(({ text }) => text !== ''),
    ({ text }) => text,
  )
  return [
    '# Third-party notices',
    '',
    'Handwijzer is shipped with the packages below. Made from the lock file by `npm run notices`.',
    '',
    'Electron and Chromium carry their own notices in the folder of the installed app. The catalogue of skills holds terms',
    'of ESCO: this service uses the ESCO classification of the European Commission.',
    '',
    '| Package | Version | Licence |',
    '| --- | --- | --- |',
    ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
    ...[...byText].flatMap(([text, users]) => [
      `## ${users.map(({ name, version }) => `${name} ${version}`).join(', ')}`,
      '',
      ...text.split('\n').map((line) => `    ${line}`.trimEnd()),
      '',
    ]),
  ].join('\n')
}

if (import.meta.main) {
  writeFileSync(notices, makeNotices())
  console.log(`${notices} is up to date.`)
}
