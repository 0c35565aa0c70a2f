import type { CaseView, RecordedAct } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Card, Empty } from 'antd'
import { useSurroundings } from '../act/surroundings.ts'
import { CaseSlips } from '../payments/case-slips.tsx'
import { AnswerList } from './answer-list.tsx'

type Account = NonNullable<CaseView['account']>

const LINES: readonly (readonly [keyof Account, string])[] = [
  ['fine', '罚款'],
  ['confiscated', '没收'],
  ['surcharge', '加处罚款'],
  ['waived', '减免'],
  ['paid', '已缴'],
]

/** What is owed and paid (账目), counted by the server as of today. */
export function Money({ account, acts, caseId }: { readonly account: Account; readonly acts: readonly RecordedAct[]; readonly caseId: string }) {
  const { specs } = useSurroundings()
  const payments = acts.filter(({ kind }) => kind === 'pay')
  return (
    <div className="now">
      <Card size="small" title="应缴与已缴（元）">
        <dl className="sums number">
          {LINES.map(([key, name]) => <div key={key}><dt>{name}</dt><dd>{key === 'paid' || key === 'waived' ? `− ${account[key]}` : account[key]}</dd></div>)}
          <div className="sum"><dt>尚欠</dt><dd>{account.outstanding}</dd></div>
        </dl>
      </Card>
      <div className="column">
        <CaseSlips caseId={caseId} />
        <Card size="small" title="缴款记录">
          {payments.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有缴款" />
          ) : (
            <ul className="plain-list">
              {payments.map(({ seq, on, data, correctedBy }) => (
                <li key={seq} className="row-line">
                  <b>第 {seq} 项</b> <span className="number">{on}</span>{correctedBy !== undefined && `（已由第 ${correctedBy} 项更正或者撤销）`}
                  <AnswerList form={specs.get('pay')?.form ?? {}} answers={data} />
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </div>
  )
}
