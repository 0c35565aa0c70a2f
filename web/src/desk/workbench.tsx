import type { Due as DueRow, Workbench } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, Navigate } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { Basis } from '../piece/basis.tsx'
import { Due, Standing } from '../piece/due.tsx'
import { workbenchQuery } from '../queries.ts'
import { DraftCard } from './draft-card.tsx'
import './workbench.css'

/** The first page of the day (工作台): what is owed, by when and under which article; what waits for this person. */
export function Component() {
  const me = useMe()
  const workbench = useQuery(workbenchQuery)
  const { data } = workbench
  // Whoever only looks after the system has no cases to handle.
  if (me.person.posts.every((post) => post === 'administrator')) return <Navigate to="/people" replace />
  return (
    <>
      <PageHead title="工作台" note={<>{me.person.name}，{me.person.postNames.join('、')} · <span className="number" style={{ whiteSpace: 'nowrap' }}>{me.today}</span></>}>
        <Link to="/leads"><Button>登记线索</Button></Link>
        <Link to="/cases/new"><Button type="primary">新建案件</Button></Link>
      </PageHead>
      {workbench.isError && <Failure error={workbench.error} retry={() => void workbench.refetch()} />}
      {data === undefined ? !workbench.isError && <Skeleton active paragraph={{ rows: 8 }} /> : <Board board={data} />}
    </>
  )
}

function Board({ board }: { readonly board: Workbench }) {
  return (
    <>
      <Counts counts={board.counts} />
      <div className="board">
        <Dues board={board} />
        <div style={{ display: 'grid', gap: 16 }}>
          <DraftCard />
          <Waiting waiting={board.waiting} />
        </div>
      </div>
    </>
  )
}

function Counts({ counts }: { readonly counts: Workbench['counts'] }) {
  const cells = [
    { name: '逾期义务', value: counts.overdue, to: '/cases?overdue=true', isBad: counts.overdue > 0 },
    { name: '七日内到期', value: counts.dueThisWeek, to: '/cases?sort=nextDue&order=asc' },
    { name: '我承办的案件', value: counts.mine, to: '/cases?officer=me' },
    { name: '本单位在办案件', value: counts.open, to: '/cases' },
  ]
  return (
    <div className="counts">
      {cells.map(({ name, value, to, isBad }) => (
        <Link key={name} to={to} className={isBad === true ? 'count count-bad' : 'count'}>
          <span className="count-value number">{value}</span>
          <span>{name}</span>
        </Link>
      ))}
    </div>
  )
}

const FIRST_DUES = 12

function Dues({ board }: { readonly board: Workbench }) {
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

function Waiting({ waiting }: { readonly waiting: Workbench['waiting'] }) {
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
