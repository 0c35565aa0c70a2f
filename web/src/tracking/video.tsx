import { CLIP_STATES, VIDEO_STATES, type ClipView, type Watch } from '@zhunsheng/bureau/modules/video/wire.ts'
import { VideoCameraOutlined } from '@ant-design/icons'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, Form, Input, InputNumber, Modal, Segmented } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { get, post, remove } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { momentOf } from '../piece/moment.ts'
import { playFilm, type PlayerState } from './film-player.ts'
import { maySeeTracks } from './track-tabs.tsx'
import './tracking.css'

const OFTEN_MS = 1000
const watchQuery = (id: string) => queryOptions({ queryKey: ['trucks', 'video', id], queryFn: () => get<Watch>(`/api/trucks/video/${id}`), refetchInterval: OFTEN_MS, refetchIntervalInBackground: true, retry: false })

/** Opens the live pictures of a truck (实时视频); nothing for those who may not see them. */
export function VideoButton({ truck, plate }: { readonly truck: string; readonly plate: string }) {
  const { person } = useMe()
  const [isOpen, open] = useState(false)
  if (!maySeeTracks(person.posts)) return null
  return (
    <>
      <Button className="no-print" size="small" icon={<VideoCameraOutlined />} onClick={() => open(true)}>实时视频</Button>
      {isOpen && <VideoWindow truck={truck} plate={plate} close={() => open(false)} />}
    </>
  )
}

function VideoWindow({ truck, plate, close }: { readonly truck: string; readonly plate: string; readonly close: () => void }) {
  const [watch, begin] = useState<Watch>()
  const id = watch?.id
  // Whoever closes the window watches no longer; the terminal stops when nobody does.
  useEffect(() => () => { if (id !== undefined) void remove(`/api/trucks/video/${id}`).catch(() => undefined) }, [id])
  return (
    <Modal open title={`实时视频：${plate}`} width={760} footer={null} onCancel={close} mask={{ closable: false }}>
      {watch === undefined ? <Ask truck={truck} begin={begin} /> : <Watching begun={watch} again={() => begin(undefined)} close={close} />}
    </Modal>
  )
}

interface Asking {
  readonly channel: number
  readonly main: boolean
  readonly reason: string
}
function Ask({ truck, begin }: { readonly truck: string; readonly begin: (watch: Watch) => void }) {
  const ask = useMutation({ mutationFn: (said: Asking) => post<Watch>('/api/trucks/video', { truck, ...said }), onSuccess: begin })
  return (
    <Form layout="vertical" initialValues={{ channel: 1, main: false }} onFinish={(said: Asking) => ask.mutate(said)}>
      {ask.isError && <Failure error={ask.error} />}
      <p className="note">车内画面是驾驶员的个人信息。查看人、时间、通道和理由记入查看记录，供法制审核、督察和领导查阅。只请求画面，不请求声音。</p>
      <Flex gap={16} wrap>
        <Form.Item name="channel" label="通道" rules={[{ required: true, message: '请填写通道' }]}><InputNumber min={1} max={32} precision={0} style={{ width: 100 }} /></Form.Item>
        <Form.Item name="main" label="码流"><Segmented options={[{ value: false, label: '子码流（省流量）' }, { value: true, label: '主码流（清晰）' }]} /></Form.Item>
      </Flex>
      <Form.Item name="reason" label="查看理由" rules={[{ required: true, min: 2, message: '请填写查看理由' }]}><Input autoFocus maxLength={200} placeholder="例如：核实未密闭预警" /></Form.Item>
      <Button type="primary" htmlType="submit" loading={ask.isPending}>请求视频</Button>
    </Form>
  )
}

const PLAYER: Readonly<Record<PlayerState, string>> = { 'no-decoder': '这个浏览器没有 H.264 解码器，不能播放。请换用 Chrome、Edge 或者 Safari；仍可以留存片段后下载查看。', loading: '正在缓冲', playing: '正在播放', over: '视频已结束', broken: '播放中断：浏览器不能继续读取这路视频' }

function Watching({ begun, again, close }: { readonly begun: Watch; readonly again: () => void; readonly close: () => void }) {
  const found = useQuery({ ...watchQuery(begun.id), initialData: begun })
  const { data: watch } = found
  const isOver = found.isError || watch.state === 'ended' || watch.state === 'refused'
  const { media } = watch
  return (
    <>
      {media !== undefined && watch.state !== 'refused' ? <Player key={media} id={watch.id} media={media} size={sizeOf(watch)} label={`${watch.plate} 通道 ${watch.channel} 实时视频`} /> : <div className="video-box video-empty" aria-hidden />}
      <p role="status" style={{ marginBlock: 8 }}><b>{found.isError ? '这次查看已经结束' : VIDEO_STATES[watch.state]}</b>{!found.isError && watch.said !== VIDEO_STATES[watch.state] && <>：{watch.said}</>}</p>
      <Flex gap={8} wrap align="center">
        {isOver ? <Button onClick={again}>重新请求</Button> : <Button danger onClick={close}>停止</Button>}
        {watch.state === 'running' && <KeepButton id={watch.id} />}
        <span className="quiet">通道 {watch.channel}　观看 {watch.viewers} 人　本次至 {momentOf(watch.until)}</span>
      </Flex>
      <Clips clips={watch.clips} />
      <LeftOut watch={watch} />
    </>
  )
}
const sizeOf = ({ width, height }: Watch): { readonly width: number; readonly height: number } => ({ width: width ?? 16, height: height ?? 9 })

function Player({ id, media, size, label }: { readonly id: string; readonly media: string; readonly size: { readonly width: number; readonly height: number }; readonly label: string }) {
  const video = useRef<HTMLVideoElement>(null)
  const [state, tell] = useState<PlayerState>('loading')
  useEffect(() => (video.current === null ? undefined : playFilm(video.current, { url: `/api/trucks/video/${id}/film.mp4`, media, tell })), [id, media])
  return (
    <>
      {state === 'no-decoder' || state === 'broken' ? <Alert type="warning" showIcon title={PLAYER[state]} /> : <video ref={video} className="video-box" aria-label={label} width={size.width} height={size.height} muted playsInline controls />}
      {(state === 'loading' || state === 'over') && <div className="quiet">{PLAYER[state]}</div>}
    </>
  )
}

const SPANS = [{ before: 30, after: 0, label: '留存前 30 秒' }, { before: 30, after: 30, label: '留存前后各 30 秒' }] as const
function KeepButton({ id }: { readonly id: string }) {
  const client = useQueryClient()
  const keep = useMutation({ mutationFn: ({ before, after }: { readonly before: number; readonly after: number }) => post<ClipView>(`/api/trucks/video/${id}/clips`, { before, after }), onSuccess: () => client.invalidateQueries({ queryKey: ['trucks', 'video', id] }) })
  return (
    <>
      {SPANS.map(({ before, after, label }) => <Button key={label} loading={keep.isPending} onClick={() => keep.mutate({ before, after })}>{label}</Button>)}
      {keep.isError && <Failure error={keep.error} />}
    </>
  )
}
function Clips({ clips }: { readonly clips: readonly ClipView[] }) {
  return clips.length === 0 ? null : (
    <ul className="plain-list" aria-label="留存的片段" style={{ marginTop: 8 }}>
      {clips.map(({ id, state, from, picture, sha256 }) => (
        <li key={id}>{momentOf(from)} 起：{CLIP_STATES[state]}{picture !== undefined && <>　<a href={`/api/trucks/pictures/${encodeURIComponent(picture)}/file`} target="_blank" rel="noreferrer">查看</a>　<span className="quiet number" style={{ overflowWrap: 'anywhere' }}>SHA-256 {sha256?.slice(0, 16)}…</span></>}</li>
      ))}
    </ul>
  )
}
/** What the terminal sent and the picture does not show: nothing is left out without a word. */
const LEFT_OUT: readonly string[] = ['sound', 'bPictures', 'otherCoding', 'lost', 'withoutKey', 'skipped']
function LeftOut({ watch: { counts } }: { readonly watch: Watch }) {
  const left = counts.filter(({ key }) => LEFT_OUT.includes(key))
  return left.length === 0 ? null : <p className="note">{left.map(({ name, count }) => `${name} ${count}`).join('　')}</p>
}
