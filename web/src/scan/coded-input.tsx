import { idFactsOf } from '@zhunsheng/law/identifiers/id-facts.ts'
import { formatDay, parseDay } from '@zhunsheng/law/day.ts'
import { scannedIn } from '@zhunsheng/law/identifiers/scanned.ts'
import { ScanOutlined } from '@ant-design/icons'
import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useMe } from '../app/me.ts'
import { ReadLine } from './read-code.tsx'
import { ScanView } from './scan-view.tsx'

interface Coded {
  readonly kind: 'idNumber' | 'creditCode'
  readonly value: string
  readonly max: number
  readonly onChange: (value: unknown) => void
  readonly id?: string
  /** The place of this field from the top of the form; what the code tells besides goes into its neighbours. */
  readonly under: readonly (string | number)[]
}

/** A number with a check in it (证照号码): read while it is typed, or scanned where the browser can; empty neighbours are filled from it. */
export function CodedInput({ kind, value, max, onChange, id, under }: Coded) {
  const { today } = useMe()
  const { message } = App.useApp()
  const form = Form.useFormInstance()
  const [isScanning, scan] = useState(false)
  const neighbour = (name: string) => [...under.slice(0, -1), name]
  const fill = (name: string, filled: string) => {
    const before: unknown = form.getFieldValue(neighbour(name))
    if (before === undefined || before === '') form.setFieldValue(neighbour(name), filled)
  }
  const take = (written: string) => {
    const day = parseDay(today)
    const facts = kind === 'idNumber' && day !== undefined ? idFactsOf(written, day) : undefined
    if (facts !== undefined) fill('birthday', formatDay(facts.birthday))
    onChange(written)
  }
  const found = (text: string) => {
    scan(false)
    const scanned = scannedIn(text)
    if (kind === 'creditCode' && scanned.kind === 'credit') {
      if (scanned.name !== undefined) fill('name', scanned.name)
      take(scanned.code)
    } else if (kind === 'idNumber' && scanned.kind === 'id') take(scanned.number)
    else void message.warning(`扫到的内容里没有${kind === 'creditCode' ? '统一社会信用代码' : '身份证号'}，请手工录入`)
  }
  return (
    <>
      <Input
        {...(id === undefined ? {} : { id })}
        value={value}
        maxLength={max}
        onChange={({ target }) => take(target.value.trim().toUpperCase())}
        suffix={<Button type="text" size="small" icon={<ScanOutlined />} onClick={() => scan(true)} aria-label={kind === 'creditCode' ? '扫营业执照二维码' : '扫码'} />}
      />
      <ReadLine kind={kind} written={value} today={today} />
      <Modal open={isScanning} onCancel={() => scan(false)} footer={null} title={kind === 'creditCode' ? '扫营业执照二维码' : '扫码'} destroyOnHidden>
        {kind === 'idNumber' && <p className="quiet">居民身份证正面没有可供浏览器读取的条码，请手工录入号码；带码的证照可以扫描。</p>}
        <ScanView onFound={found} />
      </Modal>
    </>
  )
}
