import type { Day } from '@zhunsheng/law/day.ts'
import { SearchOutlined } from '@ant-design/icons'
import { Alert, Button, Card, Empty, Flex, Input, Skeleton, Tag } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { mattersFor, mattersFound, type MatterLine } from './matter-lines.ts'
import { offeredTo } from './powers.ts'
import { usePowers } from './use-powers.ts'

const FIRST = 20

/** Every matter with its clauses, its range and its procedure (事项速查), from the data on this device. */
export function MatterDigest({ on }: { readonly on: Day }) {
  const powers = usePowers()
  const lines = useMemo(() => (powers === undefined ? [] : offeredTo(powers, mattersFor(on))), [on, powers])
  const [search, setSearch] = useState('')
  const [isWhole, showWhole] = useState(false)
  const found = mattersFound(lines, useDeferredValue(search))
  return (
    <>
      <Input size="large" allowClear aria-label="查找事项" placeholder="事项、违法行为或者条文，如：占道、第十八条" prefix={<SearchOutlined aria-hidden />} value={search} onChange={({ target }) => setSearch(target.value)} />
      {powers?.held !== undefined && <Alert style={{ marginTop: 8 }} type="info" showIcon title={lines.length === 0 ? '今日没有下放、委托本单位的事项' : '只列今日下放、委托本单位的事项，依据见各项'} />}
      <p className="quiet" aria-live="polite">共 {found.length} 项，其中今日适用 {found.filter(({ isValid }) => isValid).length} 项</p>
      {powers === undefined ? <Skeleton active /> : found.length === 0 ? <Empty description="没有找到；可以减少关键词再试" /> : (
        <>
          <div style={{ display: 'grid', gap: 10, gridTemplateColumns: 'repeat(auto-fill, minmax(min(380px, 100%), 1fr))' }}>
            {found.slice(0, isWhole ? found.length : FIRST).map((line) => <MatterCard key={line.id} line={line} powers={powers.says(line.id)} />)}
          </div>
          {!isWhole && found.length > FIRST && <Button type="link" block onClick={() => showWhole(true)}>显示全部 {found.length} 项</Button>}
        </>
      )}
    </>
  )
}

function MatterCard({ line: { name, field, conduct, violates, basis, range, precondition, measures, procedure, isValid, days, verified }, powers }: { readonly line: MatterLine; readonly powers: readonly string[] }) {
  return (
    <Card size="small" title={<span className="break">{name}</span>} extra={<Tag style={{ margin: 0 }}>{field}</Tag>}>
      <p style={{ margin: '0 0 8px' }}>{conduct}</p>
      <dl className="facts">
        {violates !== '' && <><dt>违反</dt><dd>{violates}</dd></>}
        <dt>处罚依据</dt><dd>{basis}</dd>
        <dt>罚款幅度</dt><dd>{range}</dd>
        <dt>前置条件</dt><dd>{precondition}</dd>
        {measures !== '' && <><dt>其他措施</dt><dd>{measures}</dd></>}
        <dt>程序</dt><dd>{procedure}</dd>
        {powers.map((said) => [<dt key={`${said} name`}>下放、委托</dt>, <dd key={said}>{said}</dd>])}
        {days !== '' && <><dt>效力</dt><dd className="number">{days}</dd></>}
      </dl>
      <Flex gap={6} wrap>
        {!isValid && <Tag color="error">今日不适用</Tag>}
        {!verified && <Tag color="warning">条文待核对</Tag>}
      </Flex>
    </Card>
  )
}
