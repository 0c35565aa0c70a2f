import type { PersonView } from '@zhunsheng/bureau/modules/officers/wire.ts'
import { QrcodeOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Input, Popover, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { peopleQuery } from '../queries.ts'
import { CertificateForm } from './certificate-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { PersonForm } from './person-form.tsx'

/** The people of the bureau (人员), with their posts and certificates; the administrator adds to them. */
export function Component() {
  const { person: me } = useMe()
  const people = useQuery(peopleQuery)
  const [search, setSearch] = useState('')
  const [isAdding, add] = useState(false)
  const [certified, certify] = useState<PersonView>()
  const [reset, resetPassword] = useState<PersonView>()
  const manages = me.posts.includes('administrator')
  const shown = (people.data ?? []).filter(({ name, login, department, postNames }) => [name, login, department, ...postNames].join(' ').includes(search.trim()))
  return (
    <>
      <PageHead title="人员" note={people.data === undefined ? undefined : shareOf(people.data)}>
        {manages && <Button type="primary" onClick={() => add(true)}>新增人员</Button>}
      </PageHead>
      <Card size="small" style={{ marginBottom: 12 }}>
        <Input allowClear placeholder="姓名、部门或者岗位" aria-label="查找人员" value={search} onChange={({ target }) => setSearch(target.value)} style={{ maxWidth: 360 }} />
      </Card>
      {people.isError && <Failure error={people.error} retry={() => void people.refetch()} />}
      {people.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      <ul className="plain-list" style={{ display: 'grid', gap: 10 }}>
        {shown.map((one) => (
          <li key={one.id}>
            <Card size="small">
              <Flex gap={8} wrap align="center" justify="space-between">
                <div>
                  <b>{one.name}</b> <span className="quiet">{one.login} · {one.department}</span>
                  <div style={{ marginTop: 4 }}>{one.postNames.map((post) => <Tag key={post}>{post}</Tag>)}</div>
                  <CertificateLine person={one} />
                </div>
                {manages && (
                  <Flex gap={8} wrap>
                    <Button onClick={() => certify(one)}>登记执法证</Button>
                    <Button onClick={() => resetPassword(one)}>重设口令</Button>
                  </Flex>
                )}
              </Flex>
            </Card>
          </li>
        ))}
      </ul>
      <PersonForm isOpen={isAdding} close={() => add(false)} />
      <CertificateForm person={certified} close={() => certify(undefined)} />
      <PasswordForm whose={reset} close={() => resetPassword(undefined)} />
    </>
  )
}

const SHARE_DUE = 5

/** 法制审核人员占比: those who review beside those who enforce with a certificate that holds today (国办发〔2018〕118号: 不低于百分之五，二手资料). */
function shareOf(people: readonly PersonView[]): string {
  const enforcing = people.filter(({ posts, certificate }) => certificate?.valid === true && (posts.includes('officer') || posts.includes('teamLeader'))).length
  const reviewing = people.filter(({ posts }) => posts.includes('legalReviewer')).length
  if (enforcing === 0) return `${people.length} 人`
  const share = Math.round((reviewing * 1000) / enforcing) / 10
  return `${people.length} 人；法制审核人员 ${reviewing} 人，为执法人员 ${enforcing} 人的 ${share}%${share < SHARE_DUE ? `，低于 ${SHARE_DUE}%` : ''}（要求不低于 ${SHARE_DUE}%）`
}

function CertificateLine({ person: { id, name, certificate } }: { readonly person: PersonView }) {
  if (certificate === undefined) return <div className="quiet">没有执法证，不能作为执法人员参加办案（《行政处罚法》第四十二条）</div>
  return (
    <div className="quiet">
      执法证 <span className="number">{certificate.number}</span>，{certificate.from} 至 {certificate.until} {!certificate.valid && <Tag color="error">今日无效</Tag>}
      <Popover trigger="click" title="亮证二维码" content={<div style={{ width: 220, textAlign: 'center' }}><img src={`/api/people/${id}/card.svg`} alt={`${name}的亮证二维码`} width={220} height={220} /><div className="quiet">当事人扫码即可核验姓名、单位和证件是否有效</div></div>}>
        <Button size="small" style={{ marginLeft: 8 }} icon={<QrcodeOutlined aria-hidden />}>亮证</Button>
      </Popover>
    </div>
  )
}
