import type { OwnAlarmView } from '@zhunsheng/bureau/modules/portal/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Card, Skeleton, Tag } from 'antd'
import { Link, useParams } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { minuteOf, momentOf } from '../piece/moment.ts'
import { ALARM_COLOURS, AnswerTerm, STATE_WORDS } from './alarms.tsx'
import { AnswerForm } from './answer-form.tsx'
import { PortalHead } from './portal-head.tsx'
import { ownAlarmQuery } from './portal-queries.ts'

/** One alarm of the enterprise: what was measured, and its answer (预警和答复). */
export function Component() {
  const { id = '' } = useParams()
  const alarm = useQuery(ownAlarmQuery(id))
  if (alarm.isError) return <Failure error={alarm.error} retry={() => void alarm.refetch()} />
  if (alarm.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  const { data } = alarm
  return (
    <>
      <PortalHead title={`${data.title} ${data.plate}`} note={<Link to="/enterprise/alarms">返回预警列表</Link>} />
      <Facts alarm={data} />
      {data.history.length > 0 && (
        <Card size="small" title="经过">
          <ul className="plain-list portal-list">{data.history.map(({ seq, title, text, who, at, own, files }) => (
            <li key={seq} className={own ? 'portal-own' : undefined}>
              <b>{title}</b>
              {text !== '' && <div className="passage">{text}</div>}
              {files.map((sha256, index) => <span key={sha256}><a href={`/api/portal/files/${sha256}`} target="_blank" rel="noreferrer">附件 {index + 1}</a>　</span>)}
              <div className="quiet"><span>{who}</span>　<span className="number">{minuteOf(at)}</span></div>
            </li>
          ))}</ul>
        </Card>
      )}
      {data.mayAnswer ? <AnswerForm key={data.steps} alarm={data} /> : <p className="quiet">管理部门已经复核，不能再答复；有异议请联系管理部门。</p>}
    </>
  )
}

function Facts({ alarm }: { readonly alarm: OwnAlarmView }) {
  const { state, since, until, measured, threshold, about, basis, evidence } = alarm
  return (
    <Card size="small">
      <dl className="facts">
        <dt>状态</dt><dd><Tag color={ALARM_COLOURS[state]} style={{ margin: 0 }}>{STATE_WORDS[state]}</Tag>{state === 'raised' && <AnswerTerm alarm={alarm} />}</dd>
        <dt>时间</dt><dd className="number">{momentOf(since)} {until === undefined ? '起，仍在持续' : `至 ${momentOf(until)}`}</dd>
        {measured !== undefined && <><dt>最大值</dt><dd>{measured}（阈值 {threshold}）</dd></>}
        {about.map(({ name, value }, index) => <div key={`${name}${index}`} style={{ display: 'contents' }}><dt>{name}</dt><dd>{value}</dd></div>)}
        <dt>依据</dt><dd>{basis.length === 0 ? '没有找到处罚这种行为的条文，只提示核实' : basis.join('、')}</dd>
        <dt>定位</dt><dd>{evidence.map(({ atMs, lat, lon, speedKmh }) => <div key={atMs} className="number">{momentOf(new Date(atMs).toISOString())}　{lat.toFixed(5)}, {lon.toFixed(5)}　{Math.round(speedKmh)} 公里/小时</div>)}</dd>
      </dl>
      <Link to={`/enterprise/track?${new URLSearchParams({ truck: alarm.truck, at: since }).toString()}`}>查看当时的轨迹</Link>
    </Card>
  )
}
