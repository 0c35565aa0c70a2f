import { CHANGES, REPLAYERS, type ReplayBody, type ReplayView } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { writeBenchmark } from '@zhunsheng/discretion/written.ts'
import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, DatePicker, Flex, Progress } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { post, postForFile } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { saveFile } from '../piece/save-file.ts'
import { ReplayTable } from './replay-table.tsx'

/** Tries the draft in the editor on the cases that were decided (试算去年案件), against the version in force. Nothing is kept. */
export function ReplayPanel({ benchmark }: { readonly benchmark: Benchmark }) {
  const { today, person } = useMe()
  const [[from, to], choose] = useState<readonly [Dayjs, Dayjs]>(() => [dayjs(today).subtract(1, 'year').add(1, 'day'), dayjs(today)])
  const asked: ReplayBody = { matter: benchmark.matter, from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD'), after: { is: 'draft', content: writeBenchmark(benchmark) } }
  const trying = useMutation({ mutationFn: (body: ReplayBody) => post<ReplayView>('/api/discretion/replay', body) })
  const saving = useMutation({ mutationFn: async (body: ReplayBody) => saveFile(await postForFile('/api/discretion/replay.csv', body), `试算-${benchmark.matter}.csv`) })
  if (!person.posts.some((post) => REPLAYERS.includes(post))) return <p className="quiet">由法制审核人员、机关负责人或者执法监督人员试算。</p>
  const failed = trying.error ?? saving.error
  const isCurrent = JSON.stringify(trying.variables) === JSON.stringify(asked)
  return (
    <>
      <p className="note">按案卷中当时查明的裁量因素，比较现行基准和表格中的草稿对同一案件的结果。只看结果，不改变任何案件，也不保存；原来没有查明的因素不作推测。</p>
      <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }}>
        <span>决定日期</span>
        <DatePicker aria-label="首日" value={from} allowClear={false} onChange={(day) => choose([dayjs(day), to])} />
        <span>至</span>
        <DatePicker aria-label="末日" value={to} allowClear={false} onChange={(day) => choose([from, dayjs(day)])} />
        <Button type="primary" loading={trying.isPending} onClick={() => trying.mutate(asked)}>试算</Button>
        {isCurrent && trying.data !== undefined && trying.data.rows.length > 0 && <Button icon={<DownloadOutlined />} loading={saving.isPending} onClick={() => saving.mutate(asked)}>导出 CSV</Button>}
      </Flex>
      {trying.isPending && <div role="status"><Progress percent={100} status="active" showInfo={false} aria-label="正在试算" /><span className="quiet">正在读取案卷并逐件试算</span></div>}
      {failed !== null && <Failure error={failed} />}
      {trying.isSuccess && (isCurrent ? <Tried view={trying.data} /> : <Alert type="info" showIcon title="草稿或者期间已经改动，请重新试算" />)}
    </>
  )
}

function Tried({ view }: { readonly view: ReplayView }) {
  const { decided, same, lighter, heavier, mixed, unanswered, unstated, outside } = view.counts
  const figures: readonly (readonly [string, number])[] = [[CHANGES.same, same], [CHANGES.lighter, lighter], [CHANGES.heavier, heavier], [CHANGES.mixed, mixed], [CHANGES.unanswered, unanswered]]
  const period = `${view.from} 至 ${view.to}`
  if (decided === 0) return <Alert type="info" showIcon title={`${period}，这个事项没有作出决定的案件`} description="可以把首日提前后再试算。" />
  return (
    <section aria-label="试算结果" aria-live="polite">
      <p>{period} 决定 {decided} 件；现行基准 {view.before} 与{view.after}比较：</p>
      <dl className="replay-figures">{figures.map(([name, count]) => <div key={name}><dt>{name}</dt><dd className="number">{count}</dd></div>)}</dl>
      {unstated > 0 && <p className="note">其余 {unstated} 件没有写明裁量因素（没有适用裁量权基准，或者没有处罚），无法试算。</p>}
      {outside > 0 && <p>可以试算的案件中，{outside} 件的实际罚款不在草稿的幅度之内（包括依法减轻的）。</p>}
      {view.rows.length > 0 ? <ReplayTable rows={view.rows} /> : decided > unstated && <Alert type="success" showIcon title="可以试算的案件，结果都不变" />}
    </section>
  )
}
