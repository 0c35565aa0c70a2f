import type { SafetyPage } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Card, Pagination, Tag } from 'antd'
import { useState } from 'react'
import { get } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { momentOf } from '../piece/moment.ts'

const SIZE = 10

/** What the trucks' own safety systems warned of (主动安全提示): a camera's opinion, to be talked about with the enterprise. */
export function SafetyHints() {
  const [page, turn] = useState(1)
  const hints = useQuery({ queryKey: ['trucks', 'safety-hints', page], queryFn: ({ signal }) => get<SafetyPage>('/api/trucks/safety-hints', { page, size: SIZE }, signal), placeholderData: keepPreviousData })
  return (
    <Card size="small" title="主动安全提示" style={{ marginTop: 12 }} extra={<span className="quiet">车载设备的判断，不是违法认定</span>}>
      {hints.isError && <Failure error={hints.error} retry={() => void hints.refetch()} />}
      {hints.data?.rows.length === 0 && <span className="quiet">没有提示</span>}
      <ul className="plain-list" style={{ display: 'grid', gap: 8 }}>
        {hints.data?.rows.map(({ truck, plate, at, level, words, speed }) => <li key={`${truck} ${at} ${words}`}><b className="number">{plate}</b>　{words}　{level > 1 && <Tag color="warning">二级</Tag>}<div className="quiet number">{momentOf(at)}　{speed} 公里/小时</div></li>)}
      </ul>
      {hints.data !== undefined && hints.data.total > SIZE && <Pagination size="small" current={page} pageSize={SIZE} total={hints.data.total} showSizeChanger={false} onChange={turn} style={{ marginTop: 8 }} />}
    </Card>
  )
}
