import { place } from '@zhunsheng/law/article.ts'
import type { Proof } from '@zhunsheng/trucks/fix.ts'
import { WATCH_TITLES } from '@zhunsheng/trucks/watch/name.ts'
import type { Block, Fact, Paper } from '../../../platform/paper/model.ts'
import { writtenMoment } from '../../../platform/paper/moment.ts'
import { KINDS } from '../../trucks/wire.ts'
import type { AlarmProof } from '../alarm-ground.ts'
import { measured } from '../alarm-view.ts'

const SECONDS = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' })
const COVER = { open: '打开', closed: '关闭' } as const
const LIFT = { up: '举升', down: '落下' } as const
const LOAD = { empty: '空载', part: '半载', full: '满载' } as const
const MISSING = '无信号'
const DAY_LETTERS = 10

/** 车载终端预警证据材料: what the evidence file says, for people. */
export function evidencePaper({ alarm: { alarm, plate, enterprise_name, raised_at }, ground, terminal }: AlarmProof, { name, demo, dataDigest }: { readonly name: string; readonly demo: boolean; readonly dataDigest: string }): Paper {
  const isMeasured = alarm.unit !== 'none'
  const days = [...new Set(alarm.evidence.map(({ atMs }) => secondOf(atMs).slice(0, DAY_LETTERS)))]
  const isOneDay = days.length < 2
  const rows: readonly Fact[] = [
    { label: '预警', value: WATCH_TITLES[alarm.watch] },
    { label: '预警编号', value: alarm.id },
    { label: '车辆', value: `${plate}　${enterprise_name}` },
    { label: '车载终端', value: terminal ?? '预警产生时没有登记终端' },
    { label: '时间', value: `${secondOf(alarm.sinceMs)}${alarm.untilMs === undefined ? ' 起' : ` 至 ${secondOf(alarm.untilMs)}`}` },
    ...(isMeasured ? [{ label: '最大值', value: measured(alarm.worst, alarm.unit) }, { label: '阈值', value: measured(alarm.limit, alarm.unit) }] : []),
    { label: '阈值来源', value: `${alarm.source}${alarm.verified ? '' : '（未经核实）'}` },
    { label: '依据', value: alarm.basis.length === 0 ? '没有找到处罚这种行为的条文' : alarm.basis.map((one) => `《${one.instrument}》${place(one)}${one.verified ? '' : '（条文未经核实）'}${one.competent === undefined ? '' : `，由${one.competent}处罚`}`).join('；') },
  ]
  return {
    agency: name,
    title: '车载终端预警证据材料',
    family: 'form',
    ...(demo ? { mark: '演示数据' } : {}),
    blocks: [
      { kind: 'facts', columns: 1, rows },
      { kind: 'heading', level: 2, text: `一、作为依据的定位（${isOneDay && days[0] !== undefined ? `${days[0]}，` : ''}${alarm.evidence.length} 个）` },
      alarm.evidence.length === 0 ? { kind: 'paragraph', text: '这种预警不以定位为依据。' } : { kind: 'list', head: ['时间', '东经', '北纬', '公里/小时', '载重（千克）', '车厢状态', '篷盖状态'], rows: alarm.evidence.map((proof) => rowOf(proof, isOneDay)) },
      { kind: 'heading', level: 2, text: `二、所涉登记（${writtenMoment(raised_at)} 的版本）` },
      ground.length === 0 ? { kind: 'paragraph', text: '预警产生时没有相关登记。' } : { kind: 'list', head: ['登记', '版本', '登记时间'], rows: ground.map(({ kind, title, version, at }) => [`${KINDS[kind]}：${title}`, `第 ${version} 版`, writtenMoment(at)]) },
      { kind: 'heading', level: 2, text: '三、数据文件' },
      ...digestOf(dataDigest),
    ],
    foot: '坐标系 WGS-84。本材料由车载终端的记录形成，未经审核真实、清晰、完整、准确的，不得作为行政处罚的证据（《行政处罚法》第四十一条第二款）。',
  }
}
const secondOf = (ms: number): string => SECONDS.format(ms)
/** The day stands above the list where it is one for all. */
const rowOf = ({ atMs, lon, lat, speedKmh, load, weightKg, lift, cover }: Proof, isOneDay: boolean): readonly string[] => [
  isOneDay ? secondOf(atMs).slice(DAY_LETTERS + 1) : secondOf(atMs), lon.toFixed(6), lat.toFixed(6), String(Math.round(speedKmh)),
  [load === undefined ? undefined : LOAD[load], weightKg === undefined ? undefined : String(Math.round(weightKg))].filter((one) => one !== undefined).join(' ') || MISSING,
  lift === undefined ? MISSING : LIFT[lift],
  cover === undefined ? MISSING : COVER[cover],
]
const HALF = 32
const digestOf = (digest: string): readonly Block[] => [{ kind: 'paragraph', text: '与本材料同时入库的数据文件（JSON，规范形式）载有上述全部内容和登记各版本的摘要。同一预警和登记任何时候生成的数据文件相同，可据以核对。' }, { kind: 'paragraph', label: 'SHA-256', text: `${digest.slice(0, HALF)}\n${digest.slice(HALF)}` }]
