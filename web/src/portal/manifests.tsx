import { MANIFEST_STATES, type Manifest } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Failure } from '../app/failure.tsx'
import { useAsked } from '../piece/asked.ts'
import { minuteOf } from '../piece/moment.ts'
import { Pager } from '../piece/pager.tsx'
import { GateDrawer } from './gate-drawer.tsx'
import { PortalHead } from './portal-head.tsx'
import { ownManifestsQuery } from './portal-queries.ts'

const COLOURS: Readonly<Record<Manifest['state'], string>> = { open: 'processing', closed: 'success', void: 'default' }

/** The manifests of the enterprise (本企业的电子联单): opened at the gate, confirmed at the disposal site. */
export function Component() {
  const { asked, ask } = useAsked()
  const manifests = useQuery(ownManifestsQuery(asked))
  const [isOpening, open] = useState(false)
  return (
    <>
      <PortalHead title="电子联单" note={manifests.data === undefined ? undefined : `${manifests.data.total} 张，装车 ${manifests.data.loaded} 立方米，消纳 ${manifests.data.tipped} 立方米`}><Button type="primary" size="large" onClick={() => open(true)}>出场开单</Button></PortalHead>
      <Segmented aria-label="状态" block value={asked['state'] ?? ''} onChange={(state) => ask({ state })} options={[{ value: '', label: '全部' }, ...Object.entries(MANIFEST_STATES).map(([value, label]) => ({ value, label }))]} />
      {manifests.isError && <Failure error={manifests.error} retry={() => void manifests.refetch()} />}
      {manifests.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {manifests.data?.rows.length === 0 && <Card><Empty description="没有联单：车辆装车出场时，按处置核准开具" /></Card>}
      <ul className="plain-list portal-list">{manifests.data?.rows.map((row) => <li key={row.id}><ManifestCard row={row} /></li>)}</ul>
      {manifests.data !== undefined && manifests.data.total > 0 && <Pager total={manifests.data.total} asked={asked} ask={ask} />}
      <GateDrawer isOpen={isOpening} close={() => open(false)} />
    </>
  )
}

function ManifestCard({ row: { number, plate, state, siteName, disposalName, openedAt, openedBy, volume, tipped, closedAt, closedBy, reason } }: { readonly row: Manifest }) {
  return (
    <Card size="small">
      <Flex justify="space-between" gap={8} align="center"><b className="number">{plate}　{number}</b><Tag color={COLOURS[state]} style={{ margin: 0 }}>{MANIFEST_STATES[state]}</Tag></Flex>
      <div className="break">{siteName} → {disposalName}</div>
      <div className="number">装 {volume} 立方米{tipped !== undefined && `，消纳 ${tipped} 立方米`}</div>
      <div className="quiet"><span className="number">{minuteOf(openedAt)}</span> {openedBy} 开单{closedAt !== undefined && <>；<span className="number">{minuteOf(closedAt)}</span> {closedBy} 确认</>}{reason !== undefined && `；作废：${reason}`}</div>
    </Card>
  )
}
