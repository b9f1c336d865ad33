// Runs commands in two parallel lanes, and shows the output of those that fail.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export type Job = {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}
type Outcome = { readonly job: Job; readonly ok: boolean; readonly seconds: number; readonly output: string }

function runQuietly(job: Job): Promise<Outcome> {
  const startedMs = performance.now()
  return new Promise((resolve) => {
    const child = spawn(job.command, job.args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0', ...job.env } })
    let output = ''
    const collect = (data: Buffer) => {
      output += data.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const end = (ok: boolean) => {
      const outcome = { job, ok, seconds: (performance.now() - startedMs) / 1000, output }
      console.log(`${ok ? '✓' : '✗'} ${job.name} (${outcome.seconds.toFixed(1)} s)`)
      if (!ok) console.log(output.trimEnd())
      resolve(outcome)
    }
    child.on('error', (error) => {
      output += error.message
      end(false)
    })
    child.on('exit', (code) => end(code === 0))
  })
}

/** Runs the lanes in parallel, each lane's jobs in sequence. True when all succeeded. */
export async function runLanes(lanes: readonly (readonly Job[])[]): Promise<boolean> {
  const outcomes = await Promise.all(
    lanes.map(async (lane) => {
      const done: Outcome[] = []
      for (const job of lane) done.push(await runQuietly(job))
      return done
    }),
  )
  return outcomes.flat().every(({ ok }) => ok)
}

/** Runs one command with its output shown as it comes. True when it succeeded. */
export const runLoudly = ({ name, command, args, env }: Job): Promise<boolean> =>
  new Promise((resolve) => {
    const startedMs = performance.now()
    console.log(`\n— ${name}`)
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', (error) => {
      console.log(error.message)
      resolve(false)
    })
    child.on('exit', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - startedMs) / 1000).toFixed(0)} s)`)
      resolve(code === 0)
    })
  })
