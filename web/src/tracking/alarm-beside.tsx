import { ALARM_STATES, STEP_TITLES, type AlarmView, type Beside, type NewAlarmStep } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import type { RefObject } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Asked } from '../piece/asked.ts'
import type { Shortcut } from '../piece/keystroke.ts'
import { Key } from '../piece/shortcuts.tsx'
import { alarmAddress, listAddress, STEP_KEYS } from './alarm-keys.ts'
import { trackOn } from './fleet.ts'
import './tracking.css'

interface Keyed {
  readonly beside: Beside | undefined
  readonly asked: Asked
  readonly id: string
  readonly may: readonly NewAlarmStep['kind'][]
  readonly take: (kind: NewAlarmStep['kind']) => void
}
/** The keys of an alarm's page: to its neighbours, to the next that waits, back to the list, and each step that may be taken now. */
export function useAlarmKeys({ beside, asked, id, may, take }: Keyed): readonly Shortcut[] {
  const navigate = useNavigate()
  const go = (to: string | undefined) => (): void => void (to === undefined ? undefined : navigate(alarmAddress(to, asked), { state: { alarm: id } }))
  return [
    { keys: ['j', 'ArrowRight'], says: '列表中的下一条', run: go(beside?.after) },
    { keys: ['k', 'ArrowLeft'], says: '列表中的上一条', run: go(beside?.before) },
    { keys: ['n'], says: '下一条待处置的预警', run: go(beside?.waiting) },
    ...may.map((kind): Shortcut => ({ keys: [STEP_KEYS[kind]], says: STEP_TITLES[kind], run: () => take(kind) })),
    { keys: ['b'], says: '返回列表', run: () => void navigate(listAddress(asked), { state: { alarm: id } }) },
  ]
}

interface Row {
  readonly head: RefObject<HTMLDivElement | null>
  readonly next: RefObject<HTMLAnchorElement | null>
  readonly beside: Beside | undefined
  readonly asked: Asked
  readonly alarm: AlarmView
  readonly mayTrack: boolean
}
/** Where this alarm stands in its list, and the ways on (相邻预警). */
export function BesideRow({ head, next, beside, asked, alarm: { id, title, plate, state, truck, since }, mayTrack }: Row) {
  const from = { alarm: id }
  return (
    <div ref={head} tabIndex={-1} className="alarm-beside no-print" role="group" aria-label={`${title} ${plate}，${ALARM_STATES[state]}${beside?.place === undefined ? '' : `，第 ${beside.place} 条，共 ${beside.total} 条`}`}>
      <Link to={listAddress(asked)} state={from} aria-keyshortcuts="b">返回预警列表<Key of="b" /></Link>
      {beside?.place !== undefined && <span className="quiet number">第 {beside.place} 条，共 {beside.total} 条</span>}
      {beside?.before !== undefined && <Link to={alarmAddress(beside.before, asked)} state={from} aria-keyshortcuts="k">上一条<Key of="k" /></Link>}
      {beside?.after !== undefined && <Link to={alarmAddress(beside.after, asked)} state={from} aria-keyshortcuts="j">下一条<Key of="j" /></Link>}
      {beside?.waiting !== undefined && <Link ref={next} to={alarmAddress(beside.waiting, asked)} state={from} aria-keyshortcuts="n"><b>下一条待处置</b>（共 {beside.waits} 条）<Key of="n" /></Link>}
      {mayTrack && <Link to={trackOn(truck, since)}>当日轨迹</Link>}
    </div>
  )
}
