import type { ActivationCode } from '@zhunsheng/bureau/modules/portal/wire.ts'
import { Alert, Typography } from 'antd'
import { minuteOf } from '../piece/moment.ts'

/** A code is said once (激活码): nobody can look it up later. */
export function CodeSaid({ given: { code, until, account } }: { readonly given: ActivationCode }) {
  return (
    <>
      <p>请把用户名和激活码当面或者用电话告诉 <b>{account.enterpriseName} {account.name}</b>，由本人在「/enterprise/activate」设置口令。</p>
      <dl className="facts"><dt>用户名</dt><dd>{account.login}</dd><dt>激活码</dt><dd><Typography.Text copyable className="number" style={{ fontSize: 24, letterSpacing: 2 }}>{code}</Typography.Text></dd><dt>有效</dt><dd className="number">{minuteOf(until)} 之前，只能用一次</dd></dl>
      <Alert type="warning" showIcon title="激活码只显示这一次；关掉以后只能重新发放" />
    </>
  )
}
