import { apl, citeShort } from '@zhunsheng/law/article.ts'
import { chineseDay, parseDay } from '@zhunsheng/law/day.ts'
import { capitalAmount, figureAmount } from '../../../platform/paper/numerals.ts'
import type { Fact, Paper } from '../../../platform/paper/model.ts'
import { squareOf } from '../../../platform/paper/square.ts'
import type { PaymentSettings } from '../contract.ts'
import { SLIP_KINDS, type SlipKind } from '../wire.ts'

/** Who collects (执收单位): the bureau, or the town that decided in its own name, with its own code. */
export interface Collecting {
  readonly name: string
  readonly demo: boolean
  readonly unitCode?: string
}
/** What a slip says when it is printed; amounts in fen. */
export interface PrintedSlip {
  readonly code: string
  readonly kind: SlipKind
  readonly instalment?: number
  readonly payer: string
  readonly decisionNumber: string
  readonly caseNumber: string
  readonly itemCode: string
  readonly fine: bigint
  readonly confiscated: bigint
  readonly surcharge: bigint
  readonly payBy?: string
  readonly issuedOn: string
  readonly voided: boolean
}
const dayIn = (written: string): string => {
  const day = parseDay(written)
  return day === undefined ? written : chineseDay(day)
}
/** Five groups of four are read without a mistake. */
export const grouped = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')

/**
 * A payment slip on paper (缴款通知): payer, decision, each sum in capitals and figures, the agent bank with its address and the last
 * day, and what follows if it passes (罚款决定与罚款收缴分离实施办法第七条). It says of itself that it is no receipt (第八条).
 */
export function slipPaper(slip: PrintedSlip, settings: PaymentSettings, agency: Collecting): Paper {
  const example = settings.verified ? '' : '（示例）'
  const total = slip.fine + slip.confiscated + slip.surcharge
  const rows: readonly Fact[] = [
    { label: '缴款人', value: slip.payer },
    { label: '处罚决定', value: slip.decisionNumber === '' ? `案件 ${slip.caseNumber}` : slip.decisionNumber },
    { label: '缴款事由', value: `${SLIP_KINDS[slip.kind]}${slip.instalment === undefined ? '' : `第 ${slip.instalment} 期`}` },
    { label: '执收单位', value: `${agency.name}　${agency.unitCode ?? settings.unitCode}${example}` },
    { label: '执收项目', value: `${settings.itemName}　${slip.itemCode}${example}` },
    ...(slip.fine > 0n ? [{ label: '罚款', value: figureAmount(slip.fine) }] : []),
    ...(slip.confiscated > 0n ? [{ label: '没收款', value: figureAmount(slip.confiscated) }] : []),
    ...(slip.surcharge > 0n ? [{ label: '加处罚款', value: figureAmount(slip.surcharge) }] : []),
    { label: '合计', value: capitalAmount(total) },
    { label: '缴款期限', value: slip.payBy === undefined ? '加处罚款没有另外的期限，请即缴纳' : `${dayIn(slip.payBy)}以前（含当日）` },
    { label: '代收机构', value: `${settings.bank}${example}　${settings.bankAddress}` },
  ]
  const late = slip.surcharge > 0n ? '' : `到期不缴纳的，每日按罚款数额的百分之三加处罚款，总额不超过罚款本数（${citeShort(apl(72, 1, 1))}）；由代收机构一并收取。复议、诉讼期间，加处罚款不予计算（${citeShort(apl(73, 3))}）。`
  return {
    agency: agency.name,
    title: '缴款通知',
    number: `缴款码 ${grouped(slip.code)}`,
    family: 'form',
    ...(slip.voided ? { mark: '已作废' } : agency.demo ? { mark: '演示数据' } : {}),
    blocks: [
      { kind: 'facts', columns: 1, rows },
      { kind: 'code', square: squareOf(slip.code), text: `缴款码 ${grouped(slip.code)}`, says: '在代收机构网点出示，或者在其电子支付系统扫描、输入。\n请核对缴款人和金额后缴纳。' },
      { kind: 'paragraph', text: `请到指定的银行或者通过电子支付系统缴纳。本机关及执法人员不自行收缴；法律规定可以当场收缴的除外（${citeShort(apl(67, 2))}）。` },
      ...(late === '' ? [] : [{ kind: 'paragraph' as const, text: late }]),
      { kind: 'paragraph', text: `确有经济困难的，可以申请延期或者分期缴纳（${citeShort(apl(66, 2))}）。` },
      { kind: 'seal', agency: agency.name, on: dayIn(slip.issuedOn) },
    ],
    foot: '本通知不是票据，不能用于报销或者证明已经缴款；缴款后由代收机构出具财政部门规定的罚款收据。',
  }
}
