import { day, type Day } from '@zhunsheng/law/day.ts'
import type { Door } from './door.ts'

/** Work orders of the neighbours (外部工单): when the file came, what stood in it, and which of it was answered when. */
interface OrderFile {
  readonly on: Day
  readonly source: 'hotline' | 'city'
  readonly rows: readonly Readonly<Record<string, string>>[]
  /** How many of its first rows were answered, when, and what was found on the spot. */
  readonly answered?: { readonly on: Day; readonly count: number; readonly found: string }
}

const hotline = (number: string, received: string, place: string, content: string) => ({ 工单编号: number, 来电时间: received, 诉求人: '张某某', 电话: '19900000000', 归口分类: '城市管理', 事发地: place, 内容: content, 办理时限: '5个工作日' })
const city = (number: string, received: string, place: string, content: string) => ({ 任务号: number, 上报时间: received, 大类: '市容环境', 位置描述: place, 问题描述: content, 处置时限: '3' })

const FILES: readonly OrderFile[] = [
  { on: day('2021-06-07'), source: 'hotline', rows: [hotline('GD210607001', '2021-06-06 20:10', '石桥铺街道示例路 8 号', '夜间烧烤摊占道。'), hotline('GD210607002', '2021-06-06 21:30', '谢家湾街道示例路 15 号', '楼下商铺噪声大。')], answered: { on: day('2021-06-10'), count: 2, found: '已当场劝导改正，没有立案必要。' } },
  { on: day('2021-10-12'), source: 'city', rows: [city('RW21101201', '2021-10-12', '华岩镇示例路', '道路遗撒渣土约二十米。'), city('RW21101202', '2021-10-12', '九龙镇示例路', '人行道堆放建筑垃圾。')], answered: { on: day('2021-10-14'), count: 1, found: '到场时路面已由责任单位清扫干净，没有立案必要。' } },
  { on: day('2021-12-29'), source: 'hotline', rows: [hotline('GD211229001', '2021-12-28 09:05', '杨家坪街道示例路 3 号', '门店外摆放货架，行人不便。'), hotline('GD211229002', '2021-12-28 15:40', '中梁山街道示例路 60 号', '小区门口流动摊贩聚集。'), hotline('GD211229003', '2021-12-29 08:20', '西彭镇示例路 1 号', '渣土车带泥上路。')] },
]

/** The files of the year as the window clerk takes them in, and answers what was done. */
export const orderEvents = (door: Door, minute: number): readonly { readonly on: Day; readonly at: number; readonly happen: () => Promise<void> }[] =>
  FILES.flatMap(({ on, source, rows, answered }, index) => [
    { on, at: minute, happen: async () => void (await door.post('sun', '/api/intake/import', { source, text: JSON.stringify(rows) }, `orders-${index}`)) },
    ...(answered === undefined ? [] : [{ on: answered.on, at: minute, happen: () => answer(door, rows.slice(0, answered.count), `${index}`, answered.found) }]),
  ])

async function answer(door: Door, rows: OrderFile['rows'], file: string, found: string): Promise<void> {
  for (const row of rows) {
    const number = row['工单编号'] ?? row['任务号'] ?? ''
    const [lead] = await rowsOf(door, 'wang', `/api/leads?search=${String((await rowsOf(door, 'sun', `/api/intake/orders?search=${number}`))[0]?.['leadNumber'])}`)
    await door.post('wang', `/api/leads/${String(lead?.['id'])}/dismissal`, { reason: found }, `found-${file}-${number}`)
    const [order] = await rowsOf(door, 'sun', `/api/intake/orders?search=${number}`)
    await door.post('sun', `/api/intake/orders/${String(order?.['id'])}/entries`, { kind: 'answered', text: order?.['draft'] }, `answer-${file}-${number}`)
  }
}

const isRecord = (one: unknown): one is Readonly<Record<string, unknown>> => typeof one === 'object' && one !== null
async function rowsOf(door: Door, who: string, path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rows } = await door.get(who, path)
  return Array.isArray(rows) ? rows.filter(isRecord) : []
}
