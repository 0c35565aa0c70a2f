import { ACCOUNT_STATES, type Account, type ActivationCode } from '@zhunsheng/bureau/modules/portal/wire.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Input, Modal, Popconfirm, Tag } from 'antd'
import { useState } from 'react'
import { post } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { minuteOf } from '../piece/moment.ts'
import { CodeSaid } from './code-said.tsx'

const COLOURS: Readonly<Record<Account['state'], string>> = { waiting: 'warning', active: 'success', ended: 'default' }

/** Accounts, and what the desk does with each (企业账号). */
export function AccountRows({ rows, mayManage }: { readonly rows: readonly Account[]; readonly mayManage: boolean }) {
  return <ul className="plain-list" style={{ display: 'grid', gap: 12 }}>{rows.map((row) => <li key={row.id}><One row={row} mayManage={mayManage} /></li>)}</ul>
}

function One({ row: { id, enterpriseName, login, name, state, openedBy, openedAt, codeUntil, endedBy, endedReason }, mayManage }: { readonly row: Account; readonly mayManage: boolean }) {
  return (
    <Flex justify="space-between" gap={12} wrap align="center">
      <div>
        <Tag color={COLOURS[state]}>{ACCOUNT_STATES[state]}</Tag> <b>{enterpriseName}　{name}</b>　<span className="quiet">{login}</span>
        <div className="quiet">{openedBy} <span className="number">{minuteOf(openedAt)}</span> 开立{codeUntil !== undefined && <>；激活码 <span className="number">{minuteOf(codeUntil)}</span> 之前有效</>}{endedBy !== undefined && `；${endedBy}停用：${endedReason ?? ''}`}</div>
      </div>
      {mayManage && state !== 'ended' && <Handling id={id} isActive={state === 'active'} />}
    </Flex>
  )
}

function Handling({ id, isActive }: { readonly id: string; readonly isActive: boolean }) {
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const refresh = () => client.invalidateQueries({ queryKey: ['trucks', 'portal'] })
  const renew = useMutation({ mutationFn: () => post<ActivationCode>(`/api/trucks/portal/accounts/${id}/code`, {}), onSuccess: refresh })
  const end = useMutation({ mutationFn: () => post<Account>(`/api/trucks/portal/accounts/${id}/ending`, { reason }), onSettled: refresh })
  return (
    <Flex gap={8} wrap>
      {renew.error !== null && <Failure error={renew.error} />}
      {end.error !== null && <Failure error={end.error} />}
      <Popconfirm title="重新发放激活码" description={isActive ? '原口令立即作废，已经登录的退出' : '以前的激活码作废'} okText="发放" onConfirm={() => renew.mutate()}><Button size="small" loading={renew.isPending}>重新发放激活码</Button></Popconfirm>
      <Popconfirm title="停用账号" description={<Input aria-label="停用理由" placeholder="停用理由，如：离职" maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} style={{ width: 240 }} />} okText="停用" okButtonProps={{ disabled: reason.trim() === '', danger: true }} onConfirm={() => end.mutate()}><Button size="small" danger loading={end.isPending}>停用</Button></Popconfirm>
      <Modal open={renew.data !== undefined} title="激活码" footer={null} onCancel={() => renew.reset()}>{renew.data !== undefined && <CodeSaid given={renew.data} />}</Modal>
    </Flex>
  )
}
