import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Form, Input } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { Said } from '../act/said.tsx'
import { post } from '../api.ts'
import { NewPasswordFields } from './own-password.tsx'
import './portal.css'

interface Filled {
  readonly code: string
  readonly password: string
}

/** The first password, by a code that is good once (激活账号). */
export function Component() {
  useEffect(() => {
    document.title = '激活企业账号'
  }, [])
  const send = useMutation({ mutationFn: ({ code, password }: Filled) => post<{ readonly login: string }>('/api/portal/activation', { code, password }) })
  return (
    <main className="portal-entrance">
      <h1>激活企业账号</h1>
      <Card style={{ width: 'min(420px, 100%)' }}>
        {send.data === undefined ? (
          <Form layout="vertical" size="large" requiredMark={false} onFinish={(filled: Filled) => send.mutate(filled)}>
            <Form.Item name="code" label="激活码" extra="管理部门发给您的十位激活码，七天内有效，只能用一次" rules={[{ required: true, message: '请填写激活码' }]}><Input autoComplete="one-time-code" autoCapitalize="characters" maxLength={20} placeholder="XXXXX-XXXXX" className="number" /></Form.Item>
            <NewPasswordFields />
            <Said error={send.error} />
            <Button block type="primary" htmlType="submit" loading={send.isPending} style={{ marginTop: 8 }}>设置口令</Button>
          </Form>
        ) : (
          <>
            <Alert type="success" showIcon title={<>口令已经设置。您的用户名是 <b>{send.data.login}</b></>} />
            <Link to="/enterprise/login"><Button type="primary" block size="large" style={{ marginTop: 16 }}>去登录</Button></Link>
          </>
        )}
      </Card>
    </main>
  )
}
