import type { Deviation } from '@zhunsheng/discretion/deviation/scan.ts'
import { findMatter } from '@zhunsheng/law/matters/matters.ts'
import { csvOf } from '../../platform/csv.ts'
import type { ExplanationRow, ScanRow } from './store-scans.ts'
import { DIMENSION_NAMES, EXPLANATIONS, type Explanation, type Finding, type ScanHead, type ScanView } from './wire.ts'

/** A scan in a list (扫描记录); open is what nobody answered to yet. */
export function headOf({ id, from_day, to_day, confidence, cases, deviations, by_name, at }: ScanRow, explanations: readonly ExplanationRow[]): ScanHead {
  const answered = new Set(explanations.filter(({ scan }) => scan === id).map(({ finding }) => finding))
  return { id, from: from_day, to: to_day, confidence, cases, findings: deviations.length, open: deviations.length - answered.size, by: by_name, at }
}

export function scanView(row: ScanRow, explanations: readonly ExplanationRow[]): ScanView {
  const { compared, minimum_cases: minimumCases, minimum_effect: minimumEffect, digest, deviations, too_few, names } = row
  return {
    ...headOf(row, explanations), compared, minimumCases, minimumEffect, digest,
    found: deviations.map((_, at) => findingOf(row, at + 1, explanations)),
    tooFew: too_few.map(({ dimension, value, cases }) => ({ dimension, value, valueName: nameOf(dimension, value, names), cases })),
  }
}

/** One finding by its number, from 1; the caller knows that there is one. */
export function findingOf({ id, deviations, names, confidence }: ScanRow, number: number, explanations: readonly ExplanationRow[]): Finding {
  const found = deviations[number - 1]
  if (found === undefined) throw new Error(`scan ${id} has no finding ${number}`)
  const { matter, ...deviation } = found
  const valueName = nameOf(found.dimension, found.value, names)
  const matterName = matter === undefined ? undefined : (findMatter(matter)?.name ?? matter)
  return {
    number, ...deviation, valueName,
    ...(matter === undefined ? {} : { matter }),
    ...(matterName === undefined ? {} : { matterName }),
    says: saying(found, valueName, matterName, confidence),
    explanations: explanations.filter(({ scan, finding }) => scan === id && finding === number).map(({ kind, says, by_name: by, at }): Explanation => ({ kind, says, by, at })),
  }
}

const nameOf = (dimension: Deviation['dimension'], value: string, names: ScanRow['names']): string => (dimension === 'officer' ? (names[value] ?? value) : value)

/** In a sentence: who, in what, by how much, how sure, and on how many cases. */
function saying({ about, dimension, cases, others, effect, low, high, observed = 0, expected = 0 }: Deviation, valueName: string, matterName: string | undefined, confidence: number): string {
  const who = `${DIMENSION_NAMES[dimension]}「${valueName}」${matterName === undefined ? '' : `办理「${matterName}」`}`
  const range = `${percent(confidence)} 的置信区间 ${times(low)} 至 ${times(high)} 倍`
  if (about === 'fine') return `${who}的罚款，平均为同类案件的 ${times(effect)} 倍（${range}；${cases} 件与其他 ${others} 件比较）`
  return `${who}的不予处罚有 ${observed} 件，按同类案件应有约 ${expected.toFixed(1)} 件，为 ${times(effect)} 倍（${range}；${cases} 件与其他 ${others} 件比较）`
}
const times = (effect: number): string => effect.toFixed(2)
const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`

const HEAD = ['序号', '比较内容', '维度', '对象', '事项', '案件数', '比较案件数', '倍数', '区间下限', '区间上限', '偶然概率', '实有', '应有', '说明']

/** What a scan found, for a spreadsheet. */
export const findingsCsv = ({ found }: ScanView): string =>
  csvOf([HEAD, ...found.map((one) => [
    String(one.number), one.about === 'fine' ? '罚款' : '不予处罚', DIMENSION_NAMES[one.dimension], one.valueName, one.matterName ?? '全部事项', String(one.cases), String(one.others),
    one.effect.toFixed(4), one.low.toFixed(4), one.high.toFixed(4), one.chance.toExponential(3), one.observed === undefined ? '' : String(one.observed), one.expected === undefined ? '' : one.expected.toFixed(2),
    one.explanations.map(({ kind, says, by }) => `${EXPLANATIONS[kind]}：${says}（${by}）`).join('；'),
  ])])
