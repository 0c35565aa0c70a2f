import { Pagination } from 'antd'
import { usePhone } from '../app/phone.ts'
import type { Asked } from './asked.ts'

const USUAL_SIZE = 20
const SIZES = [10, 20, 50, 100]

interface Paged {
  readonly total: number
  readonly asked: Asked
  readonly ask: (more: Readonly<Record<string, string | undefined>>) => void
  readonly sizes?: readonly number[]
}

/** Pages of a list (分页): 共 n 条, ten to a hundred on a page. An empty list has none: it says itself that it is empty. */
export function Pager({ total, asked, ask, sizes = SIZES }: Paged) {
  const isPhone = usePhone()
  if (total === 0) return null
  return (
    <nav aria-label="分页" style={{ display: 'flex', justifyContent: isPhone ? 'center' : 'flex-end', marginTop: 16 }}>
      <Pagination
        total={total}
        current={Number(asked['page'] ?? 1)}
        pageSize={Number(asked['size'] ?? USUAL_SIZE)}
        pageSizeOptions={[...sizes]}
        showSizeChanger={!isPhone}
        simple={isPhone}
        showTotal={(all) => `共 ${all} 条`}
        onChange={(page, size) => ask({ page: String(page), size: String(size) })}
      />
    </nav>
  )
}
