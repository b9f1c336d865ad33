import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { perceptionAssets } from './scripts/vite/perceptionAssets.ts'

/** The windows. Everything is served from one origin; nothing is fetched from anywhere else. */
export default defineConfig({
  root: 'src-renderer',
  base: '/',
  plugins: [react(), perceptionAssets()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome114',
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 0,
  },
})
