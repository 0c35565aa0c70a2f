import { type Day, formatDay } from '../day.ts'
import { formatYuan, type Fen } from '../money.ts'
import type { CreditRow } from './check.ts'
import { OPEN_END } from './columns.ts'

/** A decision as the credit record needs it. */
export interface PublishedPenalty {
  readonly party: { readonly kind: 'citizen' | 'soleTrader' | 'organisation'; readonly name: string; readonly creditCode?: string; readonly representative?: string; readonly idNumber?: string }
  readonly number: string
  readonly offence: string
  readonly facts: string
  readonly basis: string
  /** In the words of the penalty law. */
  readonly kinds: readonly string[]
  readonly fine?: Fen
  readonly confiscated?: Fen
  readonly decidedOn: Day
  readonly agency: { readonly name: string; readonly creditCode: string }
  /** From whose system the record comes (数据来源单位), where that is not whoever decided. */
  readonly source?: { readonly name: string; readonly creditCode: string }
  /** The last day of publication (公示截止期); where no term is configured the column stays empty. */
  readonly publicUntil?: Day
  readonly note?: string
}

const CATEGORY = { citizen: '自然人', soleTrader: '个体工商户', organisation: '法人及非法人组织' } as const

/** An amount in ten thousand yuan (万元), exactly: 200 000 fen are 0.2. */
export function inWan(amount: Fen): string {
  const digits = amount.toString().padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '')
}

const slashed = (day: Day): string => formatDay(day).replaceAll('-', '/')

/** The record of a decision (行政处罚信用信息), thirty columns by their codes. */
export function penaltyRecord({ party, number, offence, facts, basis, kinds, fine, confiscated, decidedOn, agency, source = agency, publicUntil, note }: PublishedPenalty): CreditRow {
  const content = [...(fine === undefined ? [] : [`罚款 ${formatYuan(fine)} 元`]), ...(confiscated === undefined ? [] : [`没收 ${formatYuan(confiscated)} 元`]), ...kinds.filter((kind) => kind !== '罚款' && !kind.startsWith('没收'))]
  return {
    CF_XDR_MC: party.name,
    CF_XDR_LB: CATEGORY[party.kind],
    ...(party.kind === 'citizen' ? { CF_XDR_ZJLX: party.idNumber === undefined ? '' : '身份证', CF_XDR_ZJHM: party.idNumber ?? '' } : { CF_XDR_SHXYM: party.creditCode ?? '', CF_FRDB: party.representative ?? '' }),
    CF_WSH: number,
    CF_WFXW: offence,
    CF_SY: facts,
    CF_YJ: basis,
    CF_CFLB: kinds.join(';'),
    CF_NR: content.join('；'),
    ...(fine === undefined ? {} : { CF_NR_FK: inWan(fine) }),
    ...(confiscated === undefined ? {} : { CF_NR_WFFF: inWan(confiscated) }),
    CF_JDRQ: slashed(decidedOn),
    CF_YXQ: OPEN_END,
    ...(publicUntil === undefined ? {} : { CF_GSJZQ: slashed(publicUntil) }),
    CF_CFJG: agency.name,
    CF_CFJGDM: agency.creditCode,
    CF_SJLY: source.name,
    CF_SJLYDM: source.creditCode,
    BZ: note ?? '',
  }
}
