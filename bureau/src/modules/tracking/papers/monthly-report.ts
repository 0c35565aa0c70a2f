import { WATCH_TITLES, type WatchName } from '@zhunsheng/trucks/watch/name.ts'
import type { Block, Fact, Paper } from '../../../platform/paper/model.ts'
import { writtenMoment } from '../../../platform/paper/moment.ts'
import { ALARM_STATES, type AlarmState, type Compliance, type Rate } from '../wire.ts'

export interface MonthReport {
  readonly month: string
  readonly from: string
  readonly until: string
  readonly today: string
  readonly printedAt: string
  /** As a whole, and by day. */
  readonly days: Compliance
  readonly enterprises: readonly Rate[]
  readonly sites: readonly Rate[]
  /** The month before, as a whole. */
  readonly before: Rate
  readonly alarms: readonly { readonly watch: WatchName; readonly state: AlarmState; readonly count: number }[]
}
const NONE = '——'

/** 渣土运输全流程监管达标率月报: each number is the length of a list that opens under the condition beside it. */
export function monthlyReport(report: MonthReport, bureau: { readonly name: string; readonly demo: boolean }): Paper {
  const { month, from, until, today, printedAt, days: { whole, parts, target }, enterprises, sites } = report
  return {
    agency: bureau.name,
    title: '渣土运输全流程监管达标率月报',
    number: `${chineseMonth(month)}${today <= until ? `（截至 ${today}，本月尚未结束）` : ''}`,
    family: 'form',
    ...(bureau.demo ? { mark: '演示数据' } : {}),
    blocks: [
      ...section('一、总体', { kind: 'facts', columns: 2, rows: wholeRows(report) }),
      ...section('二、没有达标的原因', whole.reasons.length === 0 ? none(whole.total === 0 ? '本月没有运输趟次。' : '全部达标。') : { kind: 'list', head: ['原因', '判定', '趟次', '占全部'], rows: whole.reasons.map(({ text, kind, trips }) => [text, kind === 'unknown' ? '无法判定' : '不达标', String(trips), percent(trips / whole.total)]) }),
      ...section('三、运输企业排名', enterprises.length === 0 ? none() : { kind: 'list', head: ['名次', '企业', '趟次', '达标', '达标率', '得分'], rows: enterprises.map(({ place, name, total, complied, rate, score }) => [place === undefined ? NONE : String(place), name, String(total), String(complied), percent(rate), score?.toFixed(1) ?? NONE]) }),
      ...section('四、工地', sites.length === 0 ? none() : { kind: 'list', head: RATE_HEAD('工地'), rows: sites.map(rateRow) }),
      ...section('五、每日', parts.length === 0 ? none() : { kind: 'list', head: RATE_HEAD('日期'), rows: parts.map(rateRow) }),
      ...section('六、预警处置', alarmBlock(report.alarms)),
      ...section('七、口径和数字出处',
        { kind: 'paragraph', text: `一趟运输的八个环节全部合规为达标，有环节不合规为不达标，有环节无法判定且没有不合规的为无法判定；达标率是达标趟次占全部趟次的比例。目标 ${percent(target)} 由机关自行确定，没有法律规定。` },
        { kind: 'paragraph', text: '一趟可能有几个原因，各原因的趟次相加可以多于没有达标的趟次。得分是达标率在 95% 置信度下的下限（威尔逊区间，1927），不足十趟的企业不参加排名。' },
        { kind: 'paragraph', text: `各项趟次是「渣土车监管—运输趟次」中装载日期 ${from} 至 ${until}、判定或者原因相同的清单的行数，在「达标率」页点击数字即可打开；预警是「预警处置」中同期开始的清单的行数。` },
        { kind: 'paragraph', text: `按 ${writtenMoment(printedAt)} 的判定生成；以后预警经复核、联单补闭合或者作废的，有关趟次重新判定。` },
      ),
      { kind: 'signature', lines: [{ label: '制表人' }, { label: '审核人' }] },
    ],
  }
}
const section = (title: string, ...blocks: readonly Block[]): readonly Block[] => [{ kind: 'heading', level: 2, text: title }, ...blocks]
const none = (text = '没有。'): Block => ({ kind: 'paragraph', text })

function wholeRows({ days: { whole, target }, before, alarms }: MonthReport): readonly Fact[] {
  const { total, complied, failed, unknown, rate, rateOfKnown, reachesTarget } = whole
  return [
    { label: '趟次', value: String(total) },
    { label: '达标', value: String(complied) },
    { label: '不达标', value: String(failed) },
    { label: '无法判定', value: String(unknown) },
    { label: '达标率', value: percent(rate) },
    { label: '可判定的', value: percent(rateOfKnown) },
    { label: '目标', value: `${percent(target)}，${rate === undefined ? '没有趟次' : reachesTarget === true ? '已达到' : '未达到'}` },
    { label: '上月', value: before.rate === undefined ? '没有趟次' : `${percent(before.rate)}${rate === undefined ? '' : `，${changeOf(rate, before.rate)}`}` },
    { label: '预警', value: `${sum(alarms.map(({ count }) => count))} 条` },
    { label: '误报', value: `${sum(alarms.filter(({ state }) => state === 'dismissed').map(({ count }) => count))} 条` },
  ]
}
const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
const percent = (rate: number | undefined): string => (rate === undefined ? NONE : `${(rate * 100).toFixed(1)}%`)
function changeOf(now: number, then: number): string {
  const points = Math.round((now - then) * 1000) / 10
  return points === 0 ? '持平' : `${points > 0 ? '上升' : '下降'} ${Math.abs(points).toFixed(1)} 个百分点`
}

const RATE_HEAD = (first: string): readonly string[] => [first, '趟次', '达标', '不达标', '无法判定', '达标率']
const rateRow = ({ name, total, complied, failed, unknown, rate }: Rate): readonly string[] => [name, String(total), String(complied), String(failed), String(unknown), percent(rate)]

const GROUPS = [['待办', ['raised', 'handled']], ['属实', ['upheld', 'raisedEvent', 'referred']], ['误报', ['dismissed']]] as const satisfies readonly (readonly [string, readonly AlarmState[]])[]
function alarmBlock(alarms: MonthReport['alarms']): Block {
  if (alarms.length === 0) return none()
  const watches = [...new Set(alarms.map(({ watch }) => watch))]
  const count = (watch: WatchName, states: readonly AlarmState[]) => sum(alarms.filter((one) => one.watch === watch && states.includes(one.state)).map((one) => one.count))
  return {
    kind: 'list',
    head: ['预警', '合计', ...GROUPS.map(([name]) => name), ALARM_STATES.raisedEvent],
    rows: watches.map((watch) => [WATCH_TITLES[watch], String(sum(alarms.filter((one) => one.watch === watch).map((one) => one.count))), ...GROUPS.map(([, states]) => String(count(watch, states))), String(count(watch, ['raisedEvent']))]),
  }
}
const chineseMonth = (month: string): string => month.replace(/^(\d+)-0?(\d+)$/, '$1年$2月')
