import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { openBrowser } from '../journeys/browser.ts'
import { startServer } from '../journeys/server.ts'
import { drawn } from './draw.ts'
import { mustAgree, type Benchmark, type Contestant, type Match, type Portion } from './match.ts'

type Browser = Awaited<ReturnType<typeof openBrowser>>
type Page = Awaited<ReturnType<Browser['newPage']>>

const TRUCKS = 5000
const LOOKS = 6
const CORNERS = [[106.35, 29.4], [106.6, 29.58]] as const
/** Thirty kilometres an hour in degrees a second. */
const SPEED = 7.5e-5
const COLOURS = ['#8b95a3', '#5b7a9d', '#2a7a4b', '#a86500', '#1f4b8e', '#c3271d']
const HERE = import.meta.dirname
const PACKAGES = join(HERE, '../node_modules')

/** The live map with 5,000 trucks on their way, while a hand pulls it: nothing of a picture can be kept for the next. */
export const MAP: Benchmark = {
  name: 'map',
  says: `the live map with ${TRUCKS} moving trucks, pulled by a hand all the while, in the browser of the journeys`,
  open: async () => [await match()],
}

type Truck = readonly [longitude: number, latitude: number, heading: number, look: number]
const FLEET = Array.from({ length: TRUCKS }, (_, n): Truck => {
  const share = (salt: number): number => drawn(n, salt) / 2 ** 32
  return [CORNERS[0][0] + share(1) * (CORNERS[1][0] - CORNERS[0][0]), CORNERS[0][1] + share(2) * (CORNERS[1][1] - CORNERS[0][1]), Math.floor(share(3) * 360), Math.floor(share(4) * LOOKS)]
})

/** What the pages of the peers are given, and how they work out where a truck is. */
const SCRIPT = `const TRUCKS = ${JSON.stringify(FLEET)}, CORNERS = ${JSON.stringify(CORNERS)}, COLOURS = ${JSON.stringify(COLOURS)}
const spotsNow = () => { const way = performance.now() / 1000 * ${SPEED}; return TRUCKS.map(([x, y, heading]) => [x + Math.sin(heading * Math.PI / 180) * way, y + Math.cos(heading * Math.PI / 180) * way]) }`
/** Counts the pictures in which anything was painted on a canvas, whoever painted it. */
const COUNTING = `{ let isPainted = false; window.pictures = 0
for (const [of, names] of [[WebGL2RenderingContext, ['drawArrays', 'drawElements']], [CanvasRenderingContext2D, ['clearRect']]]) for (const name of names) { const before = of.prototype[name]; of.prototype[name] = function (...given) { isPainted = true; return before.apply(this, given) } }
const picture = () => { if (isPainted) window.pictures += 1; isPainted = false; requestAnimationFrame(picture) }; requestAnimationFrame(picture) }`

async function match(): Promise<Match> {
  const [server, browser, peers] = await Promise.all([startServer(4), openBrowser(), served()])
  const measured = (name: string, open: (page: Page) => Promise<void>, map: string): Contestant => ({ name, work: (ms) => pulled(browser, open, map, ms) })
  return {
    name: `live map, ${TRUCKS} trucks`,
    unit: 'pictures',
    target: 30,
    product: measured('MapLibre, trucks in a layer of our own', (page) => ourPage(page, server.address), '.map-paper'),
    peers: [measured('MapLibre, trucks as GeoJSON', (page) => peerPage(page, `${peers.address}/symbols.html`), '#map'), measured('Leaflet, one canvas', (page) => peerPage(page, `${peers.address}/leaflet.html`), '#map')],
    notes: ['no graphics card: WebGL is worked out on the processor (SwiftShader), which the browser and everything else share; Leaflet needs none', 'the peers draw no ground, no plates and no page around the map; those of Leaflet have no heading'],
    close: async () => {
      await browser.close()
      peers.server.close()
      await server.stop()
    },
  }
}

/** Opens a page, pulls its map to and fro for so long, and counts its pictures. */
async function pulled(browser: Browser, open: (page: Page) => Promise<void>, map: string, ms: number): Promise<Portion> {
  const room = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', serviceWorkers: 'block' })
  const page = await room.newPage()
  await page.addInitScript(COUNTING)
  await open(page)
  const box = await page.locator(map).boundingBox()
  if (box === null) throw new Error('there is no map')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const picturesNow = async (): Promise<number> => Number(await page.evaluate('window.pictures'))
  await page.mouse.move(x, y)
  await page.mouse.down()
  const [before, began] = [await picturesNow(), performance.now()]
  for (let step = 0; performance.now() - began < ms; step += 1) await page.mouse.move(x + 60 * Math.sin(step / 15), y + 60 * Math.cos(step / 15))
  const portion = { count: (await picturesNow()) - before, ms: performance.now() - began }
  await room.close()
  return portion
}

async function ourPage(page: Page, address: string): Promise<void> {
  const began = performance.now()
  await page.route('**/api/trucks/live', (route) => route.fulfill({ json: liveAfter((performance.now() - began) / 1000) }))
  await page.goto(`${address}/login`)
  await page.getByLabel('用户名').fill('wang')
  await page.getByLabel('口令').fill('zhunsheng2021')
  await page.getByRole('button', { name: /登\s*录/ }).click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  await page.goto(`${address}/trucks/live`)
  await page.getByText(`实时监控：${TRUCKS} 辆车`).waitFor()
  await page.locator('.map-buttons').waitFor()
  // A second answer, so that all of them are on their way.
  await page.waitForResponse('**/api/trucks/live')
  mustAgree(Number(await page.evaluate('window.pictures')) > 0, 'the map is painted')
}
const PHASES = ['empty', 'empty', 'tipping', 'loading', 'hauling', 'hauling'] as const
function liveAfter(seconds: number) {
  const now = new Date().toISOString()
  return {
    now,
    trucks: FLEET.map(([lon, lat, heading, look], index) => ({
      truck: `truck ${index}`, plate: `渝A${10_000 + index}`, enterprise: '示例车队', speed: 30, heading, at: now, phase: PHASES[look] ?? 'empty', alarms: look === LOOKS - 1 ? ['speeding'] : [],
      lon: lon + Math.sin((heading * Math.PI) / 180) * SPEED * seconds, lat: lat + Math.cos((heading * Math.PI) / 180) * SPEED * seconds,
    })),
  }
}

async function peerPage(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForFunction(`document.title === 'ready' && window.pictures > 0`)
}

/** The pages of the peers, and their packages. */
async function served(): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer(({ url = '' }, answer) => {
    const type = url.endsWith('.css') ? 'text/css' : url.endsWith('.html') ? 'text/html' : 'text/javascript'
    answer.setHeader('content-type', `${type}; charset=utf-8`)
    try {
      answer.end(url === '/fleet.js' ? SCRIPT : readFileSync(url.endsWith('.html') ? join(HERE, 'map', url) : join(PACKAGES, url)))
    } catch {
      answer.writeHead(404).end()
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return { server, address: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}` }
}
