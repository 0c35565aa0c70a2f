import { all, any, not } from '../../../condition.ts'
import type { CaseFile } from '../../../case-file.ts'
import type { Finding, Rule } from '../../../procedure.ts'
import { apl, tcr } from '../../../article.ts'
import { UNDECIDED } from '../../execution/facts.ts'
import { LEFT, PRESERVED } from '../facts.ts'
import { checks, done, last, requires } from '../words.ts'

/** 行政处罚法第三十五条第二款: where the court has imposed a fine, the agency that has not yet fined does not. */
function finedByCourt({ data }: { readonly data: { readonly fine?: bigint } }, file: CaseFile): Finding | undefined {
  const settled = last(file, 'crimeSettled')?.data
  return data.fine !== undefined && settled?.outcome === 'convicted' && settled.courtFine ? { because: '人民法院已判处罚金，本机关尚未罚款的，不再罚款', field: 'fine' } : undefined
}
const COURT_FINE = { says: '法院已判处罚金的不再罚款', instead: '删去罚款；依法应当给予其他种类处罚的，只写其他种类', basis: apl(35, 2) } as const

/** Away to the police or to another agency, and back (移送与退回). */
export const AWAY_RULES: readonly Rule[] = [
  requires('transferCrime', { code: 'transferCrime.not-filed', needs: done('file'), basis: tcr(3, 1), because: '尚未立案', instead: '不经本案直接移送，或者立案之后移送' }),
  requires('transferCrime', { code: 'transferCrime.left', needs: not(LEFT), basis: tcr(5, 2), because: '案件已经移送，或者已经终止调查', instead: '等待处理结果' }),
  requires('crimeFiled', { code: 'crimeFiled.not-away', needs: all(done('transferCrime'), not(done('crimeFiled'))), basis: tcr(8), because: '案件没有移送公安机关，或者已经登记立案', instead: '先移送' }),
  requires('crimeSettled', { code: 'crimeSettled.not-away', needs: done('transferCrime'), basis: [tcr(10), tcr(13)], because: '案件没有移送公安机关', instead: '先移送' }),
  checks('crimeSettled', {
    code: 'crimeSettled.day',
    says: '收到之日在移送与登记之间，罚金只随判处刑罚',
    instead: '核对日期和结果',
    basis: [tcr(10), tcr(13)],
    test: ({ data, on }, file) => {
      if (data.settledOn > on || data.settledOn < (last(file, 'transferCrime')?.on ?? 0)) return { because: '收到之日不在移送与登记之间', field: 'settledOn' }
      return data.courtFine && data.outcome !== 'convicted' ? { because: '没有判处刑罚，不会判处罚金', field: 'courtFine' } : undefined
    },
  }),
  checks('notify', { code: 'notify.court-fine', ...COURT_FINE, test: finedByCourt }),
  checks('decide', { code: 'decide.court-fine', outcome: 'penalise', ...COURT_FINE, test: finedByCourt }),

  requires('transferElsewhere', { code: 'transferElsewhere.decided', needs: UNDECIDED, basis: apl(25), because: '已经作出决定', instead: '决定确有错误的，先变更或者撤销' }),
  requires('transferElsewhere', { code: 'transferElsewhere.not-filed', needs: done('file'), basis: apl(54, 2), because: '尚未立案', instead: '不予立案，写明不属本机关管辖' }),
  requires('transferElsewhere', { code: 'transferElsewhere.preserved', needs: not(PRESERVED), basis: apl(56), because: '登记保存的物品尚未作出处理决定', instead: '先作出处理决定' }),
  requires('takeUpAgain', { code: 'takeUpAgain.not-away', needs: done('transferElsewhere'), basis: apl(25), because: '案件没有移送其他机关', instead: '继续办理' }),
]
/** A case that has gone away is closed once the other side has taken it (按已移送结案). */
export const GONE = all(UNDECIDED, any(done('crimeFiled'), done('transferElsewhere')))
