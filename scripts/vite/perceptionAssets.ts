// Vite plugin: serves what perception loads at run time, MediaPipe's WebAssembly and the hand model.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { buildHandModel } from '../handModel/build.ts'

const folder = 'mediapipe'
const model = 'hand_landmarker.task'
/** The ES module build for browsers with SIMD, which all supported browsers have. */
const programs = ['vision_wasm_module_internal.js', 'vision_wasm_module_internal.wasm']

const types: Readonly<Record<string, string>> = { js: 'text/javascript', wasm: 'application/wasm' }
const typeOf = (path: string) => types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'

/** The files by their path below the windows' base, each with its path on disk. */
async function perceptionFiles(): Promise<ReadonlyMap<string, string>> {
  const wasm = join(dirname(createRequire(import.meta.url).resolve('@mediapipe/tasks-vision')), 'wasm')
  const { path } = await buildHandModel()
  return new Map([
    ...programs.map((name) => [`${folder}/wasm/${name}`, join(wasm, name)] as const),
    [`${folder}/${model}`, path],
  ])
}

/** Serves `mediapipe/wasm/*` and `mediapipe/hand_landmarker.task` in development and adds them to a build. */
export function perceptionAssets(): Plugin {
  return {
    name: 'perception-assets',
    async configureServer(server) {
      const files = await perceptionFiles()
      const { base } = server.config
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname
        const file = path.startsWith(base) ? files.get(path.slice(base.length)) : undefined
        if (file === undefined) {
          next()
          return
        }
        readFile(file).then((content) => {
          response.setHeader('Content-Type', typeOf(path))
          response.end(content)
        }, next)
      })
    },
    async buildStart() {
      if (this.environment.mode !== 'build') return
      for (const [fileName, file] of await perceptionFiles()) {
        this.emitFile({ type: 'asset', fileName, source: await readFile(file) })
      }
    },
  }
}
