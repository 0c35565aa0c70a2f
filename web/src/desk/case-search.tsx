import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, DatePicker, Flex, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useMe } from '../app/me.ts'
import { usePhone } from '../app/phone.ts'
import type { Asked } from '../piece/asked.ts'
import { mattersQuery, peopleQuery, procedureQuery, proceduresQuery } from '../queries.ts'

interface Searched {
  readonly search?: string
  readonly procedure?: string
  readonly stage?: string
  readonly matter?: string
  readonly officer?: string
  readonly overdue?: string
  readonly opened?: readonly [Dayjs | null, Dayjs | null] | null
}

const FOLDED = ['procedure', 'matter', 'officer', 'openedFrom', 'openedTo']
const FOLDED_ON_PHONE = [...FOLDED, 'stage', 'overdue']
const written = (day: Dayjs | null | undefined): string | undefined => day?.format('YYYY-MM-DD')
const dayOf = (day: string | undefined): Dayjs | null => (day === undefined ? null : dayjs(day))

interface Search {
  readonly asked: Asked
  readonly ask: (more: Readonly<Record<string, string | undefined>>) => void
  readonly reset: () => void
}

/** The search form above the cases (查询条件), folded until more is wanted. */
export function CaseSearch({ asked, ask, reset }: Search) {
  const me = useMe()
  const [form] = Form.useForm<Searched>()
  const isPhone = usePhone()
  const [isOpen, open] = useState((isPhone ? FOLDED_ON_PHONE : FOLDED).some((name) => asked[name] !== undefined))
  const people = useQuery(peopleQuery)
  const matters = useQuery(mattersQuery)
  const procedures = useQuery(proceduresQuery)
  const procedure = useQuery(procedureQuery(asked['procedure'] ?? 'penalty.ordinary'))
  const stages = [...new Set(procedure.data?.acts.map(({ stage }) => stage))]
  const officers = (people.data ?? []).filter(({ posts }) => posts.includes('officer'))
  return (
    <Card size="small" style={{ marginBottom: 12 }}>
      <Form
        form={form}
        // The address is the truth: a link with questions fills the form.
        key={JSON.stringify(asked)}
        initialValues={{ ...asked, opened: [dayOf(asked['openedFrom']), dayOf(asked['openedTo'])] }}
        onFinish={({ opened, ...rest }) => ask({ ...rest, openedFrom: written(opened?.[0]), openedTo: written(opened?.[1]) })}
      >
        <div className="search-grid">
          <Form.Item name="search" label="关键词"><Input allowClear maxLength={100} placeholder="案号、当事人或者案由" /></Form.Item>
          {(isOpen || !isPhone) && <Form.Item name="stage" label="阶段"><Select allowClear placeholder="全部" options={stages.map((stage) => ({ value: stage, label: stage }))} /></Form.Item>}
          {(isOpen || !isPhone) && <Form.Item name="overdue" label="期限"><Select allowClear placeholder="全部" options={[{ value: 'true', label: '有逾期义务' }, { value: 'false', label: '没有逾期' }]} /></Form.Item>}
          {isOpen && (
            <>
              <Form.Item name="procedure" label="程序"><Select allowClear placeholder="全部" options={(procedures.data ?? []).map(({ code, name }) => ({ value: code, label: name }))} /></Form.Item>
              <Form.Item name="matter" label="事项">
                <Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="全部" options={(matters.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
              </Form.Item>
              <Form.Item name="officer" label="承办人">
                <Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="全部" options={officers.map(({ id, name }) => ({ value: id, label: id === me.person.id ? `${name}（我）` : name }))} />
              </Form.Item>
              <Form.Item name="opened" label="开始日期"><DatePicker.RangePicker allowEmpty style={{ width: '100%' }} /></Form.Item>
            </>
          )}
          <Flex gap={8} justify="end" className="search-buttons">
            <Button type="primary" htmlType="submit">查询</Button>
            <Button onClick={() => { reset(); form.resetFields() }}>重置</Button>
            <Button type="link" aria-expanded={isOpen} onClick={() => open(!isOpen)} icon={isOpen ? <UpOutlined /> : <DownOutlined />} iconPlacement="end" style={{ paddingInline: 4 }}>{isOpen ? '收起' : '展开'}</Button>
          </Flex>
        </div>
      </Form>
    </Card>
  )
}
