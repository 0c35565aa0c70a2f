import type { Due as DueRow, Workbench } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Button, Card, Empty, Flex, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Basis } from '../piece/basis.tsx'
import { Due, Standing } from '../piece/due.tsx'
import './workbench.css'

const FIRST_DUES = 12

/** What is owed, by when, under which article (应当履行的义务). */
export function Dues({ board }: { readonly board: Workbench }) {
  const [whose, choose] = useState<'mine' | 'all'>(board.dues.some(({ mine }) => mine) ? 'mine' : 'all')
  const [isWhole, showWhole] = useState(false)
  const dues = board.dues.filter(({ mine }) => whose === 'all' || mine)
  return (
    <Card
      title="应当履行的义务"
      size="small"
      extra={<Segmented size="small" aria-label="范围" value={whose} onChange={choose} options={[{ value: 'mine', label: '我承办的' }, { value: 'all', label: '本单位' }]} />}
    >
      {dues.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有应当履行而未履行的义务" />
      ) : (
        <ul className="plain-list">
          {dues.slice(0, isWhole ? dues.length : FIRST_DUES).map((due) => (
            <DueItem key={`${due.caseId}${due.obligation.code}${due.obligation.since}`} due={due} today={board.today} />
          ))}
        </ul>
      )}
      {!isWhole && dues.length > FIRST_DUES && <Button type="link" block onClick={() => showWhole(true)}>显示全部 {dues.length} 项</Button>}
    </Card>
  )
}

function DueItem({ due: { caseId, number, title, obligation }, today }: { readonly due: DueRow; readonly today: string }) {
  return (
    <li className={obligation.standing === 'overdue' ? 'row row-bad' : 'row'}>
      <div style={{ flex: 1, minWidth: 220 }}>
        <Link to={`/cases/${caseId}`}><b>{obligation.says}</b></Link>
        <div className="break">{title} <span className="quiet number">{number}</span></div>
        <Basis articles={obligation.basis} />
      </div>
      <div>
        {obligation.due === undefined || obligation.standing === 'suspended' ? <Standing standing={obligation.standing} /> : <Due due={obligation.due} today={today} />}
        {obligation.provisional && <div className="quiet" style={{ fontSize: 12 }}>暂计，可能因后续事实变动</div>}
      </div>
    </li>
  )
}

const ACTS_SHOWN = 3

/** Cases in which this person could lawfully do something next (等我办理). */
export function Waiting({ waiting }: { readonly waiting: Workbench['waiting'] }) {
  return (
    <Card title="等我办理" size="small" extra={<span className="quiet">{waiting.length} 件</span>}>
      {waiting.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有等您办理的案件" />
      ) : (
        <ul className="plain-list">
          {waiting.map(({ caseId, number, title, acts }) => (
            <li key={caseId} className="row">
              <div style={{ flex: 1 }}>
                <Link to={`/cases/${caseId}`}><b className="break">{title}</b></Link>
                <div className="quiet number">{number}</div>
                <Flex wrap gap={6} style={{ marginTop: 6 }}>
                  {acts.slice(0, ACTS_SHOWN).map(({ kind, name }) => (
                    <Link key={kind} to={`/cases/${caseId}?act=${kind}`}><Button size="small">{name}</Button></Link>
                  ))}
                  {acts.length > ACTS_SHOWN && <Link to={`/cases/${caseId}`}><Button size="small" type="link">另有 {acts.length - ACTS_SHOWN} 项可办</Button></Link>}
                </Flex>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
