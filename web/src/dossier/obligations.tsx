import type { Obligation } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Button, Card, Empty, Flex } from 'antd'
import { useSurroundings } from '../act/surroundings.ts'
import { useMe } from '../app/me.ts'
import { Basis } from '../piece/basis.tsx'
import { Due, Standing } from '../piece/due.tsx'

const isOpen = ({ standing }: Obligation): boolean => standing === 'owed' || standing === 'overdue' || standing === 'suspended'

/** What the law obliges the bureau to do in this case (法定义务): by when, under which article, and how it was met. */
export function Obligations({ obligations, open }: { readonly obligations: readonly Obligation[]; readonly open: (kind: string) => void }) {
  const ordered = [...obligations.filter(isOpen), ...obligations.filter((one) => !isOpen(one))]
  return (
    <Card size="small" title="法定义务">
      {ordered.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="目前没有法定义务" /> : <ul className="plain-list">{ordered.map((one) => <Item key={`${one.code}${one.since}`} one={one} open={open} />)}</ul>}
    </Card>
  )
}

function Item({ one, open }: { readonly one: Obligation; readonly open: (kind: string) => void }) {
  const { today } = useMe()
  const { specs } = useSurroundings()
  return (
    <li className="row-line">
      <Flex justify="space-between" gap={12} wrap>
        <b>{one.says}</b>
        {one.due !== undefined && (one.standing === 'owed' || one.standing === 'overdue') ? <Due due={one.due} today={today} /> : <Standing standing={one.standing} />}
      </Flex>
      <div className="quiet" style={{ fontSize: 13 }}>
        <Basis articles={one.basis} /> · 自 {one.since} 起{one.metOn !== undefined && ` · ${one.metOn} 履行`}
        {one.due !== undefined && !isOpen(one) && ` · 期限 ${one.due}`}
        {one.provisional && ' · 期限暂计，可能因后续事实变动'}
      </div>
      {isOpen(one) && (
        <Flex gap={6} wrap>
          <span className="quiet" style={{ fontSize: 13 }}>以此履行：</span>
          {one.duty.map((kind) => <Button key={kind} size="small" type="link" style={{ paddingInline: 0 }} onClick={() => open(kind)}>{specs.get(kind)?.name ?? kind}</Button>)}
        </Flex>
      )}
    </li>
  )
}
