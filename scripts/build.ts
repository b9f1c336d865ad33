// Builds all runnable parts: the hand model, the windows, the bench service, the Electron shell and its preload.
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { build as viteBuild } from 'vite'
import { buildHandModel } from './handModel/build.ts'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'dist', '.built')
const sources = [
  'src-domain',
  'src-main',
  'src-renderer',
  'hardware',
  'scripts/vite',
  'scripts/handModel',
  'scripts/build.ts',
  'vite.config.ts',
  'package-lock.json',
]

const builtin = [...builtinModules, ...builtinModules.map((name) => `node:${name}`), 'electron']

/** Bundles code for Node and Electron's main process. Packages are not bundled: some are native, none needs it. */
const forNode = (entry: string, folder: string, file: string, format: 'es' | 'cjs', target: string) =>
  viteBuild({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      target,
      outDir: join(root, 'dist', folder),
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: join(root, entry),
        external: (id) =>
          builtin.includes(id) || (!id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(id)),
        output: { format, entryFileNames: file },
      },
    },
  })

/** Runs the whole build. Throws when a part fails. */
export async function build(): Promise<void> {
  await buildHandModel()
  await viteBuild({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  await forNode('src-main/service/main.ts', 'service', 'main.js', 'es', 'node22')
  await forNode('src-main/store/heavy/heavy.worker.ts', 'service', 'heavy.js', 'es', 'node22')
  await forNode('src-main/shell/main.ts', 'shell', 'main.cjs', 'cjs', 'node18')
  await forNode('src-main/shell/preload/preload.ts', 'shell', 'preload.cjs', 'cjs', 'node18')
  writeFileSync(stamp, '')
}

const newestIn = (path: string): number =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))))
    : statSync(path).mtimeMs

/** Builds when any source has changed since the last build. */
export async function buildIfStale(): Promise<void> {
  const builtAtMs = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
  const changedAtMs = Math.max(
    ...sources
      .map((path) => join(root, path))
      .filter(existsSync)
      .map(newestIn),
  )
  if (builtAtMs >= changedAtMs) return
  console.log('Building Handwijzer …')
  await build()
  utimesSync(stamp, new Date(), new Date())
}

if (import.meta.main) await build()
