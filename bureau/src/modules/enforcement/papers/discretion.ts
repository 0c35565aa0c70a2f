import { apply } from '@zhunsheng/discretion/apply.ts'
import { factsWords, tierWords, yuanWords } from '@zhunsheng/discretion/words.ts'
import { apl } from '@zhunsheng/law/article.ts'
import { DISCRETION_TIERS, type Discretion } from '@zhunsheng/law/penalty/discretion.ts'
import { LAW_OF_2021 } from '@zhunsheng/law/penalty/since-2021.ts'
import type { Block } from '../../../platform/paper/model.ts'
import type { PublishedBenchmark } from '../../discretion/contract.ts'
import { citing, paragraph, type PaperCase } from './paper-case.ts'

/** What a notice or a decision says of the penalty and of the benchmark. */
interface Weighed {
  readonly fine?: bigint | undefined
  readonly discretion?: Discretion | undefined
}
const DEVIATIONS: Readonly<Record<string, string>> = { unfair: '适用该基准明显不当、显失公平', changed: '该基准适用的客观情况发生变化' }

/** How the benchmark was applied, in words that the party understands (裁量说理), 行政处罚法第三十四条; where there is none, that there is none. */
export function discretionBlocks(of: PaperCase, { fine, discretion }: Weighed): readonly Block[] {
  const { on } = of.act
  if (discretion === undefined) return on < LAW_OF_2021 || fine === undefined ? [] : [paragraph('本事项没有施行中的行政处罚裁量权基准，本机关在法定幅度内，按照违法行为的事实、性质、情节和社会危害程度裁量。')]
  const published = of.benchmarkOf(discretion.benchmark)
  return [
    paragraph(`裁量：依照${citing(on, apl(34))}，本案适用${published === undefined ? `裁量权基准 ${discretion.benchmark}` : `${published.issuer}《${published.title}》（${published.documentNumber}，编号 ${published.id}）`}。${foundWords(published, discretion)}`),
    paragraph(standing({ fine, discretion })),
  ]
}

function foundWords(published: PublishedBenchmark | undefined, { answers, tier, band }: Discretion): string {
  const applied = published === undefined ? undefined : apply(published.evaluator, answers)
  const name = applied?.is === 'given' ? tierWords(applied.row) : DISCRETION_TIERS[tier]
  const span = band === undefined ? '这一阶次不处罚款' : `裁量幅度为罚款 ${spanWords(band)}`
  return `${published === undefined ? '' : `经查明，${factsWords(published.evaluator.benchmark, answers)}，`}属于“${name}”阶次，${span}。`
}

/** Where the penalty lies, and why where it lies outside. */
function standing({ fine, discretion }: { readonly fine: bigint | undefined; readonly discretion: Discretion }): string {
  const { band, deviation } = discretion
  if (deviation !== undefined) return `本案的处罚在裁量幅度之外，原因是${DEVIATIONS[deviation.ground] ?? ''}：${deviation.reason}${deviation.approval === undefined ? '' : `（已经基准制定机关批准，文号 ${deviation.approval}）`}`
  if (band === undefined || fine === undefined) return '本案的处罚与裁量权基准一致。'
  return fine < band.low ? `罚款 ${yuanWords(fine)} 元低于裁量幅度的下限，因为当事人具有依法应当或者可以从轻、减轻处罚的情形。` : `罚款 ${yuanWords(fine)} 元在裁量幅度之内。`
}

const spanWords = ({ low, high }: { readonly low: bigint; readonly high: bigint }): string => (low === high ? `${yuanWords(low)} 元` : `${yuanWords(low)} 元以上 ${yuanWords(high)} 元以下`)
