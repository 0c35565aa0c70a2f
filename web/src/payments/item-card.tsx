import type { Item } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { CURES, ITEM_KINDS, SETTLEMENTS } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { Button, Flex, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMe } from '../app/me.ts'
import { minuteOf } from '../piece/moment.ts'
import { SettleDrawer } from './settle-drawer.tsx'
import { inFours } from './written.ts'
import './payments.css'

const SETTLING: readonly string[] = ['windowClerk', 'teamLeader']
const STATES = { open: { name: '没有说明', color: 'error' }, explained: { name: '仍在跟踪', color: 'warning' }, settled: { name: '已了结', color: 'success' } } as const

/** A difference: what does not agree, why as a rule, how it is put right, and what was done about it (对账差异). */
export function ItemCard({ item, isDated = false }: { readonly item: Item; readonly isDated?: boolean }) {
  const { person } = useMe()
  const [isSettling, settle] = useState(false)
  const { kind, says, ours, theirs, serial, code, payer, caseId, caseNumber, state, entries, day } = item
  const { name, color } = STATES[state]
  return (
    <>
      <Flex gap={8} wrap align="center">
        <b>{ITEM_KINDS[kind]}</b>
        <Tag color={color} style={{ margin: 0 }}>{name}</Tag>
        {isDated && <Link to={`/payments/days/${day}`} className="number">{day}</Link>}
        <span className="number">我方 {ours} 元，银行 {theirs} 元</span>
      </Flex>
      <div className="break">{says}</div>
      <div className="quiet break number">{[serial === undefined ? '' : `流水号 ${serial}`, code === undefined ? '' : `缴款码 ${inFours(code)}`, payer ?? ''].filter((one) => one !== '').join(' · ')}{caseId !== undefined && <>　<Link to={`/cases/${caseId}?tab=money`}>{caseNumber ?? '查看案件'}</Link></>}</div>
      {state !== 'settled' && <div className="day-cure">{CURES[kind]}</div>}
      {entries.map((entry) => <div key={entry.at} className="break">{SETTLEMENTS[entry.kind]}{entry.code !== undefined && ` ${inFours(entry.code)}`}：{entry.reason} <span className="quiet">{entry.who} <span className="number">{minuteOf(entry.at)}</span></span></div>)}
      {state !== 'settled' && person.posts.some((one) => SETTLING.includes(one)) && <Button size="small" type="primary" ghost style={{ marginTop: 6 }} onClick={() => settle(true)}>说明、处理</Button>}
      <SettleDrawer item={isSettling ? item : undefined} close={() => settle(false)} />
    </>
  )
}
