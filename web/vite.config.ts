import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const SERVER = 'http://localhost:8021'
const DIST = join(import.meta.dirname, 'dist')

/** Compresses once at build time, so that the server sends ready bytes even over a district's slow line. */
function compressed(): Plugin {
  const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(m?js|css|html|svg|geojson)$/.test(name)) continue
        const bytes = readFileSync(join(DIST, name))
        writeFileSync(join(DIST, `${name}.br`), brotliCompressSync(bytes, BROTLI))
        writeFileSync(join(DIST, `${name}.gz`), gzipSync(bytes))
      }
    },
  }
}

/** The officer's phone installs the page and opens it without signal: all of it is kept, and only what the server says is asked for. */
const installable = VitePWA({
  registerType: 'prompt',
  injectRegister: false,
  includeAssets: ['icon.svg'],
  manifest: {
    name: '准绳 · 城市管理执法',
    short_name: '准绳',
    description: '现场执法、取证、当场处罚，没有网络也能依法办理',
    lang: 'zh-CN',
    start_url: '/street',
    scope: '/',
    display: 'standalone',
    theme_color: '#17396b',
    background_color: '#f4f6f9',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
    // The map is a megabyte that an officer in the street may never look at, and shows nothing without a line.
    globIgnores: ['verify.html', 'assets/engine-*'],
    maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/api/, /^\/verify\.html/, /^\/openapi/, /^\/problems\//, /^\/log\//],
    // Old pages of an older version would ask an interface that is gone.
    cleanupOutdatedCaches: true,
  },
})

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), installable, compressed()],
  server: { proxy: { '/api': SERVER } },
  // Small files stay files: the content security policy of a bureau may allow no data: fonts.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
})
