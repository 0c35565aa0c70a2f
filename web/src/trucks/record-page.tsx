import { KINDS, type History, type Kind, type Row } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Skeleton, Timeline } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { NotFound } from '../app/not-found.tsx'
import { PageHead } from '../app/page.tsx'
import { minuteOf } from '../piece/moment.ts'
import { drawnOf } from '../map/drawn.ts'
import { EndDialog } from './end-dialog.tsx'
import { MapFrame } from '../map/map-frame.tsx'
import { RecordDrawer } from './record-drawer.tsx'
import { fieldsOf, isKind, mayChange, type Field } from './register-fields.ts'
import { deedOf, differencesOf, wordsOf } from './show-record.ts'
import { recordQuery, surroundingsQuery } from './truck-queries.ts'
import { TruckTabs } from './truck-tabs.tsx'
import './trucks.css'

/** One record (一项登记): what it says, where it lies, and what it said before. */
export function Component() {
  const { kind, id = '' } = useParams()
  return isKind(kind) ? <Page key={id} kind={kind} id={id} /> : <NotFound />
}

function Page({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  const { person } = useMe()
  const record = useQuery(recordQuery(kind, id))
  const [opened, open] = useState<'change' | 'end'>()
  if (record.isError) return <Failure error={record.error} retry={() => void record.refetch()} />
  if (record.data === undefined) return <Skeleton active paragraph={{ rows: 10 }} />
  const { row } = record.data
  const may = mayChange(person.posts, kind) && row.ended === undefined
  const close = () => open(undefined)
  return (
    <>
      <PageHead title={row.title} note={`${KINDS[kind]} · 第 ${row.version} 版 · ${minuteOf(row.at)} ${row.by}${deedOf(row)}`}>
        {may && <Button danger onClick={() => open('end')}>注销</Button>}
        {may && <Button type="primary" onClick={() => open('change')}>变更</Button>}
      </PageHead>
      <TruckTabs />
      {row.ended !== undefined && <Alert type="warning" showIcon title={`已于 ${minuteOf(row.at)} 注销`} description={`理由：${row.ended}`} style={{ marginBottom: 12 }} />}
      <div className="record-two">
        <Flex vertical gap={12}>
          <Card size="small" title="登记内容"><Facts kind={kind} row={row} /></Card>
          <Place kind={kind} row={row} />
        </Flex>
        <Card size="small" title="历次登记"><Versions kind={kind} history={record.data} /></Card>
      </div>
      <RecordDrawer kind={kind} row={row} isOpen={opened === 'change'} close={close} onSaved={close} />
      <EndDialog kind={kind} row={row} isOpen={opened === 'end'} close={close} />
    </>
  )
}

function Facts({ kind, row }: { readonly kind: Kind; readonly row: Row }) {
  return (
    <>
      <dl className="facts">
        {fieldsOf(kind).map((field) => <div key={field.name} style={{ display: 'contents' }}><dt>{field.label}</dt><dd className="number"><Said field={field} row={row} /></dd></div>)}
      </dl>
      {kind === 'enterprise' && <Flex gap={16} wrap><Link to={`/trucks/register/vehicle?of=${row.id}`}>这家企业的车辆</Link><Link to={`/trucks/register/driver?of=${row.id}`}>驾驶员</Link><Link to={`/trucks/register/permit?of=${row.id}`}>处置核准</Link></Flex>}
      {kind !== 'enterprise' && kind !== 'driver' && kind !== 'zone' && kind !== 'road' && kind !== 'permit' && <Link to={`/trucks/register/permit?of=${row.id}`}>涉及的处置核准</Link>}
      {kind === 'permit' && <Link to={`/trucks/manifests?permit=${row.id}`}>这份核准的电子联单</Link>}
    </>
  )
}
function Said({ field, row }: { readonly field: Field; readonly row: Row }) {
  const value = row.data[field.name]
  const words = wordsOf(field, value, row.names)
  if (words === '') return <span className="quiet">没有登记</span>
  return field.asks.as === 'one' && typeof value === 'string' ? <Link to={`/trucks/register/${field.asks.of}/${value}`}>{words}</Link> : words
}

/** Where it lies, among its neighbours; of a permit, the way from the site to the disposal site. */
function Place({ kind, row }: { readonly kind: Kind; readonly row: Row }) {
  const own = useMemo(() => drawnOf(kind, row), [kind, row])
  const standing = useQuery({ ...surroundingsQuery, enabled: own.length > 0 || kind === 'permit' })
  const { shapes, fit } = useMemo(() => {
    const all = standing.data ?? []
    const named = kind === 'permit' ? all.filter(({ id }) => row.names[id] !== undefined) : own
    const others = kind === 'permit' ? [] : all.filter(({ id }) => id !== row.id && id !== `${row.id}-gate`)
    return { shapes: [...others, ...named], fit: named.flatMap(({ points }) => points) }
  }, [kind, row, own, standing.data])
  if (fit.length === 0) return null
  return <Card size="small" title="位置"><MapFrame label={`${row.title}位置图`} shapes={shapes} fit={fit} /></Card>
}

function Versions({ kind, history: { row, versions } }: { readonly kind: Kind; readonly history: History }) {
  return (
    <Timeline
      style={{ marginTop: 8 }}
      items={versions.map((version, index) => {
        const before = versions[index + 1]
        const changes = before === undefined ? [] : differencesOf(kind, before.data, version.data, row.names)
        return {
          key: version.version,
          color: version.ended === undefined ? 'blue' : 'gray',
          content: (
            <>
              <div><b>{deedOf(version)}</b> <span className="quiet number">第 {version.version} 版 · {minuteOf(version.at)} · {version.by}</span></div>
              {version.ended !== undefined && <div className="break">理由：{version.ended}</div>}
              {version.ended === undefined && before !== undefined && changes.length === 0 && <div className="quiet">内容没有变动</div>}
              {changes.map(({ label, before: was, after }) => <div key={label} className="break"><span className="quiet">{label}：</span>{was !== '' && <del>{was}</del>} {after !== '' ? <ins style={{ textDecoration: 'none', fontWeight: 600 }}>{after}</ins> : <span className="quiet">删去</span>}</div>)}
            </>
          ),
        }
      })}
    />
  )
}
