import { BookOutlined, CameraOutlined, FileTextOutlined, FormOutlined, IdcardOutlined, InboxOutlined, ScanOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Progress, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { Dues, Waiting } from '../desk/duties.tsx'
import { aheadSeconds } from '../offline/device.ts'
import { useLine } from '../offline/line.ts'
import { takeAlong } from '../offline/take-along.ts'
import { useEntries, useTaken } from '../offline/use-entries.ts'
import { workbenchQuery } from '../queries.ts'
import './street.css'

/** The officer's shift on the street (现场): what to do today, what can be begun here, and what goes along without signal. */
export function Component() {
  const { person, today } = useMe()
  const workbench = useQuery(workbenchQuery)
  const own = workbench.data === undefined ? undefined : { ...workbench.data, dues: workbench.data.dues.filter(({ mine }) => mine) }
  return (
    <>
      <PageHead title="现场" note={<>{person.name} · <span className="number">{today}</span></>} />
      <div className="street-doors">
        <Door to="/street/lead" icon={<CameraOutlined />} name="拍照登记线索" />
        <Door to="/cases/new?procedure=penalty.simple&act=discover" icon={<FormOutlined />} name="当场处罚" />
        <Door to="/cases/new?procedure=penalty.soft&act=find" icon={<FileTextOutlined />} name="柔性执法" />
        <Door to="/street/card" icon={<IdcardOutlined />} name="亮证" />
        <Door to="/street/digest" icon={<BookOutlined />} name="法条速查" />
        <Door to="/street/check" icon={<ScanOutlined />} name="扫码核号" />
        <Door to="/street/outbox" icon={<InboxOutlined />} name="待同步" badge={useEntries().filter(({ state }) => state === 'waiting' || state === 'stopped').length} />
      </div>
      <Shift />
      {workbench.isError && <Failure error={workbench.error} retry={() => void workbench.refetch()} />}
      {own === undefined ? !workbench.isError && <Skeleton active /> : (
        <div className="board">
          <Waiting waiting={own.waiting} />
          <Dues board={own} />
        </div>
      )}
    </>
  )
}

interface DoorProps {
  readonly to: string
  readonly icon: ReactNode
  readonly name: string
  readonly badge?: number
}
const Door = ({ to, icon, name, badge = 0 }: DoorProps) => (
  <Link to={to} className="street-door">
    {icon}
    <span>{name}</span>
    {badge > 0 && <b className="street-badge number">{badge}</b>}
  </Link>
)

/** What lies on this device for a shift without signal, and how its clock stands. */
function Shift() {
  const isReached = useLine()
  const taken = useTaken()
  const client = useQueryClient()
  const [percent, setPercent] = useState(0)
  const taking = useMutation({
    mutationFn: () => takeAlong((done, of) => setPercent(Math.floor((done / of) * 100))),
    onSettled: () => client.invalidateQueries({ queryKey: ['offline'] }),
  })
  const ahead = aheadSeconds()
  return (
    <Card size="small" style={{ marginBottom: 12 }}>
      <Flex gap={12} wrap align="center" justify="space-between">
        <div style={{ flex: 1, minWidth: 220 }}>
          <b>{taken.at === undefined ? '还没有为离线做准备' : taken.count === 0 ? '已为离线做好准备，没有在办案件' : `已随身携带 ${taken.count} 件案件`}</b>
          <div className="quiet" style={{ fontSize: 13 }}>
            {taken.at === undefined ? '带上后，没有网络也能办理、取证，由本机按同样的法律规则审查' : `${dayjs(taken.at).format('M 月 D 日 HH:mm')} 带上，案件两天后自动从本机删除`}
            {Math.abs(ahead) >= CLOCK_TOLERANCE_S && Math.abs(ahead) < DEMO_SHIFT_S && `；本机时钟${ahead > 0 ? '快' : '慢'} ${Math.abs(ahead)} 秒，已按服务器校正`}
          </div>
        </div>
        <Button type={taken.at === undefined ? 'primary' : 'default'} loading={taking.isPending} disabled={!isReached} onClick={() => taking.mutate()}>{taken.at === undefined ? '带上本班次' : '更新'}</Button>
      </Flex>
      {taking.isPending && <Progress percent={percent} size="small" status="active" />}
      {taking.error !== null && <Failure error={taking.error} />}
      {!isReached && <Alert style={{ marginTop: 8 }} type="warning" showIcon title="没有网络" description="办理的内容保存在本机，联网后自动报送；以首违、减免等须核对全区记录的条件，报送时再审查。" />}
    </Card>
  )
}
/** Less than this nobody needs to know. */
const CLOCK_TOLERANCE_S = 30
/** A demonstration stands on a day of its own: that is no fault of the device's clock. */
const DEMO_SHIFT_S = 86_400
