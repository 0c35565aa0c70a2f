import { scannedIn, type Scanned } from '@zhunsheng/law/identifiers/scanned.ts'
import { ScanOutlined } from '@ant-design/icons'
import { Alert, Button, Card, Flex, Input, Radio } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { ReadLine, type CodeKind } from './read-code.tsx'
import { ScanView } from './scan-view.tsx'

const KINDS: readonly { readonly value: CodeKind; readonly label: string; readonly like: string }[] = [
  { value: 'idNumber', label: '身份证号', like: '18 位，末位可以是 X' },
  { value: 'creditCode', label: '信用代码', like: '18 位，可以扫营业执照二维码' },
  { value: 'plate', label: '车辆号牌', like: '如 渝AD12345' },
]

/** Checking numbers on the street (扫码核号): a code is scanned where the browser can, a number is typed and read at once. Works without signal. */
export function Component() {
  const { today } = useMe()
  const [kind, setKind] = useState<CodeKind>('idNumber')
  const [written, write] = useState('')
  const [isScanning, scan] = useState(false)
  const [scanned, show] = useState<Scanned>()
  const like = KINDS.find(({ value }) => value === kind)?.like ?? ''
  const found = (text: string) => {
    scan(false)
    const said = scannedIn(text)
    show(said)
    if (said.kind === 'credit') take('creditCode', said.code)
    if (said.kind === 'id') take('idNumber', said.number)
  }
  function take(chosen: CodeKind, code: string): void {
    setKind(chosen)
    write(code)
  }
  return (
    <>
      <PageHead title="扫码核号" note="在本机校验，不需要网络，不留存" />
      <Card size="small" style={{ maxWidth: 560 }}>
        {isScanning ? (
          <>
            <ScanView onFound={found} />
            <Button block style={{ marginTop: 8 }} onClick={() => scan(false)}>停止扫码</Button>
          </>
        ) : (
          <Button size="large" type="primary" block icon={<ScanOutlined />} onClick={() => { show(undefined); scan(true) }}>扫二维码：营业执照、执法证</Button>
        )}
        {scanned !== undefined && <Found scanned={scanned} />}
        <p className="quiet" style={{ margin: '12px 0 6px' }}>或者手工录入。身份证和号牌没有可供浏览器读取的条码，本系统不做图像文字识别。</p>
        <Radio.Group value={kind} onChange={({ target }) => { setKind(target.value); write('') }} options={KINDS.map(({ value, label }) => ({ value, label }))} optionType="button" aria-label="号码种类" />
        <Input size="large" style={{ marginTop: 8 }} value={written} onChange={({ target }) => write(target.value.toUpperCase())} placeholder={like} maxLength={kind === 'plate' ? 10 : 18} aria-label="号码" allowClear />
        <ReadLine kind={kind} written={written} today={today} />
      </Card>
    </>
  )
}

function Found({ scanned }: { readonly scanned: Scanned }) {
  switch (scanned.kind) {
    case 'credit':
      return <Alert style={{ marginTop: 8 }} type="success" showIcon title={scanned.name ?? '营业执照'} description={<Flex gap={8} wrap align="center"><span className="number">{scanned.code}</span><Link to={`/cases?search=${scanned.code}`}>查这个单位的案件</Link></Flex>} />
    case 'officer':
      return <Alert style={{ marginTop: 8 }} type="success" showIcon title={`执法证 ${scanned.number}`} description={<Link to={`/public/officers/${encodeURIComponent(scanned.number)}`}>核验这张执法证</Link>} />
    case 'id':
      return <Alert style={{ marginTop: 8 }} type="success" showIcon title="居民身份证号" description={scanned.number} />
    case 'unknown':
      return <Alert style={{ marginTop: 8 }} type="warning" showIcon title="没有认出证照号码" description={<span className="break">{scanned.text}</span>} />
    default:
      return scanned satisfies never
  }
}
