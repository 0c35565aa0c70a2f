import type { Track, TrackPoint } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { CaretRightOutlined, DownloadOutlined, PauseOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Empty, Flex, Segmented } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { momentOf } from '../piece/moment.ts'
import { saveFile } from '../piece/save-file.ts'
import { surroundingsQuery } from '../trucks/truck-queries.ts'
import { signalsOf } from './fleet.ts'
import { believed, GAP_MS, heldOf, marksOf, sheetOfTrack, spanOf, speedsIn, whereAt, type Mark, type Span, type Timed } from './play.ts'
import { PlaybackMap } from './playback-map.tsx'
import { alarmsQuery } from './track-queries.ts'

interface Played {
  readonly track: Track
  readonly from: string
  readonly until: string
}
const RATES = [1, 5, 10, 30, 60]
const MOST_ALARMS = 500
const written = (ms: number): string => momentOf(new Date(ms).toISOString())

/** A track that plays (回放): the truck on the map, its speed, and what happened on the way, all at one instant. */
export function Playback({ track: { truck, plate, points }, from, until }: Played) {
  const track = useMemo(() => believed(points), [points])
  const held = useMemo(() => heldOf(points), [points])
  const alarms = useQuery(alarmsQuery({ truck, from: from.slice(0, 10), until: until.slice(0, 10), size: MOST_ALARMS }))
  const ground = useQuery(surroundingsQuery)
  const marks = useMemo(() => marksOf(track, alarms.data?.rows ?? []), [track, alarms.data])
  const span = spanOf(track)
  const player = usePlayer(span)
  const where = whereAt(track, player.ms)
  return (
    <>
      <PlaybackMap plate={plate} track={track} held={held} spot={where?.spot} ground={ground.data ?? []} />
      {alarms.isError && <Failure error={alarms.error} retry={() => void alarms.refetch()} />}
      {where === undefined ? <Alert type="warning" showIcon title="这段时间的定位都没有采信，不能回放；原因见下" /> : (
        <Card size="small" style={{ marginTop: 12 }}>
          <Controls player={player} span={span} marks={marks} />
          <p className="number" style={{ margin: '4px 0' }} aria-live="off"><b>{written(player.ms)}</b>　{where.isGap ? '定位中断，停在最后的位置' : `${Math.round(where.point.speed)} 公里/小时　${signalsOf(where.point).join('、')}`}{where.point.buffered === true && '　补传'}</p>
          <SpeedChart track={track} span={span} ms={player.ms} />
        </Card>
      )}
      <div className="track-two">
        <Marks marks={marks} go={player.go} />
        <Held held={held} />
      </div>
      <Flex gap={8} wrap className="no-print" style={{ marginTop: 12 }}>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>打印</Button>
        <Button icon={<DownloadOutlined />} onClick={() => saveFile(new Blob([sheetOfTrack(points)], { type: 'text/csv;charset=utf-8' }), `轨迹-${plate}-${from.slice(0, 10)}.csv`)}>导出定位</Button>
      </Flex>
    </>
  )
}

interface Player {
  readonly ms: number
  readonly isPlaying: boolean
  readonly rate: number
  readonly go: (ms: number) => void
  readonly play: (isPlaying: boolean) => void
  readonly hasten: (rate: number) => void
}
function usePlayer({ fromMs, untilMs }: Span): Player {
  const [ms, move] = useState(fromMs)
  const [isStarted, start] = useState(false)
  const [rate, hasten] = useState(30)
  const isOver = ms >= untilMs
  const isPlaying = isStarted && !isOver
  useEffect(() => {
    if (!isPlaying) return undefined
    let lastMs = performance.now()
    const picture = (nowMs: number) => {
      const passed = Math.max(0, nowMs - lastMs) * rate
      lastMs = nowMs
      move((before) => Math.min(untilMs, before + passed))
      frame = requestAnimationFrame(picture)
    }
    let frame = requestAnimationFrame(picture)
    return () => cancelAnimationFrame(frame)
  }, [isPlaying, rate, untilMs])
  return {
    ms,
    isPlaying,
    rate,
    hasten,
    // Whoever goes back from the end looks, and does not want it to run.
    go: (to) => {
      if (isOver) start(false)
      move(to)
    },
    // Whoever starts at the end starts over.
    play: (isOn) => {
      if (isOn && isOver) move(fromMs)
      start(isOn)
    },
  }
}

const COLOURS: Readonly<Record<Mark['kind'], string>> = { alarm: '#c3271d', lift: '#7a3ea1', cover: '#a86500', gap: '#8b95a3' }
const KINDS: Readonly<Record<Mark['kind'], string>> = { alarm: '预警', lift: '举升', cover: '篷盖', gap: '中断' }

function Controls({ player: { ms, isPlaying, rate, go, play, hasten }, span: { fromMs, untilMs }, marks }: { readonly player: Player; readonly span: Span; readonly marks: readonly Mark[] }) {
  return (
    <div className="no-print">
      <Flex gap={12} wrap align="center">
        <Button type="primary" icon={isPlaying ? <PauseOutlined /> : <CaretRightOutlined />} onClick={() => play(!isPlaying)}>{isPlaying ? '暂停' : '播放'}</Button>
        <Segmented aria-label="倍速" value={rate} onChange={hasten} options={RATES.map((value) => ({ value, label: `${value}×` }))} />
        <span className="quiet number">{written(fromMs)} 至 {written(untilMs)}</span>
      </Flex>
      <div className="track-line">
        {marks.map(({ ms: at, kind, text }) => <i key={`${at}${text}`} className="track-mark" title={`${written(at)} ${text}`} style={{ left: `${((at - fromMs) / Math.max(1, untilMs - fromMs)) * 100}%`, background: COLOURS[kind] }} />)}
        <input type="range" aria-label="回放时刻" aria-valuetext={written(ms)} min={fromMs} max={Math.max(untilMs, fromMs + 1)} step={1000} value={ms} onChange={({ target }) => go(Number(target.value))} />
      </div>
    </div>
  )
}

const PARTS = 300
const TALL = 90
/** A line through the highest speed of each part; where positions are rarer than parts, the few parts between two of them are no hole. */
function chartOf(track: readonly Timed[]): { readonly path: string; readonly most: number } {
  const { fromMs, untilMs } = spanOf(track)
  const hole = Math.max(1, Math.ceil((GAP_MS * PARTS) / Math.max(1, untilMs - fromMs)))
  const speeds = speedsIn(track, PARTS)
  const most = Math.max(20, ...speeds.map((speed) => speed ?? 0))
  let [path, last] = ['', -Infinity]
  for (const [part, speed] of speeds.entries()) {
    if (speed === undefined) continue
    path += `${part - last > hole ? 'M' : 'L'}${part} ${(TALL - 4 - (speed / most) * (TALL - 12)).toFixed(1)}`
    last = part
  }
  return { path, most }
}

/** The highest speed of each part of the time, with where the playback stands; broken where there are no positions. */
function SpeedChart({ track, span: { fromMs, untilMs }, ms }: { readonly track: readonly Timed[]; readonly span: Span; readonly ms: number }) {
  const { path, most } = useMemo(() => chartOf(track), [track])
  const at = ((ms - fromMs) / Math.max(1, untilMs - fromMs)) * PARTS
  return (
    <>
      <svg className="track-speed" viewBox={`0 0 ${PARTS} ${TALL}`} preserveAspectRatio="none" role="img" aria-label={`速度，最高 ${Math.round(most)} 公里/小时`}>
        <path d={path} fill="none" stroke="#1f4b8e" strokeWidth={1.5} vectorEffect="non-scaling-stroke" />
        <line x1={at} x2={at} y1={0} y2={TALL} stroke="#c3271d" vectorEffect="non-scaling-stroke" />
      </svg>
      <p className="note" style={{ margin: '2px 0 0' }}>速度，纵轴至 {Math.round(most)} 公里/小时</p>
    </>
  )
}

function Marks({ marks, go }: { readonly marks: readonly Mark[]; readonly go: (ms: number) => void }) {
  return (
    <Card size="small" title={`途中事件 ${marks.length} 项`}>
      {marks.length === 0 ? <Empty description="没有预警、举升、篷盖变化或者中断" /> : (
        <ul className="plain-list track-marks">
          {marks.map(({ ms, kind, text, alarm }) => (
            <li key={`${ms}${text}`}>
              <Button type="link" size="small" className="number" onClick={() => go(ms)}>{written(ms)}</Button>
              <span style={{ color: COLOURS[kind] }}>{KINDS[kind]}</span>　{alarm === undefined ? text : <Link to={`/trucks/alarms/${encodeURIComponent(alarm)}`}>{text}</Link>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Held({ held }: { readonly held: readonly TrackPoint[] }) {
  const reasons = new Map<string, number>()
  for (const { held: reason = '' } of held) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  return (
    <Card size="small" title={`没有采信的定位 ${held.length} 个`}>
      {held.length === 0 ? <span className="quiet">全部采信</span> : <ul className="plain-list">{[...reasons].map(([reason, count]) => <li key={reason}>{reason}　<b className="number">{count}</b> 个</li>)}</ul>}
      {held.length > 0 && <p className="note">在地图上以叉号标出，不参加回放和判断；导出的定位中写明原因。</p>}
    </Card>
  )
}
