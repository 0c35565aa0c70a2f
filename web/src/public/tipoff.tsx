import type { TipoffProgress } from '@zhunsheng/bureau/modules/tipoffs/wire.ts'
import { useMutation } from '@tanstack/react-query'
import { Alert, Card, Input } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { get, Problem } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { TipoffForm } from './tipoff-form.tsx'

/** Whoever saw a truck do wrong says so (举报渣土车), and asks what became of it. */
export function Component() {
  useEffect(() => {
    document.title = '举报渣土车'
  }, [])
  return (
    <>
      <h1>举报渣土车</h1>
      <p>看到渣土车没有密闭、撒漏、乱倒或者不按规定行驶的，可以在这里举报，不必登录。举报由工作人员逐件核查，受理后十五个工作日内答复（《重庆市市容环境卫生管理条例》第七十三条）；举报人的信息依法保密（《固体废物污染环境防治法》第三十一条）。哪些工地、路线经过核准，见<Link to="/public/haulage">渣土运输</Link>。</p>
      <div className="repair-board">
        <TipoffForm />
        <Asking />
      </div>
    </>
  )
}

function Asking() {
  const ask = useMutation({ mutationFn: (receipt: string) => get<TipoffProgress>(`/api/public/tipoffs/${encodeURIComponent(receipt.trim())}`) })
  return (
    <Card title="查询办理情况">
      <Input.Search size="large" aria-label="举报编号" placeholder="举报编号，JB 开头" enterButton="查询" maxLength={64} loading={ask.isPending} onSearch={(receipt) => receipt.trim() !== '' && ask.mutate(receipt)} />
      <div aria-live="polite" style={{ marginTop: 12 }}>
        {ask.error !== null && (ask.error instanceof Problem && ask.error.isOf('not-found') ? <Alert type="warning" showIcon title="没有这个举报编号，请核对" /> : <Failure error={ask.error} />)}
        {ask.data !== undefined && <Progress progress={ask.data} />}
      </div>
      <p className="quiet" style={{ marginBottom: 0 }}>只有持有编号的人可以查询。情况紧急、正在倾倒的，请同时拨打 12345。</p>
    </Card>
  )
}

function Progress({ progress: { plate, receivedOn, answerBy, answeredOn, status, reason } }: { readonly progress: TipoffProgress }) {
  return (
    <dl className="facts">
      <dt>举报车辆</dt><dd className="number">{plate}</dd>
      <dt>收到</dt><dd className="number">{receivedOn}</dd>
      <dt>办理情况</dt><dd><b>{status}</b></dd>
      {reason !== undefined && <><dt>理由</dt><dd>{reason}</dd></>}
      {answeredOn === undefined ? <><dt>答复期限</dt><dd className="number">{answerBy}</dd></> : <><dt>答复</dt><dd className="number">{answeredOn}</dd></>}
    </dl>
  )
}
