import type { AlarmPictures, Picture, PicturePage } from '@zhunsheng/bureau/modules/pictures/wire.ts'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Card, Empty, Flex, Image, Skeleton } from 'antd'
import { get, type Query } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { useAsked } from '../piece/asked.ts'
import { momentOf } from '../piece/moment.ts'
import { Pager } from '../piece/pager.tsx'
import { maySeeTracks } from './track-tabs.tsx'
import { VideoButton } from './video.tsx'
import './tracking.css'

const OFTEN_MS = 15_000
const ofAlarmQuery = (alarm: string) => queryOptions({ queryKey: ['trucks', 'pictures', 'alarm', alarm], queryFn: ({ signal }) => get<AlarmPictures>(`/api/trucks/alarms/${encodeURIComponent(alarm)}/pictures`, {}, signal), refetchInterval: OFTEN_MS })
const picturesQuery = (asked: Query) => queryOptions({ queryKey: ['trucks', 'pictures', asked], queryFn: ({ signal }) => get<PicturePage>('/api/trucks/pictures', asked, signal), placeholderData: keepPreviousData, refetchInterval: OFTEN_MS })

const addressOf = ({ id }: Picture): string => `/api/trucks/pictures/${encodeURIComponent(id)}/file`
const BYTES = 1024 * 1024 * 1024
const gigabytes = (bytes: number): string => (bytes / BYTES).toFixed(1)

/** Pictures side by side, each with when, where and why it was taken. What is no picture is offered to be kept. */
function Grid({ rows }: { readonly rows: readonly Picture[] }) {
  return (
    <Image.PreviewGroup>
      <ul className="plain-list picture-grid">
        {rows.map((one) => (
          <li key={one.id}>
            <Taken one={one} />
            <div className="number">{momentOf(one.at)}</div>
            <div className="quiet">通道 {one.channel}　{one.event}</div>
            {one.clip !== undefined && <div className="quiet">至 {momentOf(one.clip.until)}　{one.clip.keptBy}：{one.clip.reason}</div>}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  )
}

function Taken({ one }: { readonly one: Picture }) {
  const words = `${one.plate} 通道 ${one.channel} ${momentOf(one.at)}`
  if (one.media === 'image/jpeg') return <Image src={addressOf(one)} alt={words} width="100%" loading="lazy" />
  if (one.media === 'video/mp4') return <video src={addressOf(one)} aria-label={`${words} 视频片段`} controls preload="metadata" playsInline width="100%" />
  return <a href={addressOf(one)} download>下载文件（{one.media}）</a>
}

/** What cameras took around an alarm (预警影像): for the page of an alarm; nothing for those who may not see it. */
export function AlarmPicturesPanel(of: { readonly alarm: string; readonly truck: string; readonly plate: string }) {
  const { person } = useMe()
  return maySeeTracks(person.posts) ? <OfAlarm {...of} /> : null
}
function OfAlarm({ alarm, truck, plate }: { readonly alarm: string; readonly truck: string; readonly plate: string }) {
  const found = useQuery(ofAlarmQuery(alarm))
  return (
    <Card size="small" title="车载影像" style={{ marginBottom: 12 }} extra={<Flex gap={12} align="center">{found.data !== undefined && <span className="quiet">预警前后 {found.data.windowMinutes} 分钟</span>}<VideoButton truck={truck} plate={plate} /></Flex>}>
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {found.data?.rows.length === 0 && <span className="quiet">没有收到这一时段的影像</span>}
      {found.data !== undefined && <Grid rows={found.data.rows} />}
    </Card>
  )
}

/** The latest pictures of a terminal (终端影像). */
export function TerminalPictures({ terminal }: { readonly terminal: string }) {
  const { asked, ask } = useAsked()
  const found = useQuery(picturesQuery({ ...asked, terminal }))
  return (
    <Card size="small" title="车载影像" style={{ marginTop: 12 }} extra={found.data === undefined ? undefined : <span className="quiet">全部终端已占 {gigabytes(found.data.kept)} GB，上限 {gigabytes(found.data.most)} GB</span>}>
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data?.rows.length === 0 && <Empty description="这台终端还没有上传影像" />}
      {found.data !== undefined && <Grid rows={found.data.rows} />}
      {found.data !== undefined && found.data.total > 0 && <Pager total={found.data.total} asked={asked} ask={ask} />}
    </Card>
  )
}
