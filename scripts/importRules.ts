// Who may import whom: the rules of .dependency-cruiser.cjs, and no cycle between folders beside each other at any depth.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type FileImport, folderCycles } from './folderCycles.ts'

const roots = ['src-domain', 'src-main', 'src-renderer', 'hardware', 'scripts', 'measure', 'test']

const cruised = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

const isOurs = (path: string): boolean => roots.some((root) => path.startsWith(`${root}/`))
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** Prints what breaks a rule. Tests may reach anywhere, so what they import makes no cycle. */
async function check(): Promise<boolean> {
  const depcruise = join('node_modules', '.bin', 'depcruise')
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...roots]
  const { stdout } = await promisify(execFile)(process.execPath, [depcruise, ...args], { maxBuffer: 256 * 2 ** 20 })
  const { modules, summary } = cruised.parse(JSON.parse(stdout))
  const imports = modules.flatMap(({ source, dependencies }): FileImport[] =>
    isOurs(source) && !isTest(source)
      ? dependencies.filter(({ resolved }) => isOurs(resolved)).map(({ resolved }) => ({ from: source, to: resolved }))
      : [],
  )
  const cycles = folderCycles(imports)
  for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`)
  for (const { parent, folders, imports: closing } of cycles) {
    console.error(`Folders that need each other in ${parent || 'the project'}: ${folders.join(', ')}`)
    for (const { from, to } of closing) console.error(`  ${from} → ${to}`)
  }
  return summary.violations.length === 0 && cycles.length === 0
}

process.exitCode = (await check()) ? 0 : 1
