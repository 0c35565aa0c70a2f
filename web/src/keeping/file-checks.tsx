import type { Checks } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Progress, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { Link } from 'react-router'
import { Said } from '../act/said.tsx'
import { get, post } from '../api.ts'
import { Failure } from '../app/failure.tsx'

const AGAIN_MS = 3000
const HUNDRED = 100
const FOUND = { damaged: '内容与摘要不一致', missing: '文件缺失' } as const

/** Whether the stored files are still what they were (完整性检查), with the progress of a look at all of them. */
export function FileChecks() {
  const client = useQueryClient()
  const checks = useQuery({ queryKey: ['keeping', 'checks'], queryFn: () => get<Checks>('/api/keeping/checks'), refetchInterval: ({ state }) => (state.data?.run?.ended === false ? AGAIN_MS : false) })
  const begin = useMutation({ mutationFn: () => post('/api/keeping/checks', {}), onSuccess: () => client.invalidateQueries({ queryKey: ['keeping', 'checks'] }) })
  if (checks.isError) return <Failure error={checks.error} retry={() => void checks.refetch()} />
  if (checks.data === undefined) return <Skeleton active />
  const { files, old, run, faulty, mayBegin } = checks.data
  return (
    <>
      <Card size="small" style={{ marginBottom: 12 }}>
        <Flex gap={12} wrap align="center" justify="space-between">
          <div>
            <b>存储中应有 {files} 个文件</b>
            <div className="quiet">每个文件一年内至少自动与摘要比对一次{old > 0 && `；现有 ${old} 个超过一年没有比对，正在后台进行`}。每次查看之前也先比对。</div>
          </div>
          {mayBegin && <Button type="primary" loading={begin.isPending} disabled={run?.ended === false} onClick={() => begin.mutate()}>全部重新检查</Button>}
        </Flex>
        {run !== undefined && (
          <div style={{ marginTop: 8 }} aria-live="polite">
            <span className="quiet">{run.by} {dayjs(run.begunAt).format('YYYY-MM-DD HH:mm')} 发起：{run.ended ? `已检查完 ${run.done} 个` : `已检查 ${run.done} / ${run.total}`}</span>
            <Progress percent={run.ended || run.total === 0 ? HUNDRED : Math.floor((run.done / run.total) * HUNDRED)} size="small" status={run.ended ? 'success' : 'active'} />
          </div>
        )}
        <Said error={begin.error} />
      </Card>
      {faulty.length === 0 && <Alert type="success" showIcon title="没有发现损坏或者缺失的文件" />}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>
        {faulty.map(({ sha256, name, found, at, uses }) => (
          <li key={sha256}>
            <Alert
              type="error"
              showIcon
              title={<span className="break">{name === '' ? '（没有文件名）' : name}：{FOUND[found]}</span>}
              description={<><div className="quiet break">{dayjs(at).format('YYYY-MM-DD HH:mm')} 发现 · SHA-256 {sha256}</div><div>{uses.length === 0 ? '没有用于案件。' : <>用于 {uses.map(({ number, caseId }) => (caseId === undefined ? number : <Link key={number} to={`/cases/${caseId}?tab=evidence`}>{number} </Link>))}</>}从备份取出原文件重新上传，内容一致的即自动修复。</div></>}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
