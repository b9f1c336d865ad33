// The site of a demonstration: the real service on a simulated clock, with one worker, a coach and a task.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { z } from 'zod'
import type { Contract } from '../../src-domain/contract/contract.ts'
import type { FootageTask } from './footageTask.ts'

const root = join(import.meta.dirname, '..', '..')
const badge = '20260001'
const pin = '2580'

export type Client = ContractRouterClient<Contract>

export type DemoSite = {
  readonly url: string
  readonly client: Client
  readonly processId: number
  readonly signInWorker: () => Promise<void>
  readonly signInCoach: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the built service at a given time, sets it up, and adds the people needed. */
export async function openDemoSite(
  dataFolder: string,
  startWallMs: number,
  footage: FootageTask | null,
): Promise<DemoSite> {
  const child = spawn(
    process.execPath,
    [
      join(root, 'dist/service/main.js'),
      '--http',
      '--root',
      root,
      '--data',
      dataFolder,
      '--manual-clock',
      String(startWallMs),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString()))
    child.once('exit', () => reject(new Error('The service ended before it was ready.')))
  })
  const { url } = z.object({ url: z.string() }).parse(JSON.parse(line))
  const socket = new WebSocket(`${url.replace('http', 'ws')}rpc`)
  const client: Client = createORPCClient(new RPCLink({ websocket: socket }))

  await client.system.setUp({ mode: 'own', name: 'Demonstration', language: 'en', admin: { name: 'Els', pin } })
  const [els] = await client.staff.people()
  if (!els) throw new Error('The site has no administrator.')
  const signInCoach = async () => {
    await client.staff.signIn({ personId: els.personId, pin })
  }
  await signInCoach()
  await client.admin.addPerson({ name: 'Noor', picture: 'sunflower', badge, pin: '1111', worker: true, staffRoles: [] })
  if (footage) {
    const bytes = new File([footage.packageBytes.slice()], 'footage.handwijzer')
    await client.studio.importPackage({ bytes })
    await client.studio.putLayout({ layout: footage.layout, current: true })
    const { problems } = await client.studio.saveBinding(footage.binding)
    if (problems[0]) throw new Error(`The clip's task does not fit its bench: ${problems[0].reason}`)
  }
  return {
    url,
    client,
    processId: child.pid ?? 0,
    signInWorker: () => client.bench.signIn({ by: 'badge', badge }),
    signInCoach,
    stop: async () => {
      socket.close()
      child.kill('SIGTERM')
      await gone
    },
  }
}
