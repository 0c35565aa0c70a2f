import type { ItemView } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { FLAGS } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Collapse, Flex, Image, Skeleton, Tag } from 'antd'
import dayjs from 'dayjs'
import { Link } from 'react-router'
import { get } from '../api.ts'
import { keptFile } from '../offline/kept-file.ts'

const WHAT = { uploaded: '上传', viewed: '查看', copied: '取得副本' } as const
const flagWords: Readonly<Record<string, string>> = FLAGS
const MEGABYTE = 1024 * 1024

const sizeOf = (bytes: number): string => (bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`)

/** One file of the record: shown or played, with where it came from and who looked at it (证据文件). */
export function FileView({ sha256, caseNumber }: { readonly sha256: string; readonly caseNumber?: string }) {
  const item = useQuery({ queryKey: ['evidence', sha256], queryFn: () => get<ItemView>(`/api/evidence/${sha256}/item`), retry: false })
  if (item.isPending) return <Skeleton.Image active />
  if (item.data === undefined) return <a href={`/api/evidence/${sha256}`} target="_blank" rel="noreferrer">查看文件（SHA-256 {sha256.slice(0, 16)}…）</a>
  if (item.data.receivedAt === '') return <LocalFile item={item.data} />
  const { media, name, size, flags, destroyed, soundness } = item.data
  const url = `/api/evidence/${sha256}`
  const has = (number: string) => item.data.uses.some((use) => use.number === number)
  if (destroyed !== undefined)
    return (
      <div className="evidence-file">
        <Alert type="info" showIcon title={`「${name}」已依规定销毁`} description={`${destroyed.proposedBy}提出鉴定意见，${destroyed.decidedBy} ${dayjs(destroyed.decidedAt).format('YYYY-MM-DD')} 批准：${destroyed.opinion} 摘要、来历和存证仍然保留。`} />
        <Origin item={item.data} />
      </div>
    )
  return (
    <div className="evidence-file">
      {soundness !== undefined && soundness.found !== 'whole' && <Alert style={{ marginBottom: 6 }} type="error" showIcon title={soundness.found === 'damaged' ? '存储的内容与入卷时的摘要不一致，不能作为证据' : '文件不在存储中'} description="请管理员从备份恢复：重新上传同一个原文件，内容一致的即自动修复。" />}
      <Shown media={media} url={url} thumbnail={`${url}/thumbnail`} name={name} />
      <Flex gap={8} wrap align="center" style={{ marginTop: 6 }}>
        <b className="break">{name}</b>
        <span className="quiet number">{sizeOf(size)}</span>
        {media.startsWith('image/') && <Button size="small" href={`${url}/watermarked${caseNumber === undefined || !has(caseNumber) ? '' : `?case=${encodeURIComponent(caseNumber)}`}`} target="_blank">水印副本</Button>}
        <Button size="small" href={url} target="_blank">原件</Button>
      </Flex>
      {flags.length > 0 && <Alert style={{ marginTop: 6 }} type="warning" showIcon title={flags.map((flag) => flagWords[flag] ?? flag).join('；')} />}
      <Origin item={item.data} />
    </div>
  )
}

/** Where a file came from, what names it, and who looked at it (来历、用途与流转). */
function Origin({ item }: { readonly item: ItemView }) {
  const { sha256, sm3, officer, takenAt, clockOffset, receivedAt, latitude, longitude, accuracy, device, readings, uses, soundness } = item
  return (
    <Collapse
      ghost
      size="small"
      items={[{
        key: 'origin',
        label: '来历与流转',
        children: (
          <dl className="head-facts">
            <div><dt>采集人</dt><dd>{officer}</dd></div>
            {takenAt !== undefined && <div><dt>设备时间</dt><dd className="number">{dayjs(takenAt).format('YYYY-MM-DD HH:mm:ss')}</dd></div>}
            {clockOffset !== undefined && <div><dt>设备时钟误差</dt><dd className="number">{clockError(clockOffset)}</dd></div>}
            {takenAt !== undefined && clockOffset !== undefined && clockOffset !== 0 && <div><dt>校正后的时间</dt><dd className="number">{dayjs(takenAt).subtract(clockOffset, 'second').format('YYYY-MM-DD HH:mm:ss')}</dd></div>}
            <div><dt>入卷时间</dt><dd className="number">{dayjs(receivedAt).format('YYYY-MM-DD HH:mm:ss')}</dd></div>
            {latitude !== undefined && longitude !== undefined && <div><dt>位置</dt><dd className="number">{latitude.toFixed(5)}, {longitude.toFixed(5)}{accuracy !== undefined && `（误差约 ${Math.round(accuracy)} 米）`}</dd></div>}
            {device !== undefined && <div><dt>设备</dt><dd className="break quiet">{device}</dd></div>}
            {soundness !== undefined && <div><dt>完整性检查</dt><dd className="number">{SOUND[soundness.found]} · {dayjs(soundness.at).format('YYYY-MM-DD HH:mm')}</dd></div>}
            <div><dt>SHA-256</dt><dd className="break">{sha256}</dd></div>
            <div><dt>SM3</dt><dd className="break">{sm3}</dd></div>
            {uses.length > 0 && <div><dt>用于</dt><dd>{uses.map(({ number, caseId, seq, act, by }) => <div key={`${number} ${seq ?? 0}`}>{caseId === undefined ? number : <Link to={`/cases/${caseId}`}>{number}</Link>}{act !== undefined && ` 第 ${seq ?? ''} 项 ${act}`}{by.length > 0 && <span className="quiet">（{by.join('、')}）</span>}</div>)}</dd></div>}
            <div><dt>流转</dt><dd>{readings.map(({ who, what, at }, index) => <div key={index}><Tag>{WHAT[what]}</Tag>{who} <span className="number quiet">{dayjs(at).format('MM-DD HH:mm')}</span></div>)}</dd></div>
          </dl>
        ),
      }]}
    />
  )
}

const SOUND = { whole: '与摘要一致', damaged: '与摘要不一致', missing: '文件缺失' } as const
const clockError = (seconds: number): string => (seconds === 0 ? '与服务器一致' : `${seconds > 0 ? '快' : '慢'} ${Math.abs(seconds)} 秒`)

/** A file that is still on this device: nobody else has it yet (待传). */
function LocalFile({ item: { sha256, media, name, size } }: { readonly item: ItemView }) {
  const url = useQuery({ queryKey: ['offline', 'file', sha256], queryFn: async () => URL.createObjectURL((await keptFile(sha256))?.bytes ?? new Blob()), staleTime: Infinity, gcTime: 0 }).data
  return (
    <div className="evidence-file">
      {url !== undefined && <Shown media={media} url={url} thumbnail={url} name={name} />}
      <Flex gap={8} wrap align="center" style={{ marginTop: 6 }}>
        <b className="break">{name}</b>
        <span className="quiet number">{sizeOf(size)}</span>
        <Tag color="processing" style={{ margin: 0 }}>保存在本机，等待报送</Tag>
      </Flex>
    </div>
  )
}

const POSTER = '#t=0.1'
function Shown({ media, url, thumbnail, name }: { readonly media: string; readonly url: string; readonly thumbnail: string; readonly name: string }) {
  if (media.startsWith('image/')) return <Image src={thumbnail} preview={{ src: url }} alt={name} style={{ maxHeight: 220, objectFit: 'contain' }} />
  // The recordings are evidence as they were taken; there is nothing to subtitle them from.
  // The moment that is asked for makes the browser itself show that frame before anybody plays: a poster without a codec of ours.
  if (media.startsWith('video/')) return <video controls preload="metadata" src={`${url}${POSTER}`} style={{ width: '100%', maxHeight: 280, background: '#000' }} aria-label={name} />
  if (media.startsWith('audio/')) return <audio controls preload="metadata" src={url} style={{ width: '100%' }} aria-label={name} />
  return null
}
