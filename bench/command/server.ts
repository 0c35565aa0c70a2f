import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXAMPLE_BUREAU } from '@zhunsheng/bureau/bureau-file.ts'
import { addDemoPeople } from '@zhunsheng/bureau/demo-people.ts'
import { systemClock } from '@zhunsheng/bureau/platform/clock.ts'
import { openDatabase } from '@zhunsheng/bureau/platform/database.ts'
import { passingLogKey } from '@zhunsheng/bureau/platform/keys.ts'
import { assemble, MIGRATIONS } from '@zhunsheng/bureau/server.ts'

/** The bureau's server as it is, on a database of its own, without the demonstration's year. Says where it is and who is logged in. */
async function main(url: string): Promise<void> {
  const database = await openDatabase({ url })
  await database.migrate(MIGRATIONS)
  await addDemoPeople(database)
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhunsheng-bench-'))
  process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }))
  const { http, sessions } = await assemble({ database, clock: systemClock, keys: [passingLogKey()], dataFolder, bureau: EXAMPLE_BUREAU, accounts: [], logs: false })
  const address = await http.listen({ port: 0, host: '127.0.0.1' })
  process.stdout.write(`${JSON.stringify({ address, officer: await sessions.open('zhang'), leader: await sessions.open('zhao') })}\n`)
}

await main(process.argv[2] ?? '')
// A profile, if BENCH_SERVER_FLAGS asks for one, is written only at an orderly end.
process.once('SIGTERM', () => process.exit(0))
