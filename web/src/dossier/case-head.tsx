import type { CaseView } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { ExclamationCircleFilled } from '@ant-design/icons'
import { Card, Flex, Tag } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import type { ShownProcedure } from '../act/form.ts'
import { useMe } from '../app/me.ts'
import { Due } from '../piece/due.tsx'
import { Onward } from './onward.tsx'
import { StageBar } from './stage-bar.tsx'
import { stagesOf } from './steps.ts'

const PARTY_KINDS: Readonly<Record<string, string>> = { citizen: '自然人', soleTrader: '个体工商户', organisation: '法人及非法人组织' }

/** Which case it is and how it stands (案件概况). */
export function CaseHead({ view, procedure }: { readonly view: CaseView; readonly procedure: ShownProcedure }) {
  const { row } = view
  const { today } = useMe()
  useEffect(() => {
    document.title = `${row.title} · 准绳`
  }, [row.title])
  const facts = [
    ['程序', row.procedureName],
    ...(row.party === '' ? [] : [['当事人', `${row.party}（${PARTY_KINDS[row.partyKind] ?? row.partyKind}）`]]),
    ...(row.matterName === '' ? [] : [['执法事项', row.matterName]]),
    ...(row.actingTown === undefined ? [] : [['办案机关', `${row.actingTown}（以自己的名义，承接下放）`]]),
    ['承办人', row.officers.join('、')],
    ...(procedure.acts.some(({ kind }) => kind === 'file') ? [['立案日期', row.filedOn ?? '尚未立案']] : []),
    ...(row.decidedOn === undefined ? [] : [['决定', `${row.decidedOn} ${row.outcome ?? ''}${row.fine === undefined ? '' : `，罚款 ${row.fine} 元`}`]]),
  ]
  return (
    <Card size="small" style={{ marginBottom: 4 }}>
      <div className="quiet"><Link to="/cases">案件</Link> / <span className="number">{row.number}</span></div>
      <Flex align="center" gap={12} wrap style={{ marginBlock: 4 }}>
        <h1 className="break" style={{ fontSize: 20, margin: 0 }}>{row.title}</h1>
        <Tag color="blue">{row.stage}</Tag>
        <Tag>{row.status}</Tag>
        {row.overdue && <Tag color="error" icon={<ExclamationCircleFilled aria-hidden />}>有逾期义务</Tag>}
      </Flex>
      <dl className="head-facts">
        {facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd className="break">{value}</dd></div>)}
        {view.majors.length > 0 && <div><dt>重大执法决定</dt><dd className="break">{view.majors.map(({ code, name, basis }) => <Tag key={code} color="gold" title={`${code} · ${basis.join('、')}`}>{name}</Tag>)}</dd></div>}
        {view.related.length > 0 && <div><dt>关联案件</dt><dd className="break">{view.related.map(({ id, number, title }) => <Link key={id} to={`/cases/${id}`} title={title} className="number" style={{ marginRight: 8 }}>{number}</Link>)}</dd></div>}
        {row.nextDue !== undefined && <div><dt>最近到期</dt><dd><Due due={row.nextDue} today={today} /></dd></div>}
      </dl>
      <Onward view={view} />
      <StageBar stages={stagesOf(procedure, view)} isEnded={view.verdict.ended} />
    </Card>
  )
}
