import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Form, Input } from 'antd'
import { useEffect } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { post, Problem } from '../api.ts'
import { DemoMark } from '../app/demo-mark.tsx'
import { bureauQuery } from '../queries.ts'
import './portal.css'

interface Asked {
  readonly name: string
  readonly password: string
}
/** Only a page of the enterprises: an address in the question must not lead people elsewhere after log-in. */
const safeTarget = (asked: string | null): string => (asked !== null && /^\/enterprise(\/|$)/.test(asked) ? asked : '/enterprise')

/** Where the people of a haulage enterprise come in (企业端登录). */
export function Component() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const client = useQueryClient()
  const bureau = useQuery(bureauQuery)
  const [form] = Form.useForm<Asked>()
  useEffect(() => {
    document.title = '渣土运输企业端'
  }, [])
  const enter = useMutation({
    mutationFn: (asked: Asked) => post('/api/portal/session', asked),
    onSuccess: () => {
      client.clear()
      void navigate(safeTarget(search.get('to')), { replace: true })
    },
  })
  const said = enter.error instanceof Problem ? enter.error.detail : enter.error === null ? undefined : '登录没有成功，请重试'
  const example = bureau.data?.enterprises?.[0]
  const password = bureau.data?.password
  return (
    <main className="portal-entrance">
      <h1>渣土运输企业端</h1>
      <p>{bureau.data?.name}</p>
      <Card style={{ width: 'min(420px, 100%)', boxShadow: '0 8px 30px rgb(23 57 107 / 16%)' }}>
        <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={(asked) => enter.mutate(asked)}>
          {said !== undefined && <Alert role="alert" type="error" showIcon title={said} style={{ marginBottom: 16 }} />}
          <Form.Item name="name" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}><Input autoComplete="username" autoCapitalize="none" /></Form.Item>
          <Form.Item name="password" label="口令" rules={[{ required: true, message: '请填写口令' }]}><Input.Password autoComplete="current-password" /></Form.Item>
          <Button block type="primary" htmlType="submit" loading={enter.isPending}>登录</Button>
        </Form>
        <p style={{ textAlign: 'center', margin: '14px 0 0' }}><Link to="/enterprise/activate">第一次使用，用激活码设置口令</Link></p>
        {bureau.data?.demo === true && example !== undefined && password !== undefined && (
          <section aria-label="演示账号" style={{ marginTop: 16, borderTop: '1px solid #e3e8ef', paddingTop: 14 }}>
            <DemoMark /> <span className="quiet">口令 {password}</span>
            <Button block style={{ marginTop: 8, height: 'auto', padding: '6px 10px' }} onClick={() => enter.mutate({ name: example.login, password })}><b>{example.name}</b>　<small className="quiet">{example.post}</small></Button>
          </section>
        )}
      </Card>
      <span className="quiet">账号由管理部门开立；忘记口令的，请管理部门重新发放激活码。</span>
    </main>
  )
}
