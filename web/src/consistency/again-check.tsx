import type { Again, ScanView } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card } from 'antd'
import { Failure } from '../app/failure.tsx'
import { scanAgain } from './scan-queries.ts'

/** Does the scan again and says whether it comes to the same (再次扫描核对); nothing is kept. */
export function AgainCheck({ view: { id, cases, digest } }: { readonly view: Pick<ScanView, 'id' | 'cases' | 'digest'> }) {
  const again = useMutation({ mutationFn: () => scanAgain(id) })
  const said = again.data === undefined ? undefined : againWords(again.data, { cases, digest })
  return (
    <Card size="small" title="能不能复现" style={{ margin: '12px 0' }} className="no-print" extra={<Button size="small" loading={again.isPending} onClick={() => again.mutate()}>再次扫描核对</Button>}>
      <div aria-live="polite">
        {again.isError && <Failure error={again.error} />}
        {again.isPending && <span className="quiet">正在用同样的方法再次扫描…</span>}
        {said !== undefined && !again.isPending && <Alert type={said.type} showIcon title={said.title} description={said.description} />}
        {again.isIdle && <span className="quiet">用同样的期间和方法再扫描一次，核对数据和结果是不是一样；不作记录。</span>}
      </div>
    </Card>
  )
}

interface AgainSaid {
  readonly type: 'success' | 'info' | 'error'
  readonly title: string
  readonly description: string
}

/** What it came to, in words; the same data with other findings is a fault of ours. */
export function againWords({ sameData, sameFindings, cases }: Again, before: Pick<ScanView, 'cases' | 'digest'>): AgainSaid {
  if (sameData) return sameFindings ? { type: 'success', title: '数据和结果都一致', description: `再次扫描 ${cases} 件，数据摘要同为 ${before.digest}，结果相同。` } : { type: 'error', title: '数据一致而结果不同', description: '同样的数据应当得到同样的结果，请把这次扫描的链接告诉管理员。' }
  const number = cases === before.cases ? `案件仍是 ${cases} 件，内容有变化` : `案件由 ${before.cases} 件变为 ${cases} 件`
  const title = sameFindings ? '数据有变化，结果相同' : '数据有变化，结果也不同'
  return { type: 'info', title, description: `扫描以后，期间内有案件作出、变更或者撤销了决定（${number}）。${sameFindings ? '' : '需要最新的结果，请新做一次扫描；这次的结果原样保留。'}` }
}
