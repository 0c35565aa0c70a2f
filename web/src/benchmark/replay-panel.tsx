import { REPLAYERS, type ReplayBody, type ReplayView, type Version } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, DatePicker, Flex, Progress, Segmented, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { post, postForFile } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { saveFile } from '../piece/save-file.ts'
import { lastTwo, replayBody, replayFileName, type Tried } from './replay-ask.ts'
import { ReplayResult } from './replay-result.tsx'

interface Replayed {
  readonly benchmark: Benchmark
  /** Every published version; with two of them one can be held against the other. */
  readonly versions: readonly Pick<Version, 'version' | 'from'>[]
}

/** Tries the draft in the editor on the cases that were decided (试算去年案件), against the version in force, or one version against another. Nothing is kept. */
export function ReplayPanel({ benchmark, versions }: Replayed) {
  const { today, person } = useMe()
  const [[from, to], choose] = useState<readonly [Dayjs, Dayjs]>(() => [dayjs(today).subtract(1, 'year').add(1, 'day'), dayjs(today)])
  const [tried, setTried] = useState<Tried>({ is: 'draft' })
  const asked = replayBody(benchmark, { from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') }, tried)
  const trying = useMutation({ mutationFn: (body: ReplayBody) => post<ReplayView>('/api/discretion/replay', body) })
  const saving = useMutation({ mutationFn: async (body: ReplayBody) => saveFile(await postForFile('/api/discretion/replay.csv', body), replayFileName(body)) })
  if (!person.posts.some((post) => REPLAYERS.includes(post))) return <p className="quiet">由法制审核人员、机关负责人或者执法监督人员试算。</p>
  const failed = trying.error ?? saving.error
  const isCurrent = JSON.stringify(trying.variables) === JSON.stringify(asked)
  const pair = lastTwo(versions)
  return (
    <>
      <p className="note">按案卷中当时查明的裁量因素，比较{tried.is === 'draft' ? '现行基准和表格中的草稿' : '两个已发布的版本'}对同一案件的结果。只看结果，不改变任何案件，也不保存；原来没有查明的因素不作推测。</p>
      {pair !== undefined && <Segmented aria-label="比较什么" style={{ marginBottom: 12 }} value={tried.is} onChange={(is) => setTried(is === 'draft' ? { is: 'draft' } : pair)} options={[{ value: 'draft', label: '现行基准与草稿' }, { value: 'versions', label: '两个版本' }]} />}
      {tried.is === 'versions' && <Versions versions={versions} tried={tried} change={setTried} />}
      <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }}>
        <span>决定日期</span>
        <DatePicker aria-label="首日" value={from} allowClear={false} onChange={(day) => choose([dayjs(day), to])} />
        <span>至</span>
        <DatePicker aria-label="末日" value={to} allowClear={false} onChange={(day) => choose([from, dayjs(day)])} />
        <Button type="primary" loading={trying.isPending} disabled={tried.is === 'versions' && tried.before === tried.after} onClick={() => trying.mutate(asked)}>试算</Button>
        {isCurrent && trying.data !== undefined && trying.data.rows.length > 0 && <Button icon={<DownloadOutlined />} loading={saving.isPending} onClick={() => saving.mutate(asked)}>导出 CSV</Button>}
      </Flex>
      {trying.isPending && <div role="status"><Progress percent={100} status="active" showInfo={false} aria-label="正在试算" /><span className="quiet">正在读取案卷并逐件试算</span></div>}
      {failed !== null && <Failure error={failed} />}
      {trying.isSuccess && (isCurrent ? <ReplayResult view={trying.data} /> : <Alert type="info" showIcon title={tried.is === 'draft' ? '草稿或者期间已经改动，请重新试算' : '版本或者期间已经改动，请重新试算'} />)}
    </>
  )
}

interface Choosing {
  readonly versions: Replayed['versions']
  readonly tried: Extract<Tried, { readonly is: 'versions' }>
  readonly change: (tried: Tried) => void
}
function Versions({ versions, tried, change }: Choosing) {
  const options = versions.map(({ version, from }) => ({ value: version, label: `第 ${version} 版（${from} 起施行）` }))
  return (
    <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }}>
      <span>比较</span>
      <Select aria-label="原版本" value={tried.before} options={options} onChange={(before) => change({ ...tried, before })} style={{ width: 260, maxWidth: '100%' }} />
      <span>与</span>
      <Select aria-label="新版本" value={tried.after} options={options} onChange={(after) => change({ ...tried, after })} style={{ width: 260, maxWidth: '100%' }} />
      {tried.before === tried.after && <span role="alert">请选择两个不同的版本</span>}
    </Flex>
  )
}
