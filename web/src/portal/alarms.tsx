import { ALARM_STATES } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import type { OwnAlarm } from '@zhunsheng/bureau/modules/portal/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Flex, Segmented, Skeleton, Tag } from 'antd'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useAsked } from '../piece/asked.ts'
import { minuteOf } from '../piece/moment.ts'
import { Pager } from '../piece/pager.tsx'
import { PortalHead } from './portal-head.tsx'
import { ownAlarmsQuery } from './portal-queries.ts'

export const ALARM_COLOURS: Readonly<Record<OwnAlarm['state'], string>> = { raised: 'error', handled: 'warning', upheld: 'error', raisedEvent: 'error', referred: 'error', dismissed: 'default' }
/** As the enterprise reads where its alarm stands. */
export const STATE_WORDS: Readonly<Record<OwnAlarm['state'], string>> = { ...ALARM_STATES, raised: '待答复', handled: '已答复，待复核', raisedEvent: '已转执法办理' }

/** Alarms addressed to the enterprise (本企业的预警). */
export function Component() {
  const { asked, ask } = useAsked()
  const alarms = useQuery(ownAlarmsQuery(asked))
  return (
    <>
      <PortalHead title="预警" note={alarms.data === undefined ? undefined : `待答复 ${alarms.data.waiting} 条；预警发生后 ${alarms.data.answerHours} 小时内答复`} />
      <Segmented aria-label="范围" block value={asked['waiting'] ?? ''} onChange={(waiting) => ask({ waiting })} options={[{ value: '', label: '全部' }, { value: 'yes', label: '待答复' }]} />
      {alarms.isError && <Failure error={alarms.error} retry={() => void alarms.refetch()} />}
      {alarms.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {alarms.data?.rows.length === 0 && <Card><Empty description="没有预警" /></Card>}
      <ul className="plain-list portal-list">{alarms.data?.rows.map((row) => <li key={row.id}><AlarmCard row={row} /></li>)}</ul>
      {alarms.data !== undefined && alarms.data.total > 0 && <Pager total={alarms.data.total} asked={asked} ask={ask} />}
    </>
  )
}

function AlarmCard({ row }: { readonly row: OwnAlarm }) {
  const { id, title, plate, state, since, measured, threshold } = row
  return (
    <Link to={`/enterprise/alarms/${encodeURIComponent(id)}`} style={{ color: 'inherit', display: 'block' }}>
      <Card size="small">
        <Flex justify="space-between" gap={8} align="center"><b>{title}　<span className="number">{plate}</span></b><Tag color={ALARM_COLOURS[state]} style={{ margin: 0 }}>{STATE_WORDS[state]}</Tag></Flex>
        {measured !== undefined && <div>最大 <b className="number">{measured}</b>，阈值 <span className="number">{threshold}</span></div>}
        <div className="quiet number">{minuteOf(since)}</div>
        {state === 'raised' && <AnswerTerm alarm={row} />}
      </Card>
    </Link>
  )
}

/** Until when an answer is expected, in words and not by colour alone. */
export function AnswerTerm({ alarm: { answerBy, isLate } }: { readonly alarm: Pick<OwnAlarm, 'answerBy' | 'isLate'> }) {
  return <div className="number" style={{ color: isLate ? '#8f1d17' : '#8a4f00' }}>{isLate ? '已逾期：' : '请答复：'}{minuteOf(answerBy)} 之前</div>
}
