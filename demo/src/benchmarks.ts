import { day, formatDay, type Day } from '@zhunsheng/law/day.ts'
import { MATTERS } from '@zhunsheng/law/matters/matters.ts'
import type { Door } from './door.ts'

const ON = day('2021-01-04')
const ISSUE = { title: '行政处罚裁量权基准（示例）', documentNumber: '示例〔2021〕1号', issuer: '演示单位', level: 'district', from: formatDay(day('2021-01-01')), example: true, source: '按法定幅度和重庆百分比公式划分，供学习使用' }

/** Examples that are none of a penalty. */
const OTHERS = ['licence.banner', 'inspection.muck-site', 'coercion.tools']

/** An example benchmark for each matter whose clause names an amount, published by the reviewer at the beginning of the year. */
export const benchmarkEvents = (door: Door, minute: number): readonly { readonly on: Day; readonly at: number; readonly happen: () => Promise<void> }[] => [{ on: ON, at: minute, happen: () => publishAll(door) }]

async function publishAll(door: Door): Promise<void> {
  const { without } = await door.get('zhou', '/api/public/benchmarks')
  const isWithout = (id: string) => Array.isArray(without) && without.some((one: { readonly matter: string }) => one.matter === id)
  for (const id of [...MATTERS.map((matter) => matter.id).filter((one) => !isWithout(one)), ...OTHERS]) {
    const { content } = await door.get('zhou', `/api/public/benchmarks/${id}/template`)
    await door.post('zhou', '/api/benchmarks', { issue: ISSUE, content }, `benchmark-${id}`)
  }
}
