import type { Lead } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Input, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { FileView } from '../evidence/file-view.tsx'
import { useAsked } from '../piece/asked.ts'
import { Pager } from '../piece/pager.tsx'
import { leadsQuery, mattersQuery } from '../queries.ts'
import { DismissLead } from './dismiss-lead.tsx'
import { LeadForm } from './lead-form.tsx'
import { SOURCES, STATES } from './lead-words.ts'

/** Leads (线索): registered, dismissed with a reason, or turned into a case. */
export function Component() {
  const { asked, ask } = useAsked()
  const [isRegistering, register] = useState(false)
  const [dismissed, dismiss] = useState<Lead>()
  const leads = useQuery(leadsQuery(asked))
  return (
    <>
      <PageHead title="线索">
        <Button type="primary" onClick={() => register(true)}>登记线索</Button>
      </PageHead>
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap>
          <Segmented aria-label="状态" value={asked['state'] ?? ''} onChange={(state) => ask({ state })} options={[{ value: '', label: '全部' }, ...Object.entries(STATES).map(([value, label]) => ({ value, label }))]} />
          <Input.Search key={asked['search'] ?? ''} defaultValue={asked['search'] ?? ''} allowClear enterButton="查询" placeholder="编号、地点或者内容" style={{ maxWidth: 360 }} maxLength={100} onSearch={(search) => ask({ search })} />
        </Flex>
      </Card>
      {leads.isError && <Failure error={leads.error} retry={() => void leads.refetch()} />}
      {leads.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {leads.data?.rows.length === 0 && <Card><Empty description="没有符合条件的线索" /></Card>}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>
        {leads.data?.rows.map((lead) => <li key={lead.id}><LeadCard lead={lead} dismiss={() => dismiss(lead)} /></li>)}
      </ul>
      {leads.data !== undefined && <Pager total={leads.data.total} asked={asked} ask={ask} />}
      <LeadForm isOpen={isRegistering} close={() => register(false)} />
      <DismissLead lead={dismissed} close={() => dismiss(undefined)} />
    </>
  )
}

const COLORS = { open: 'processing', filed: 'success', dismissed: 'default' } as const

function LeadCard({ lead, dismiss }: { readonly lead: Lead; readonly dismiss: () => void }) {
  const matters = useQuery(mattersQuery)
  const matter = matters.data?.find(({ id }) => id === lead.matter)?.name
  return (
    <Card size="small">
      <Flex gap={8} wrap align="center">
        <Tag color={COLORS[lead.state]} style={{ margin: 0 }}>{STATES[lead.state]}</Tag>
        <b className="number">{lead.number}</b>
        <span className="quiet">{SOURCES[lead.source]} · <span className="number">{lead.receivedOn}</span> · 登记人 {lead.registeredBy}</span>
      </Flex>
      <div style={{ fontWeight: 600, marginTop: 6 }} className="break">{lead.place}{matter !== undefined && ` · ${matter}`}</div>
      <div className="passage">{lead.content}</div>
      {lead.photos !== undefined && <div className="lead-photos">{lead.photos.map((sha256) => <FileView key={sha256} sha256={sha256} />)}</div>}
      {lead.position !== undefined && <div className="quiet number">定位 {lead.position.latitude.toFixed(5)}, {lead.position.longitude.toFixed(5)}（误差约 {Math.round(lead.position.accuracy)} 米）</div>}
      {lead.dismissedReason !== undefined && <div className="quiet">不予立案的理由：{lead.dismissedReason}</div>}
      <Flex gap={8} style={{ marginTop: 8 }}>
        {lead.state === 'open' && (
          <>
            <Link to="/cases/new" state={lead}><Button size="small" type="primary" ghost>转办</Button></Link>
            <Button size="small" onClick={dismiss}>不予立案</Button>
          </>
        )}
        {lead.caseId !== undefined && <Link to={`/cases/${lead.caseId}`}>查看案件</Link>}
      </Flex>
    </Card>
  )
}
