import { CAST } from '@zhunsheng/law/scenario/cast.ts'
import { silence } from '@zhunsheng/law/scenario/silence.ts'
import type { Locator, Page } from 'playwright-core'

/** A field as the server publishes it (GET /api/procedures). */
export interface Field {
  readonly label: string
  readonly shape: Shape
}
type Shape = { readonly type: string; readonly of?: Readonly<Record<string, Field>>; readonly options?: Readonly<Record<string, string>>; readonly format?: string }
export type Form = Readonly<Record<string, Field>>
export type Answers = Readonly<Record<string, unknown>>

/** Fills in a form as a person would (填写表单): by label and control, on whatever screen it stands. */
export async function fillForm(page: Page, form: Form, answers: Answers, at = 'data'): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    const field = form[name]
    if (field !== undefined && value !== undefined && value !== null) await fillField(page, field, value, `${at}_${name}`)
  }
}

async function fillField(page: Page, { label, shape }: Field, value: unknown, id: string): Promise<void> {
  const input = page.locator(`#${id}`)
  const written = String(value)
  switch (shape.type) {
    case 'group':
      if (shape.of?.['answers']?.shape.type === 'facts') return fillFactors(page, label, asAnswers(asAnswers(value)['answers']))
      return fillForm(page, shape.of ?? {}, asAnswers(value), id)
    case 'list':
      return fillRows(page, label, shape.of ?? {}, Array.isArray(value) ? value : [], id)
    case 'flag':
      return itemOf(page, id, label).getByText(value === true ? '是' : '否', { exact: true }).click()
    case 'choice': {
      const option = shape.options?.[written] ?? written
      const isFolded = (await page.locator(`#${id}[role="combobox"]`).count()) > 0
      return !isFolded ? itemOf(page, id, label).getByText(option, { exact: true }).first().click() : choose(page, id, option)
    }
    case 'choices':
      for (const one of Array.isArray(value) ? value : []) await itemOf(page, id, label).getByText(shape.options?.[String(one)] ?? String(one), { exact: true }).click()
      return
    case 'day':
    case 'clock':
      await input.fill(written)
      return input.press('Enter')
    case 'matter':
      await input.fill(written)
      return choose(page, id)
    case 'person':
      await input.fill(nameOf(written))
      return choose(page, id)
    default:
      if (shape.format !== 'hash') return input.fill(written)
      return DIGEST.test(written) ? uploadRecording(page) : uploadPicture(page)
  }
}

/** Answers a benchmark's factors by their names (裁量因素), one after the other as they are asked, until it gives a tier. */
async function fillFactors(page: Page, label: string, answers: Answers): Promise<void> {
  const group = page.getByRole('group', { name: label })
  for (const [name, value] of Object.entries(answers)) {
    if (typeof value === 'number') await group.getByRole('spinbutton', { name }).fill(String(value))
    else await group.getByRole('radiogroup', { name }).getByText(String(value), { exact: true }).click()
  }
  await group.locator('.benchmark-answer:not(.is-open):not(.is-wrong)').waitFor()
}

/** The part of the page that holds one question. */
const itemOf = (page: Page, id: string, label: string): Locator => page.locator('.ant-form-item').filter({ has: page.locator(`label[for="${id}"]`) }).or(page.getByRole('radiogroup', { name: label, exact: true })).first()

/** The smallest picture there is; what it shows does not matter. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Hands over a photograph, and waits until it is shown as evidence (上传照片). */
async function uploadPicture(page: Page): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles({ name: '现场照片.png', mimeType: 'image/png', buffer: Buffer.from(PICTURE, 'base64') })
  await page.locator('.evidence-file img').first().waitFor()
}

/** The usual answers name a recording by its digest. */
const DIGEST = /^[0-9a-f]{64}$/
/** Hands over a second of silence, and waits until it is shown (上传录音). */
async function uploadRecording(page: Page): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles({ name: '示例录音.wav', mimeType: 'audio/wav', buffer: Buffer.from(silence()) })
  await page.locator('.evidence-file').first().waitFor()
}

async function fillRows(page: Page, label: string, of: Form, rows: readonly unknown[], id: string): Promise<void> {
  for (const [index, row] of rows.entries()) {
    const [first] = Object.keys(of)
    if (first !== undefined && (await page.locator(`[id^="${id}_${index}_"]`).count()) === 0) await page.getByRole('button', { name: `添加${label}` }).click()
    await fillForm(page, of, asAnswers(row), `${id}_${index}`)
  }
}

/** A person's name as the lists show it, by the name of his account. */
export const nameOf = (who: string): string => CAST[who]?.name ?? who

/** Picks from an open list: the option of that name, or the first that the typed words left. */
export async function choose(page: Page, id: string, option?: string): Promise<void> {
  await page.locator(`#${id}`).click()
  const list = page.locator('.ant-select-dropdown').filter({ has: page.locator(`#${id}_list`) }).locator('.ant-select-item-option')
  await (option === undefined ? list.first() : list.filter({ hasText: option }).first()).click()
}

const asAnswers = (value: unknown): Answers => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {})
