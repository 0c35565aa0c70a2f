import { Alert, Button } from 'antd'
import { Problem } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { faultsByField } from './show-record.ts'

interface Said {
  readonly error: Error | null
  readonly labels: ReadonlyMap<string, string>
  readonly onReload: () => void
}
/** What the server said to an entry that was not taken, field by field (未予登记). */
export function TruckSaid({ error, labels, onReload }: Said) {
  if (error === null) return null
  if (!(error instanceof Problem)) return <Failure error={error} />
  if (error.isOf('changed-meanwhile')) return <Alert role="alert" type="warning" showIcon title="没有登记：已经有更新的内容" description={error.detail} action={<Button onClick={onReload}>重新载入</Button>} />
  if (!error.isOf('malformed') || error.faults.length === 0) return <Failure error={error} />
  const named = [...faultsByField(error.faults)]
  const whole = error.faults.filter(({ path }) => faultsByField([{ path, because: '' }]).size === 0)
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title="填写有误，没有登记"
      description={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {named.flatMap(([name, reasons]) => reasons.map((because) => <li key={`${name} ${because}`}>{labels.has(name) ? `${labels.get(name) ?? ''}：` : ''}{because}</li>))}
          {whole.map(({ path, because }) => <li key={path + because}>{because}</li>)}
        </ul>
      }
    />
  )
}
