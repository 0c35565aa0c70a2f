import type { MatterView } from '@zhunsheng/bureau/modules/library/wire.ts'
import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Flex, Input, Skeleton, Tag } from 'antd'
import { useDeferredValue, useState } from 'react'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { mattersQuery } from '../queries.ts'
import { mattersWith } from './find-matters.ts'

const COMPETENCE = { bureau: '本机关', local: '按本地划定', transfer: '应当移送' } as const

/** The power list (权责清单), by name, field or article. */
export function Component() {
  const matters = useQuery(mattersQuery)
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search)
  const found = mattersWith(matters.data ?? [], wanted)
  return (
    <>
      <PageHead title="权责清单" note="执法事项、依据、罚款幅度和前置条件" />
      <Input size="large" allowClear autoFocus aria-label="查找事项" placeholder="按名称、领域或者条文查找，如：占道、第二十六条" prefix={<SearchOutlined aria-hidden />} value={search} onChange={({ target }) => setSearch(target.value)} style={{ marginBottom: 12 }} />
      {matters.isError && <Failure error={matters.error} retry={() => void matters.refetch()} />}
      {matters.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {matters.isSuccess && <p className="quiet" aria-live="polite">共 {found.length} 项</p>}
      {matters.isSuccess && found.length === 0 && <Empty description="没有找到；可以减少关键词再试" />}
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(min(380px, 100%), 1fr))' }}>
        {found.map((matter) => <MatterCard key={matter.id} matter={matter} />)}
      </div>
    </>
  )
}

function MatterCard({ matter }: { readonly matter: MatterView }) {
  const { name, field, basis, range, precondition, measures, competence, verified, from, until } = matter
  return (
    <Card size="small" title={name} extra={<Tag style={{ margin: 0 }}>{field}</Tag>}>
      <dl className="facts">
        <dt>依据</dt><dd>{basis}</dd>
        <dt>罚款幅度</dt><dd>{range}</dd>
        {precondition !== '' && <><dt>前置条件</dt><dd>{precondition}</dd></>}
        {measures !== '' && <><dt>其他措施</dt><dd>{measures}</dd></>}
        {(from !== undefined || until !== undefined) && <><dt>效力</dt><dd className="number">{from === undefined ? '' : `${from} 起`}{until === undefined ? '' : `至 ${until}`}</dd></>}
      </dl>
      <Flex gap={6} wrap>
        <Tag color={competence === 'bureau' ? 'blue' : 'warning'}>{COMPETENCE[competence]}</Tag>
        {!verified && <Tag color="warning">条文待核对</Tag>}
      </Flex>
    </Card>
  )
}
