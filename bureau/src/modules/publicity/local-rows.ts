import { apl, citeShort, gbf118, REPAIR_NORMS, type Citation } from '@zhunsheng/law/article.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import { valueOn, type ByParty, type Dated, type LocalRules, type PublicSpan, type PublicTerms, type RepairWorkdays } from '@zhunsheng/law/jurisdiction.ts'
import { formatYuan } from '@zhunsheng/law/money.ts'
import { formatClock } from '@zhunsheng/law/parse.ts'

/** A local number as everybody may read it (地方数据公示). */
export interface LocalRow {
  readonly name: string
  readonly value: string
  readonly from: string
  readonly source: string
  readonly basis: string
  readonly verified: boolean
}

const yuan = ({ citizen, organisation }: ByParty): string => `公民 ${formatYuan(citizen)} 元以上，单位 ${formatYuan(organisation)} 元以上`
const workdays = (count: number): string => `${count} 个工作日`
const span = (name: string, { least, most }: PublicSpan): string => `${name}公示 ${most} 个月，${least === undefined ? '不能提前停止' : `满 ${least} 个月可以申请修复`}`
const terms = ({ since, spans, lowFine }: PublicTerms): string =>
  `自${since === 'decision' ? '决定' : '公示'}之日起：${span('较轻的', spans.light)}；${span('一般的', spans.usual)}；${span('较重的', spans.grave)}；较低数额罚款：公民 ${formatYuan(lowFine.citizen)} 元以下，单位 ${formatYuan(lowFine.organisation)} 元以下`
const repair = ({ accept, decide, stop, mark }: RepairWorkdays): string => `受理 ${accept}、决定 ${decide}、停止公示 ${stop}、标注平台 ${mark} 个工作日`

/** Every local number that applies on a day, in words, with its source and whether it was verified (听证标准、地方数据). */
export function localRows(local: LocalRules, on: Day): readonly LocalRow[] {
  const row = <T>(name: string, values: readonly Dated<T>[], basis: readonly Citation[], written: (value: T) => string): readonly LocalRow[] => {
    const found = valueOn(values, on)
    return found === undefined ? [] : [{ name, value: written(found.value), from: formatDay(found.from), source: found.source, basis: (found.basis ?? basis).map(citeShort).join('、'), verified: found.verified }]
  }
  return [
    ...row('听证标准：较大数额罚款', local.hearingFine, [apl(63, 1, 1)], yuan),
    ...row('听证标准：较大数额、较大价值没收', local.hearingConfiscation, [apl(63, 1, 2)], yuan),
    ...row('集体讨论：较大数额罚款', local.collectiveFine, [apl(57, 2)], yuan),
    ...row('陈述申辩的期限', local.statementWorkdays, [apl(44)], workdays),
    ...row('当场处罚报备的期限', local.spotReportWorkdays, [apl(52, 3)], workdays),
    ...row('不实施强制执行的夜间', local.night, [], ({ from, until }) => `${formatClock(from)} 至次日 ${formatClock(until)}`),
    ...row('处罚信息的公示期限', local.publicTerms, [gbf118()], terms),
    ...row('信用修复的办理期限', local.repairWorkdays, REPAIR_NORMS, repair),
  ]
}
