import { SIGNERS, type NewSignature, type RecordedAct } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { contentText } from '@zhunsheng/law/written/content.ts'
import { toHex } from '@zhunsheng/record/bytes.ts'
import { plainDigests } from '@zhunsheng/record/digest.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import type { ShownAct } from '../act/form.ts'
import { newKey } from '../act/draft.ts'
import { Said } from '../act/said.tsx'
import { post, Problem } from '../api.ts'
import { useMe } from '../app/me.ts'
import { usePhone } from '../app/phone.ts'
import { AnswerList } from '../dossier/answer-list.tsx'
import { hasLine } from '../offline/line.ts'
import { SignPad, type Strokes } from './sign-pad.tsx'

interface Signing {
  readonly act: RecordedAct
  readonly spec: ShownAct
  readonly caseId: string
  readonly close: () => void
}
const WIDTH = 640

/** Signing what an act says, on the screen (手写签名): the signer reads it here, and the signature is bound to just this. */
export function SignDrawer({ act, spec, caseId, close }: Signing) {
  const isPhone = usePhone()
  return (
    <Drawer open onClose={close} title={`签名：${act.name}`} size={isPhone ? '100%' : WIDTH} destroyOnHidden>
      <div className="passage-box"><AnswerList form={spec.form} answers={act.data} /></div>
      <SignForm act={act} caseId={caseId} close={close} />
    </Drawer>
  )
}

function SignForm({ act, caseId, close }: Omit<Signing, 'spec'>) {
  const { person } = useMe()
  const { message } = App.useApp()
  const client = useQueryClient()
  const isOwn = act.by.some(({ id }) => id === person.id)
  const [key] = useState(newKey)
  const [role, setRole] = useState<NewSignature['role']>('party')
  const [written, setName] = useState('')
  const [strokes, draw] = useState<Strokes>([])
  const name = role === 'officer' ? person.name : written.trim()
  const sign = useMutation({
    mutationFn: () =>
      post(`/api/cases/${caseId}/acts/${act.seq}/signatures`, { role, name, strokes: strokes.map((stroke) => [...stroke]), content: digestOf(act), signedAt: new Date().toISOString() } satisfies NewSignature, key),
    onSuccess: () => {
      void client.invalidateQueries()
      void message.success(hasLine() ? `${name}已签名` : '签名已保存在本机，联网后自动报送')
      close()
    },
  })
  return (
    <Form layout="vertical" style={{ marginTop: 16 }} onFinish={() => sign.mutate()}>
      <Form.Item label="签名人">
        <Radio.Group value={role} onChange={({ target }) => setRole(target.value)} options={[{ value: 'party', label: SIGNERS.party }, { value: 'witness', label: SIGNERS.witness }, ...(isOwn ? [{ value: 'officer', label: `本人（${person.name}）` }] : [])]} />
      </Form.Item>
      {role !== 'officer' && <Form.Item label="姓名" required><Input value={written} maxLength={100} onChange={({ target }) => setName(target.value)} aria-label="签名人姓名" /></Form.Item>}
      <Form.Item label="签名" extra="请签名人阅读以上内容后亲笔书写。签名与以上内容绑定，签后内容如有更正，须重新签名。"><SignPad strokes={strokes} onDraw={draw} /></Form.Item>
      {sign.error instanceof Problem && sign.error.isOf('changed-meanwhile') ? <Alert type="warning" showIcon title={sign.error.detail} /> : <Said error={sign.error} />}
      <Button type="primary" htmlType="submit" block loading={sign.isPending} disabled={name === '' || strokes.length === 0}>确认签名</Button>
    </Form>
  )
}

const digestOf = (act: RecordedAct): string => toHex(plainDigests.sha256(new TextEncoder().encode(contentText(act))))
