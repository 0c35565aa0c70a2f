import type { Me } from '@zhunsheng/bureau/modules/officers/wire.ts'
import { LockOutlined, UserOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Input, Typography } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { post, Problem } from '../api.ts'
import { bureauQuery, meQuery, type PublicBureau } from '../queries.ts'
import { DemoMark } from './demo-mark.tsx'

interface Asked {
  readonly name: string
  readonly password: string
}

/** Only a path of this site: an address in the question must not lead people elsewhere after log-in. */
const safeTarget = (asked: string | null): string => (asked !== null && /^\/(?!\/)/.test(asked) ? asked : '/')

/** Log-in (登录). */
export function Component() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const client = useQueryClient()
  const bureau = useQuery(bureauQuery)
  const [form] = Form.useForm<Asked>()
  const enter = useMutation({
    mutationFn: (asked: Asked) => post<Me>('/api/session', asked),
    onSuccess: (me) => {
      client.clear()
      client.setQueryData(meQuery.queryKey, me)
      void navigate(safeTarget(search.get('to')), { replace: true })
    },
  })
  const said = enter.error instanceof Problem ? enter.error.detail : enter.error === null ? undefined : '登录没有成功，请重试'
  return (
    <Flex component="main" vertical align="center" justify="center" gap={16} style={{ minHeight: '100vh', padding: 16, background: 'linear-gradient(#17396b 0 38%, #f3f5f8 38%)' }}>
      <Flex vertical align="center" style={{ color: '#fff' }}>
        <h1 style={{ margin: 0, fontSize: 34, letterSpacing: 8, paddingLeft: 8 }}>准绳</h1>
        <div style={{ opacity: 0.9 }}>{bureau.data?.name ?? '城市管理综合行政执法'}</div>
      </Flex>
      <Card style={{ width: 'min(420px, 100%)', boxShadow: '0 8px 30px rgb(23 57 107 / 16%)' }}>
        <Form form={form} layout="vertical" size="large" onFinish={(asked) => enter.mutate(asked)} requiredMark={false}>
          {said !== undefined && <Alert role="alert" type="error" showIcon title={said} style={{ marginBottom: 16 }} />}
          <Form.Item name="name" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
            <Input autoFocus autoComplete="username" prefix={<UserOutlined aria-hidden />} />
          </Form.Item>
          <Form.Item name="password" label="口令" rules={[{ required: true, message: '请填写口令' }]}>
            <Input.Password autoComplete="current-password" prefix={<LockOutlined aria-hidden />} />
          </Form.Item>
          <Button block type="primary" htmlType="submit" loading={enter.isPending}>
            登录
          </Button>
        </Form>
        {bureau.data?.demo === true && <DemoAccounts bureau={bureau.data} choose={(asked) => { form.setFieldsValue(asked); enter.mutate(asked) }} />}
      </Card>
      <span><Link to="/public">行政处罚决定公示（无需登录）</Link>　<Link to="/enterprise">渣土运输企业端</Link></span>
    </Flex>
  )
}

function DemoAccounts({ bureau, choose }: { readonly bureau: PublicBureau; readonly choose: (asked: Asked) => void }) {
  return (
    <section aria-label="演示账号" style={{ marginTop: 20, borderTop: '1px solid #e3e8ef', paddingTop: 14 }}>
      <Flex align="center" gap={8} style={{ marginBottom: 8 }}>
        <DemoMark />
        <Typography.Text type="secondary">点选岗位直接进入{bureau.password !== undefined && `，口令均为 ${bureau.password}`}</Typography.Text>
      </Flex>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 }}>
        {(bureau.accounts ?? []).map(({ login, name, post: asPost }) => (
          <Button key={login} title={login} style={{ height: 'auto', padding: '6px 10px', textAlign: 'left', whiteSpace: 'normal' }} onClick={() => choose({ name: login, password: bureau.password ?? '' })}>
            <span style={{ width: '100%' }}>
              <b>{name}</b>
              <br />
              <small className="quiet">{asPost}</small>
            </span>
          </Button>
        ))}
      </div>
    </section>
  )
}
