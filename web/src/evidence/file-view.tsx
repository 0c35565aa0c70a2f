import type { ItemView } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { FLAGS } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Collapse, Flex, Image, Skeleton, Tag } from 'antd'
import dayjs from 'dayjs'
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
  const { media, name, size, flags, officer, receivedAt, takenAt, sm3, latitude, longitude, readings } = item.data
  const url = `/api/evidence/${sha256}`
  return (
    <div className="evidence-file">
      <Shown media={media} url={url} thumbnail={`${url}/thumbnail`} name={name} />
      <Flex gap={8} wrap align="center" style={{ marginTop: 6 }}>
        <b className="break">{name}</b>
        <span className="quiet number">{sizeOf(size)}</span>
        {media.startsWith('image/') && <Button size="small" href={`${url}/watermarked${caseNumber === undefined ? '' : `?case=${encodeURIComponent(caseNumber)}`}`} target="_blank">水印副本</Button>}
        <Button size="small" href={url} target="_blank">原件</Button>
      </Flex>
      {flags.length > 0 && <Alert style={{ marginTop: 6 }} type="warning" showIcon title={flags.map((flag) => flagWords[flag] ?? flag).join('；')} />}
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
              <div><dt>入卷时间</dt><dd className="number">{dayjs(receivedAt).format('YYYY-MM-DD HH:mm:ss')}</dd></div>
              {latitude !== undefined && longitude !== undefined && <div><dt>位置</dt><dd className="number">{latitude.toFixed(5)}, {longitude.toFixed(5)}</dd></div>}
              <div><dt>SHA-256</dt><dd className="break">{sha256}</dd></div>
              <div><dt>SM3</dt><dd className="break">{sm3}</dd></div>
              <div><dt>流转</dt><dd>{readings.map(({ who, what, at }, index) => <div key={index}><Tag>{WHAT[what]}</Tag>{who} <span className="number quiet">{dayjs(at).format('MM-DD HH:mm')}</span></div>)}</dd></div>
            </dl>
          ),
        }]}
      />
    </div>
  )
}

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

function Shown({ media, url, thumbnail, name }: { readonly media: string; readonly url: string; readonly thumbnail: string; readonly name: string }) {
  if (media.startsWith('image/')) return <Image src={thumbnail} preview={{ src: url }} alt={name} style={{ maxHeight: 220, objectFit: 'contain' }} />
  // The recordings are evidence as they were taken; there is nothing to subtitle them from.
  if (media.startsWith('video/')) return <video controls preload="metadata" src={url} style={{ width: '100%', maxHeight: 280, background: '#000' }} aria-label={name} />
  if (media.startsWith('audio/')) return <audio controls preload="metadata" src={url} style={{ width: '100%' }} aria-label={name} />
  return null
}
