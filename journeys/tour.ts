import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openBrowser } from './browser.ts'
import { Tour } from './guide.ts'
import { startServer } from './server.ts'
import { STORIES } from './stories.ts'

const DEMO_CASES = 60

const { values } = parseArgs({ options: { out: { type: 'string', default: 'tour' } } })
mkdirSync(values.out, { recursive: true })
const say = (line: string) => process.stdout.write(`${line}\n`)
const [server, browser] = await Promise.all([startServer(DEMO_CASES), openBrowser()])
try {
  const tour = new Tour(browser, server.address, values.out, say)
  await tour.run()
  for (const { title, tell } of Object.values(STORIES)) {
    say(`—— ${title}`)
    for (const caseId of await tell(tour)) await tour.lookAt(title, caseId)
  }
  say(`图片在 ${values.out} 目录中`)
} finally {
  await browser.close()
  await server.stop()
}
