import type { CaseView } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Card, Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { ShownProcedure } from '../act/form.ts'
import { usePhone } from '../app/phone.ts'
import { Lanes } from './lanes.tsx'

const Canvas = lazy(() => import('./picture-canvas.tsx'))

interface Pictured {
  readonly view: CaseView
  readonly procedure: ShownProcedure
  readonly open: (act: string) => void
}

/** Where the case stands in its procedure (进程图): what was done, what is lawful now, what is not and why. */
export function Picture(props: Pictured) {
  const isPhone = usePhone()
  return (
    <Card size="small" title={props.procedure.name} extra={<Legend />}>
      {isPhone ? <Lanes {...props} /> : <Suspense fallback={<Skeleton active />}><Canvas {...props} /></Suspense>}
    </Card>
  )
}

function Legend() {
  return (
    <span className="legend">
      <span className="act-node act-node-done">✓ 已办</span>
      <span className="act-node act-node-lawful">▸ 可办</span>
      <span className="act-node act-node-refused">⊘ 目前不可</span>
    </span>
  )
}
