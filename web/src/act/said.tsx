import { Alert, Button } from 'antd'
import { Problem } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { Grounds } from '../piece/grounds.tsx'

/** What the server said to an act that was not recorded (未予记录). */
export function Said({ error, onReload }: { readonly error: Error | null; readonly onReload?: () => void }) {
  if (error === null) return null
  if (!(error instanceof Problem)) return <Failure error={error} />
  if (error.isOf('changed-meanwhile'))
    return <Alert role="alert" type="warning" showIcon title="案卷已有新的行为" description={`${error.detail} 您填写的内容已经保存，重新载入后可以继续。`} action={onReload !== undefined && <Button onClick={onReload}>重新载入</Button>} />
  if (error.isOf('refused')) return <Alert role="alert" type="error" showIcon title={`依法不予准许，没有记录任何内容（${error.refusals.length} 项理由）`} description={<div className="ruling"><Grounds refusals={error.refusals} /></div>} />
  if (error.isOf('malformed')) return <Alert role="alert" type="error" showIcon title="填写有误，没有记录任何内容" description={<ul style={{ margin: 0, paddingInlineStart: 18 }}>{error.faults.map(({ path, because }) => <li key={path}>{because}</li>)}</ul>} />
  if (error.isOf('not-logged-in'))
    return <Alert role="alert" type="warning" showIcon title="登录已经过期" description="您填写的内容已经保存，重新登录后可以继续。" action={<Button href={`/login?to=${encodeURIComponent(window.location.pathname + window.location.search)}`}>重新登录</Button>} />
  return <Failure error={error} />
}
