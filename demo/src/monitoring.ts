import { day, formatDay } from '@zhunsheng/law/day.ts'
import { USUAL_DEVICE } from '@zhunsheng/law/monitoring/register-story.ts'
import type { Door } from './door.ts'
import type { Happening } from './happening.ts'
import { picture } from './picture.ts'

type Data = Readonly<Record<string, unknown>>
interface DeviceIdea {
  readonly identifier: string
  readonly data: Readonly<Record<string, Data>>
  /** What was not done for it. */
  readonly without?: readonly string[]
  readonly certificate?: { readonly on: string; readonly until: string; readonly number: string }
}
/** What was done with a record, by whom and when. */
interface Deed {
  readonly on: string
  readonly who: string
  readonly kind: string
  readonly data: Data
}
interface RecordIdea {
  readonly device: string
  readonly on: string
  readonly minute: number
  readonly content: string
  readonly more?: Data
  readonly scene?: { readonly covered: boolean; readonly dim?: boolean }
  readonly deeds?: readonly Deed[]
  /** What the party said at the public window, and when. */
  readonly said?: readonly { readonly on: string; readonly statement: string }[]
}

const REGISTERED = '2021-07-19'
const SOURCE = 'demo-cameras'
const BASIS = { instrument: '固体废物污染环境防治法', level: 'law', article: '（示例，由本机关核实）' }
const DEVICES: readonly DeviceIdea[] = [
  { identifier: 'DEMO-CAM-01', data: { register: { name: '示例路口渣土车抓拍摄像机' }, place: { place: '石桥铺街道示例路与示例二路路口', reason: '渣土车必经路口，近一年投诉较多。', position: '29.53010, 106.48120' } } },
  { identifier: 'DEMO-NOISE-01', data: { register: { kind: 'sensor', name: '示例工地噪声监测仪', measures: true, model: 'SL-N' }, place: { place: '华岩镇示例工地北侧围挡', reason: '距最近的居民楼 40 米。', position: '29.48200, 106.44110' } }, certificate: { on: '2020-12-01', until: '2021-11-30', number: '示例检字第 2020-118 号' } },
  { identifier: 'DEMO-TRUCK-07', data: { register: { kind: 'terminal', name: '渣土车 07 号车载终端', model: 'SL-T' }, place: { place: '随车，监控区域为本区行政区域', reason: '安装在统一标识的渣土运输车上。', plate: '渝A00007' }, sign: { sign: '车厢两侧有统一标识。' } }, certificate: { on: '2021-01-20', until: '2022-01-19', number: '示例校字第 2021-007 号' } },
  { identifier: 'DEMO-CAM-02', data: { register: { name: '示例街占道经营摄像机' }, place: { place: '杨家坪街道示例街 12 号对面', reason: '占道经营多发。' } }, without: ['sign', 'publish', 'start'] },
]

const PASSED = { genuine: true, clear: true, complete: true, accurate: true, outcome: 'admitted' }
const review = (on: string, data: Data = {}, who = 'zhang'): Deed => ({ on, who, kind: 'review', data: { ...PASSED, ...data } })
const told = (on: string, whom: string): Deed => ({ on, who: 'li', kind: 'tell', data: { how: 'sms', whom, contact: '19900000000', content: '已告知违法事实、事件编号和查询、陈述申辩的途径。' } })
const OPEN_LOAD = { content: '渣土车未密闭运输', scene: { covered: false } }

const RECORDS: readonly RecordIdea[] = [
  { ...OPEN_LOAD, device: 'DEMO-CAM-01', on: '2021-08-11', minute: 610, more: { plate: '渝A00001', plateColour: 'yellow', matter: 'muck.open' }, deeds: [review('2021-08-12'), told('2021-08-13', '示例运输公司'), { on: '2021-08-18', who: 'zhang', kind: 'consider', data: { answer: 4, result: 'dismissed', reason: '照片显示货厢顶部没有覆盖，所述篷布在照片中没有出现。' } }], said: [{ on: '2021-08-16', statement: '当时已加盖篷布，可能是角度问题，请复核。' }] },
  { content: '渣土车未密闭运输', device: 'DEMO-CAM-01', on: '2021-09-07', minute: 1100, scene: { covered: true, dim: true }, more: { plate: '渝A0000' }, deeds: [review('2021-09-08', { clear: false, outcome: 'rejected', reason: 'clear', note: '雨夜画面模糊，号牌和货厢无法辨认。' })] },
  { content: '施工噪声超过限值', device: 'DEMO-NOISE-01', on: '2021-09-22', minute: 1080, scene: { covered: true }, more: { party: '示例建设有限公司', measured: { value: '72.4', unit: 'dB(A)' } }, deeds: [review('2021-09-23'), told('2021-09-24', '示例建设有限公司')] },
  { content: '未按规定路线行驶', device: 'DEMO-TRUCK-07', on: '2021-10-20', minute: 560, scene: { covered: true }, more: { plate: '渝A00007', matter: 'muck.route', place: '示例大道', position: { latitude: 29.51, longitude: 106.49 } }, deeds: [review('2021-10-21', { complete: false, outcome: 'leadOnly', note: '轨迹中断约 20 分钟，不足以反映全过程。' })] },
  { content: '施工噪声超过限值', device: 'DEMO-NOISE-01', on: '2021-12-03', minute: 1070, scene: { covered: true }, more: { party: '示例建设有限公司', measured: { value: '74.1', unit: 'dB(A)' } }, deeds: [review('2021-12-06', { outcome: 'leadOnly', note: '检定证书 11 月 30 日已经到期，不得作为证据，另行现场检测。' })] },
  { ...OPEN_LOAD, device: 'DEMO-CAM-01', on: '2021-12-20', minute: 620, more: { plate: '渝A00002', plateColour: 'yellow', matter: 'muck.open' } },
  { content: '占道堆放建筑垃圾', device: 'DEMO-CAM-99', on: '2021-12-27', minute: 630, scene: { covered: false } },
  { ...OPEN_LOAD, device: 'DEMO-CAM-01', on: '2021-12-28', minute: 600, more: { plate: '渝A00003', plateColour: 'yellow', matter: 'muck.open' }, deeds: [review('2021-12-28'), told('2021-12-29', '示例渣土运输有限公司')], said: [{ on: '2021-12-30', statement: '这辆车 12 月已经转让，驾驶人不是本公司人员，附转让合同编号，请核实。' }] },
  { content: '疑似抛洒', device: 'DEMO-CAM-01', on: '2021-12-29', minute: 640, more: { plate: '渝A00004' } },
  { ...OPEN_LOAD, device: 'DEMO-CAM-01', on: '2021-12-30', minute: 650, more: { plate: '渝A00005', plateColour: 'yellow', matter: 'muck.open' } },
]

/** Devices, their records and what became of them (非现场执法), each through the door by which it really comes. */
export function monitoringEvents(door: Door, minute: number): readonly Happening[] {
  let key = ''
  const setUp: Happening = {
    on: day(REGISTERED), at: minute,
    happen: async () => {
      key = String((await door.post('ma', '/api/monitoring/sources', { id: SOURCE, name: '示例视频监控平台' }, 'source'))['key'])
      for (const idea of DEVICES) await register(door, idea)
    },
  }
  return [setUp, ...RECORDS.flatMap((record, index) => lifeOf(door, () => key, record, index))]
}

async function register(door: Door, { identifier, data, without = [], certificate }: DeviceIdea): Promise<void> {
  const [first, ...rest] = USUAL_DEVICE
  const made = await door.post('wang', '/api/monitoring/devices', { identifier, data: { ...first?.data, ...data['register'] } }, `device-${identifier}`)
  const { row } = made
  const id = typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : ''
  let version = 1
  const enter = async (who: string, kind: string, on: string, said: Data): Promise<void> => {
    await door.post(who, `/api/monitoring/devices/${id}/entries`, { kind, on, data: said, version }, `entry-${identifier}-${version}`)
    version += 1
  }
  const last = rest.find(({ kind }) => kind === 'start')
  for (const { kind, who, data: said } of rest.filter((one) => one !== last && !without.includes(one.kind))) await enter(who, kind, REGISTERED, { ...said, ...(kind === 'permit' ? BASIS : {}), ...data[kind] })
  if (certificate !== undefined) await enter('wang', 'certify', certificate.on, { what: 'verification', number: certificate.number, issuer: '示例市计量检定机构', until: certificate.until })
  if (last !== undefined && !without.includes('start')) await enter(last.who, 'start', REGISTERED, last.data)
}

const clockOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** One record: sent with its picture, then reviewed, told, answered and considered, each on its day. */
function lifeOf(door: Door, keyOf: () => string, { device, on, minute, content, more = {}, scene, deeds = [], said = [] }: RecordIdea, index: number): readonly Happening[] {
  const state = { id: '', number: '' }
  const plate = typeof more['plate'] === 'string' ? more['plate'] : ''
  const raise = async (): Promise<void> => {
    const file = scene === undefined ? undefined : await door.report(keyOf(), '/api/monitoring/files', picture({ stamp: `${on} ${clockOf(minute)}:0${index % 10}`, truck: [120 + ((index * 41) % 120), 80 + ((index * 67) % 120), 70], ...scene }))
    const at = `${on}T${clockOf(minute)}:0${index % 10}+08:00`
    const receipt = await door.report(keyOf(), '/api/monitoring/events', { external: `DEMO-${on.replaceAll('-', '')}-${index}`, device, at, content, records: file === undefined ? [] : [file['sha256']], ...more })
    state.id = String(receipt['id'])
    state.number = String(receipt['number'])
  }
  const handle = async ({ on: done, who, kind, data }: Deed): Promise<void> => {
    const { version } = await door.get(who, `/api/monitoring/events/${state.id}`)
    await door.post(who, `/api/monitoring/events/${state.id}/entries`, { kind, on: done, data, version }, `${state.id}-${kind}`)
  }
  return [
    { on: day(on), at: minute + 1, happen: raise },
    ...deeds.map((deed): Happening => ({ on: day(deed.on), at: 960, happen: () => handle(deed) })),
    ...said.map(({ on: spoken, statement }): Happening => ({ on: day(spoken), at: 700, happen: async () => void (await door.post('sun', '/api/public/monitoring/answers', { number: state.number, secret: plate, name: '示例当事人', phone: '19900000000', statement }, `answer-${state.id}-${formatDay(day(spoken))}`)) })),
  ]
}
