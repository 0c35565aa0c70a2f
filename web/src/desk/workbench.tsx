import type { Workbench } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { Link, Navigate } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { workbenchQuery } from '../queries.ts'
import { WatchCard } from '../monitoring/desk-card.tsx'
import { LacksLine } from '../publicity/lacks-line.tsx'
import { DraftCard } from './draft-card.tsx'
import { Dues, Waiting } from './duties.tsx'
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
      <LacksLine />
      <Counts counts={board.counts} />
      <div className="board">
        <Dues board={board} />
        <div style={{ display: 'grid', gap: 16 }}>
          <DraftCard />
          <WatchCard />
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
