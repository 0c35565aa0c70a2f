import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'
import { SEEN, TIPOFF_STATES, type Reporter, type TipoffView } from '@zhunsheng/bureau/modules/tipoffs/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Descriptions, Flex, Image, Input, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { Due } from '../piece/due.tsx'
import { momentOf } from '../piece/moment.ts'
import { Answering } from './answering.tsx'
import { tipoffQuery } from './tipoff-queries.ts'
import { STATE_COLOURS } from './tipoffs.tsx'

/** One report (举报): what was seen, the photographs, what was known of that truck then, and what the desk decides. */
export function Component() {
  const { id = '' } = useParams()
  const report = useQuery(tipoffQuery(id))
  if (report.isError) return <Failure error={report.error} retry={() => void report.refetch()} />
  if (report.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  const { data } = report
  return (
    <>
      <PageHead title={`群众举报 ${data.plate}`} note={data.seen.map((one) => SEEN[one]).join('、')} />
      <p><Link to="/trucks/tipoffs">返回举报列表</Link></p>
      <Facts report={data} />
      {data.photos > 0 && (
        <Card size="small" title={`照片 ${data.photos} 张`} style={{ marginBottom: 12 }} extra={<span className="quiet">不带手机写入的位置等信息</span>}>
          <Image.PreviewGroup>
            <Flex gap={8} wrap>{Array.from({ length: data.photos }, (_, index) => <Image key={index} src={`/api/tipoffs/${data.id}/photos/${index}`} alt={`举报照片 ${index + 1}`} height={180} style={{ objectFit: 'contain', borderRadius: 6, border: '1px solid #e3e8ef', maxWidth: '100%' }} />)}</Flex>
          </Image.PreviewGroup>
        </Card>
      )}
      {data.hasReporter && <WhoReported report={data} />}
      <Answering report={data} />
    </>
  )
}

function Facts({ report }: { readonly report: TipoffView }) {
  const { today } = useMe()
  const { plate, plateColour, vehicle, at, place, position, text, receivedOn, answerBy, state } = report
  return (
    <Card size="small" style={{ marginBottom: 12 }}>
      <Descriptions size="small" column={{ xs: 1, md: 2 }} items={[
        { key: 'state', label: '状态', children: <Tag color={STATE_COLOURS[state]}>{TIPOFF_STATES[state]}</Tag> },
        { key: 'due', label: '收到', children: <span className="number">{receivedOn}{state === 'received' && <>，答复期限 <Due due={answerBy} today={today} /></>}</span> },
        { key: 'plate', label: '车辆', children: <span>{plate}（{PLATE_COLOURS[plateColour]}牌）{vehicle === undefined ? '，没有登记' : <>，<Link to={`/trucks/register/vehicle/${vehicle.id}`}>{vehicle.enterprise}</Link></>}</span> },
        { key: 'at', label: '看到的时间', children: <span className="number">{momentOf(at)}</span> },
        { key: 'place', label: '地点', children: place },
        ...(position === undefined ? [] : [{ key: 'position', label: '位置', children: <span className="number">{position.latitude.toFixed(5)}, {position.longitude.toFixed(5)}，误差约 {Math.round(position.accuracy)} 米</span> }]),
        ...(text === '' ? [] : [{ key: 'text', label: '补充说明', children: <span className="passage">{text}</span> }]),
      ]} />
    </Card>
  )
}

/** Who reported is shown for a reason, and the look is written down (查看举报人). */
function WhoReported({ report: { id, looks, mayHandle } }: { readonly report: TipoffView }) {
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const look = useMutation({ mutationFn: () => post<Reporter>(`/api/tipoffs/${id}/reporter`, { reason }), onSuccess: () => client.invalidateQueries({ queryKey: ['tipoffs', 'one', id] }) })
  return (
    <Card size="small" title="举报人" style={{ marginBottom: 12 }}>
      <p className="quiet" style={{ marginTop: 0 }}>举报人的信息应当保密（《固体废物污染环境防治法》第三十一条第三款），只给办理的人看，每次查看写明事由并留下记录。</p>
      {look.data !== undefined && <Alert type="info" style={{ marginBottom: 8 }} title={<>{look.data.name ?? '没有留姓名'}　<span className="number">{look.data.phone ?? '没有留电话'}</span></>} />}
      {look.error !== null && <Failure error={look.error} />}
      {mayHandle && look.data === undefined && (
        <Flex gap={8} wrap>
          <Input aria-label="查看事由" placeholder="查看事由，如：回访核实" maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} style={{ maxWidth: 320 }} />
          <Button disabled={reason.trim().length < 2} loading={look.isPending} onClick={() => look.mutate()}>查看举报人</Button>
        </Flex>
      )}
      {looks.length > 0 && <ul className="plain-list quiet" style={{ marginTop: 8 }}>{looks.map(({ who, at, reason: why }) => <li key={at + who}>{who} 于 <span className="number">{momentOf(at)}</span> 查看：{why}</li>)}</ul>}
    </Card>
  )
}
