import type { ScanBody } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Card, DatePicker, Flex, Progress, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { useMe } from '../app/me.ts'
import { CONFIDENCES, daysOf, PERIODS, USUAL_CONFIDENCE, type Period } from './period.ts'
import { scan, scanQuery } from './scan-queries.ts'
import './consistency.css'

const SECOND_MS = 1000
const isPeriod = (word: string): word is Period => word in PERIODS

/** Asks for a scan (新的扫描): over which days, and how sure. */
export function ScanForm() {
  const { today } = useMe()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [period, choose] = useState<Period>('year')
  const [own, setOwn] = useState(daysOf('months', today))
  const [confidence, setConfidence] = useState(USUAL_CONFIDENCE)
  const days = period === 'own' ? own : daysOf(period, today)
  const body: ScanBody = { ...days, confidence }
  // Asked once more after the line was lost, the same question is the same scan.
  const [key, renew] = useState(newKey)
  const change = (changed: () => void) => {
    changed()
    renew(newKey())
  }
  const scanning = useMutation({
    mutationFn: scan,
    onSuccess: async (view) => {
      client.setQueryData(scanQuery(view.id).queryKey, view)
      await client.invalidateQueries({ queryKey: ['scans'] })
      await navigate(`/consistency/${view.id}`)
    },
  })
  const { isPending } = scanning
  return (
    <Card size="small" title="新的扫描" style={{ marginBottom: 12 }} className="no-print">
      <div className="scan-ask">
        <fieldset disabled={isPending}>
          <legend>期间（决定日期）</legend>
          <Segmented aria-label="期间" disabled={isPending} value={period} onChange={(chosen) => change(() => isPeriod(chosen) && choose(chosen))} options={Object.entries(PERIODS).map(([value, label]) => ({ value, label }))} />
        </fieldset>
        {period === 'own' ? (
          <Flex gap={8} align="center" wrap>
            <DatePicker aria-label="首日" disabled={isPending} allowClear={false} value={dayjs(own.from)} onChange={(day) => day !== null && change(() => setOwn({ ...own, from: day.format('YYYY-MM-DD') }))} />
            <span>至</span>
            <DatePicker aria-label="末日" disabled={isPending} allowClear={false} value={dayjs(own.to)} onChange={(day) => day !== null && change(() => setOwn({ ...own, to: day.format('YYYY-MM-DD') }))} />
          </Flex>
        ) : <span className="number" style={{ lineHeight: '32px' }}>{days.from} 至 {days.to}</span>}
        <label className="scan-field">置信度<Select aria-label="置信度" disabled={isPending} value={confidence} onChange={(chosen) => change(() => setConfidence(chosen))} options={CONFIDENCES.map(({ value, name }) => ({ value, label: name }))} style={{ width: 150 }} /></label>
        <Button type="primary" loading={isPending} onClick={() => scanning.mutate({ ...body, key })}>开始扫描</Button>
      </div>
      <p className="note" style={{ margin: '8px 0 0' }}>{CONFIDENCES.find(({ value }) => value === confidence)?.name.replace('（通常）', '')} 的含义：假如各人、各队、各镇街、各月其实没有差别，这样的扫描{CONFIDENCES.find(({ value }) => value === confidence)?.oneIn}中，出现误报的至多一次。置信度越高，误报越少，小的偏离也越容易漏掉。</p>
      {isPending && <Running />}
      {scanning.isError && <div style={{ marginTop: 8 }}><Said error={scanning.error} /></div>}
    </Card>
  )
}

/** How long it has been running: a year of a district takes seconds, old cases that are still to be computed take longer. */
function Running() {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const ticking = setInterval(() => setSeconds((before) => before + 1), SECOND_MS)
    return () => clearInterval(ticking)
  }, [])
  return <div role="status" style={{ marginTop: 8 }}><Progress percent={100} status="active" showInfo={false} aria-label="正在扫描" /><span className="quiet">正在整理案件并逐组比较，已用 <span className="number">{seconds}</span> 秒；一年的案件通常几秒，案件多的可能要一分钟。请不要关闭页面。</span></div>
}
