import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { attempt, formsOf, json } from './api.ts'
import { choose, fillForm, nameOf } from './fill-form.ts'
import { tourCase, type TourCase, type TourStep } from './tour-case.ts'

const PASSWORD = 'zhunsheng2021'
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

/** A machine that does other work besides may take its time. */
const PATIENCE_MS = 60_000

const isWeighed = (value: unknown): boolean => typeof value === 'object' && value !== null && 'answers' in value

/** Drives one case through the real screens, with a picture of every page at both widths (演示走查). */
export class Tour {
  readonly #browser: Browser
  readonly #address: string
  readonly #folder: string | undefined
  readonly #rooms = new Map<string, BrowserContext>()
  readonly #pictured = new Set<string>()
  #pictures = 0
  /** Who acted last, and in which case: his page shows it as it is now. */
  #latest = ''
  readonly say: (line: string) => void

  constructor(browser: Browser, address: string, folder: string | undefined, say: (line: string) => void) {
    this.#browser = browser
    this.#address = address
    this.#folder = folder
    this.say = say
  }

  /** The browser of a person, logged in through the log-in page. */
  async roomOf(who: string): Promise<BrowserContext> {
    const known = this.#rooms.get(who)
    if (known !== undefined) return known
    // Work without a line has a test of its own: here each room would keep the whole web for itself, at the cost of all others.
    const room = await this.#browser.newContext({ baseURL: this.#address, viewport: SIZES.desktop, locale: 'zh-CN', serviceWorkers: 'block' })
    room.setDefaultTimeout(PATIENCE_MS)
    const page = await room.newPage()
    await page.goto('/login')
    await page.getByLabel('用户名').fill(who)
    await page.getByLabel('口令').fill(PASSWORD)
    await page.getByRole('button', { name: /登\s*录/ }).click()
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    this.#rooms.set(who, room)
    return room
  }

  /** A picture of a page at both widths; nothing without a folder. */
  async picture(page: Page, name: string): Promise<void> {
    if (this.#folder === undefined) return
    this.#pictures += 1
    await page.waitForFunction(`document.querySelector('.ant-skeleton, .ant-spin-spinning') === null`)
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport)
      await page.waitForTimeout(250)
      await page.screenshot({ path: join(this.#folder, `${String(this.#pictures).padStart(2, '0')}-${name}-${size}.png`), fullPage: true })
    }
    await page.setViewportSize(SIZES.desktop)
  }

  /** The form of an act is pictured the first time that it is filled in. */
  async #pictureOnce(page: Page, name: string): Promise<void> {
    if (this.#pictured.has(name)) return
    this.#pictured.add(name)
    await this.picture(page, name)
  }

  /** Today in the bureau. */
  async today(): Promise<string> {
    return String((await json((await this.roomOf('zhang')).request, '/api/session'))['today'])
  }

  /** The ordinary case, and a look around at what it has reached. Answers the case. */
  async run(): Promise<string> {
    const caseId = await this.tell({ procedure: 'penalty.ordinary', steps: tourCase(await this.today()) })
    await this.#lookAround(caseId)
    return caseId
  }

  /** Tells one case from its first act to its last, or goes on with a case that was told so far. Answers the case. */
  async tell(told: TourCase, before = ''): Promise<string> {
    const officer = await this.roomOf('zhang')
    const today = await this.today()
    const forms = await formsOf(officer.request, told.procedure)
    let caseId = before
    for (const step of told.steps) {
      const spec = forms.get(step.act)
      if (spec === undefined) throw new Error(`no act ${step.act}`)
      if (caseId !== '') await this.#tryWrongly(told, step, caseId, step.on ?? today)
      const room = await this.roomOf(step.who)
      const page = room.pages()[0] ?? (await room.newPage())
      caseId = await this.#take(page, step, { ...spec, procedure: told.procedure }, caseId)
      this.say(`${step.who} 已记录「${spec.name}」，此前 ${step.refused.length} 次错误的尝试均被依法拒绝`)
    }
    return caseId
  }

  /** Everything that would be wrong now is refused over the interface, with the article. */
  async #tryWrongly({ steps: all }: TourCase, step: TourStep, caseId: string, on: string): Promise<void> {
    for (const { act, who, with: others = [], article, change = {} } of step.refused) {
      const usual = all.find((one) => one.act === act)?.data ?? {}
      // How the benchmark applies is worked out on the screen only.
      const data = Object.fromEntries(Object.entries({ ...usual, ...change }).filter(([, value]) => value !== undefined && !isWeighed(value)))
      const { status, said } = await attempt((await this.roomOf(who)).request, { caseId, kind: act, on, with: others, data })
      if (!said.includes('/problems/refused') || !said.includes(article)) throw new Error(`before ${step.act}, ${act} by ${who} should have been refused under ${article}: ${status} ${said}`)
    }
  }

  async #take(page: Page, { act, on, who, data, with: others }: TourStep, { name, form, procedure }: { readonly name: string; readonly form: Parameters<typeof fillForm>[1]; readonly procedure: string }, caseId: string): Promise<string> {
    if (caseId === '') await page.goto(`/cases/new?procedure=${procedure}&act=${act}`)
    else {
      if (this.#latest !== `${who} ${caseId}`) await page.goto(`/cases/${caseId}`)
      await page.getByRole('button', { name, exact: true }).first().click().catch(async (failure: unknown) => {
        throw new Error(`${act} is not offered to ${who} at ${page.url()}: ${await page.locator('body').innerText()}`, { cause: failure })
      })
    }
    await page.locator('.act-form').waitFor()
    if (on !== undefined) await this.#day(page, on)
    for (const other of others) await this.#partner(page, other)
    await fillForm(page, form, data)
    // The form may still have been coming up when the day was typed: whoever sends it looks at the day once more.
    if (on !== undefined && (await page.locator('#on').inputValue()) !== on) await this.#day(page, on)
    await this.#pictureOnce(page, `${procedure}-${act}`)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST' && /\/api\/cases(\/[^/]+\/acts)?$/.test(response.url()))
    await page.locator('.act-foot').getByRole('button', { name }).click()
    const answer = await answered
    if (answer.status() !== 201) throw new Error(`${act}: ${answer.status()} ${await answer.text()}`)
    const { id }: { readonly id: string } = await answer.json()
    await page.locator('.act-form').waitFor({ state: 'detached' })
    this.#latest = `${who} ${id}`
    return id
  }

  async #day(page: Page, on: string): Promise<void> {
    await page.locator('#on').fill(on)
    await page.locator('#on').press('Enter')
  }

  /** Names the second officer, unless the form has remembered him. */
  async #partner(page: Page, other: string): Promise<void> {
    if ((await page.locator('.ant-form-item').filter({ has: page.locator('#with') }).locator('.ant-select-selection-item').count()) > 0) return
    await page.locator('#with').click()
    await choose(page, 'with', nameOf(other))
    await page.keyboard.press('Escape')
  }

  /** The pages that the case has reached: the dossier, the papers, the public, the figure. */
  async #lookAround(caseId: string): Promise<void> {
    if (this.#folder !== undefined) await this.#lookInside(caseId)
    await this.#lookFromOutside()
  }

  async #lookInside(caseId: string): Promise<void> {
    const page = await (await this.roomOf('zhao')).newPage()
    for (const [name, path] of [['workbench', '/'], ['cases', '/cases'], ['leads', '/leads'], ['case', `/cases/${caseId}`], ['matters', '/matters'], ['figures', '/figures']] as const) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await this.picture(page, name)
    }
    await page.goto('/figures')
    await page.getByRole('link', { name: /对应案件/ }).first().click()
    await page.waitForLoadState('networkidle')
    await this.picture(page, 'figure-cases')
    await page.goto(`/cases/${caseId}`)
    for (const tab of ['办理记录', '进程图', '文书', '证据', '账目', '存证']) {
      await page.getByRole('tab', { name: new RegExp(tab) }).click()
      await page.waitForLoadState('networkidle')
      await this.picture(page, `case-${tab}`)
    }
    await page.close()
  }

  /** Pictures of a case at its end: where it stands, what was done, its papers, its money where it has any. */
  async lookAt(name: string, caseId: string): Promise<void> {
    const page = await (await this.roomOf('zhou')).newPage()
    for (const tab of ['now', 'record', 'papers', 'money']) {
      await page.goto(`/cases/${caseId}?tab=${tab}`)
      await page.waitForLoadState('networkidle')
      await this.picture(page, `${name}-${tab}`)
    }
    await page.close()
  }

  /** What a citizen sees of it. */
  async #lookFromOutside(): Promise<void> {
    const citizen = await (await this.#browser.newContext({ baseURL: this.#address, viewport: SIZES.desktop, serviceWorkers: 'block' })).newPage()
    await citizen.goto('/public')
    await citizen.getByText('何').first().waitFor()
    await this.picture(citizen, 'public')
    await citizen.getByRole('link', { name: /出店经营/ }).first().click()
    await citizen.getByText('决定书文号').waitFor()
    const shown = await citizen.locator('body').innerText()
    if (shown.includes('何苗') || shown.includes('19900000000')) throw new Error('the public page shows who the party is')
    await this.picture(citizen, 'public-decision')
    await citizen.close()
  }
}
