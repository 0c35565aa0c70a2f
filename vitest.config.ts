import { defineConfig } from 'vitest/config'

/** A zone of +12:45 and +13:45: whoever reads the machine's own zone by mistake is found out. */
const STRANGE_ZONE = 'Pacific/Chatham'
// Threads share the zone of the process, and only the main thread can set it.
process.env['TZ'] = STRANGE_ZONE

const NEEDS_STATUTES = '**/*.shared.test.ts'
const NEEDS_SERVERS = '**/*.scale.test.ts'
const NEVER = ['**/node_modules/**', '**/dist/**', '**/.rules-*/**', NEEDS_STATUTES, NEEDS_SERVERS]
const zone = { setupFiles: [`${import.meta.dirname}/tools/strange-zone.ts`] }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        // No state outlives a call in a pure room, so its files share one thread: a tenth of the time.
        test: { ...zone, name: 'pure', testTimeout: 60_000, include: ['{law,record,discretion,jt808,trucks}/src/**/*.test.ts'], exclude: NEVER, pool: 'threads', isolate: false },
      },
      {
        // Each file opens a database of its own, which takes a second or two on a slow machine.
        test: { ...zone, name: 'bureau', include: ['bureau/**/*.test.ts'], exclude: NEVER, pool: 'forks', testTimeout: 20_000, hookTimeout: 60_000 },
      },
      { test: { ...zone, name: 'web', include: ['web/src/**/*.test.{ts,tsx}'], exclude: NEVER } },
      { test: { ...zone, name: 'programs', include: ['{cli,demo,bench}/**/*.test.ts'], exclude: NEVER, testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { ...zone, name: 'tools', include: ['tools/**/*.test.ts'], exclude: NEVER, testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        // Journeys start servers and a browser: one at a time, after everything else.
        test: {
          ...zone,
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          exclude: NEVER,
          globalSetup: [`${import.meta.dirname}/tools/built-web.ts`],
          pool: 'forks',
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Several processes on a broker and a database that are killed: `npm run test:scale` starts both.
        test: { ...zone, name: 'scale', include: [NEEDS_SERVERS], exclude: ['**/node_modules/**', '**/.rules-*/**'], pool: 'forks', maxWorkers: 1, testTimeout: 60_000, hookTimeout: 90_000 },
      },
      {
        // What can only be checked beside the texts of the statutes and the vectors of the standards.
        test: { ...zone, name: 'shared', include: [NEEDS_STATUTES], exclude: ['**/node_modules/**', '**/.rules-*/**'], testTimeout: 60_000 },
      },
    ],
  },
})
