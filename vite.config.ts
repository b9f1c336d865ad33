import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { perceptionAssets } from './scripts/vite/perceptionAssets.ts'

/** Builds the windows. Everything is served from one origin; nothing is loaded from elsewhere. */
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
