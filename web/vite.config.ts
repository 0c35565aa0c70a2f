import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVER = 'http://localhost:8021'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy: { '/api': SERVER } },
  // The chart library is one chunk of half a megabyte, loaded only by the page of figures.
  // Small files stay files: the content security policy allows no data: fonts.
  build: { assetsInlineLimit: 0, outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1200 },
})
