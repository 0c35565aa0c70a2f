import type { Lacks } from '@zhunsheng/bureau/modules/publicity/wire.ts'
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Skeleton, Tabs, Tag } from 'antd'
import { Link } from 'react-router'
import { withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useAsked } from '../piece/asked.ts'
import { Basis } from '../piece/basis.tsx'
import { DayChoice } from '../public/day-choice.tsx'
import { lacksQuery } from '../queries.ts'
import { Repairs } from './repairs.tsx'
import './office.css'

const MAY_REVIEW: readonly string[] = ['legalReviewer', 'bureauLeader', 'windowClerk', 'supervisor', 'teamLeader', 'administrator']

/** Publicity before, during and after, as the office looks after it (执法公示): what lacks, and who asks for a repair. */
export function Component() {
  const { person } = useMe()
  const { asked, ask } = useAsked()
  const mayReview = person.posts.some((post) => MAY_REVIEW.includes(post))
  const mayRepair = person.posts.some((post) => post !== 'administrator' && post !== 'hearingOfficer')
  const items = [...(mayReview ? [{ key: 'before', label: '事前公开', children: <Before /> }] : []), ...(mayRepair ? [{ key: 'repairs', label: '信用修复申请', children: <Repairs /> }] : [])]
  return (
    <>
      <PageHead title="执法公示" note="事前公开的清单、事后公示的决定和信用修复">
        <Link to="/public"><Button>公示窗口</Button></Link>
      </PageHead>
      <Tabs activeKey={asked['tab'] ?? items[0]?.key ?? ''} onChange={(tab) => ask({ tab })} items={items} />
    </>
  )
}

function Before() {
  const { asked, ask } = useAsked()
  const lacks = useQuery(lacksQuery(asked['on']))
  if (lacks.isError) return <Failure error={lacks.error} retry={() => void lacks.refetch()} />
  if (lacks.data === undefined) return <Skeleton active paragraph={{ rows: 6 }} />
  const { on } = lacks.data
  return (
    <>
      <Flex gap={10} wrap style={{ marginBottom: 12 }}>
        <DayChoice on={on} ask={(day) => ask({ on: day })} />
        <Link to={`/public/catalogue?on=${on}`}><Button icon={<PrinterOutlined aria-hidden />}>查看、打印</Button></Link>
        <Button icon={<DownloadOutlined aria-hidden />} href={withQuery('/api/public/catalogue.xlsx', { on })}>XLSX</Button>
        <Button icon={<DownloadOutlined aria-hidden />} href={withQuery('/api/public/catalogue.json', { on })}>JSON</Button>
      </Flex>
      <Lacking lacks={lacks.data} />
    </>
  )
}

/** What the law demands to be public and is not there yet: a duty that anybody can see. */
function Lacking({ lacks: { lacks } }: { readonly lacks: Lacks }) {
  const missing = lacks.filter(({ weight }) => weight === 'missing').length
  return (
    <>
      {lacks.length === 0 ? <Alert type="success" showIcon title="依法应当事前公开的内容齐备" /> : <Alert type={missing > 0 ? 'error' : 'warning'} showIcon title={missing > 0 ? `依法应当公开的，还缺 ${missing} 项` : '应当公开的都有，有的尚未核对'} style={{ marginBottom: 12 }} />}
      {lacks.length > 0 && (
        <Card size="small" title="法定义务">
          <ul className="plain-list">
            {lacks.map(({ section, what, weight, basis, instead }) => (
              <li key={`${section} ${what}`} className="lack">
                <div><Tag color={weight === 'missing' ? 'error' : 'warning'}>{weight === 'missing' ? '缺' : '待核对'}</Tag><b>{section}：{what}</b></div>
                <div>{instead}</div>
                <Basis articles={basis} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
