import { parseDay, type Day } from '@zhunsheng/law/day.ts'
import { SearchOutlined } from '@ant-design/icons'
import { Button, Card, Empty, Flex, Input, Select, Tabs, Tag } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { Basis } from '../piece/basis.tsx'
import { MatterDigest } from './matter-digest.tsx'
import { linesOn, linesWith } from './law-lines.ts'

const FIRST = 30
const ACTS_SHOWN = 4

/** The law at hand (法条速查), out of the same data that the judge reads; it needs no network. */
export function Component() {
  const { today } = useMe()
  const [tab, turn] = useState('matters')
  const day = parseDay(today)
  return (
    <>
      <PageHead title="法条速查" note={<>与系统审查所用的规则和权责清单同源，不需要网络；以 <span className="number">{today}</span> 有效的为准</>} />
      <Tabs
        activeKey={tab}
        onChange={turn}
        items={[
          { key: 'matters', label: '事项、条文、罚款幅度', children: day === undefined ? null : <MatterDigest on={day} /> },
          { key: 'steps', label: '步骤要求', children: day === undefined ? null : <StepDigest on={day} /> },
        ]}
      />
    </>
  )
}

/** What the law asks at each step. */
function StepDigest({ on }: { readonly on: Day }) {
  const lines = useMemo(() => linesOn(on), [on])
  const [search, setSearch] = useState('')
  const [procedure, choose] = useState('')
  const [isWhole, showWhole] = useState(false)
  const found = linesWith(lines, useDeferredValue(search), procedure)
  const procedures = [...new Map(lines.map((line) => [line.procedure, { value: line.procedure, label: line.procedureName }])).values()]
  return (
    <>
      <Flex gap={8} wrap style={{ marginBottom: 8 }}>
        <Input size="large" allowClear aria-label="查找" placeholder="步骤、要求或者条文，如：送达、第四十四条" prefix={<SearchOutlined aria-hidden />} value={search} onChange={({ target }) => setSearch(target.value)} style={{ flex: 3, minWidth: 220 }} />
        <Select size="large" aria-label="程序" value={procedure} onChange={choose} options={[{ value: '', label: '全部程序' }, ...procedures]} style={{ flex: 1, minWidth: 180 }} />
      </Flex>
      <p className="quiet" aria-live="polite">共 {found.length} 条</p>
      {found.length === 0 ? <Empty description="没有找到；可以减少关键词再试" /> : (
        <Card size="small">
          <ul className="plain-list">
            {found.slice(0, isWhole ? found.length : FIRST).map(({ procedure: code, procedureName, acts, says, instead, basis }) => (
              <li key={`${code} ${says} ${instead} ${basis.join()}`} className="entry">
                {instead === '' ? <b>应当：{says}</b> : <><b>情形：{says}</b><div>处理：{instead}</div></>}
                <div className="quiet"><Basis articles={basis} /> · {procedureName}</div>
                <Flex gap={4} wrap>{acts.slice(0, ACTS_SHOWN).map((act) => <Tag key={act} style={{ margin: 0 }}>{act}</Tag>)}{acts.length > ACTS_SHOWN && <span className="quiet">等 {acts.length} 个步骤</span>}</Flex>
              </li>
            ))}
          </ul>
          {!isWhole && found.length > FIRST && <Button type="link" block onClick={() => showWhole(true)}>显示全部 {found.length} 条</Button>}
        </Card>
      )}
    </>
  )
}
