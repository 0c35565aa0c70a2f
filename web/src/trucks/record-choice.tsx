import { KINDS, type Kind } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { registerQuery } from './truck-queries.ts'

interface Chosen {
  readonly of: Kind
  /** Only those that belong to this record. */
  readonly within?: string | undefined
  /** Titles of what stands in the record already. */
  readonly names: Readonly<Record<string, string>>
  readonly id?: string
}
interface One extends Chosen {
  readonly value?: string
  readonly onChange?: (id: string | undefined) => void
}
interface Many extends Chosen {
  readonly value?: readonly string[]
  readonly onChange?: (ids: readonly string[]) => void
}
const SHOWN = 100
const MOST = 500

function useChoices({ of, within, names }: Chosen, size: number) {
  const [search, look] = useState('')
  const found = useQuery(registerQuery(of, { search: useDeferredValue(search), of: within, size }))
  const rows = found.data?.rows ?? []
  const known = new Map([...Object.entries(names), ...rows.map(({ id, title }) => [id, title] as const)])
  const options = rows.map(({ id, title }) => ({ value: id, label: title }))
  const empty = found.isFetching ? '正在查找' : search === '' ? `还没有登记过${KINDS[of]}` : `没有找到「${search}」`
  return { look, known, options, empty, isFetching: found.isFetching, total: found.data?.total ?? 0 }
}

/** One standing record, found by its name (选择登记). */
export function OneChoice({ value, onChange, id, ...asked }: One) {
  const { look, known, options, empty, isFetching } = useChoices(asked, SHOWN)
  const shown = value !== undefined && !options.some((one) => one.value === value) ? [{ value, label: known.get(value) ?? value }, ...options] : options
  return <Select {...(id === undefined ? {} : { id })} value={value ?? null} onChange={(chosen: string | null | undefined) => onChange?.(chosen ?? undefined)} showSearch={{ filterOption: false, onSearch: look }} allowClear options={shown} loading={isFetching} notFoundContent={empty} placeholder={`输入名称查找${KINDS[asked.of]}`} />
}

/** Several standing records; all of an enterprise at once, so that nobody chooses two hundred trucks by hand. */
export function ManyChoice({ value = [], onChange, id, ...asked }: Many) {
  const { look, known, options, empty, isFetching, total } = useChoices(asked, MOST)
  const missing = value.filter((one) => !options.some((option) => option.value === one)).map((one) => ({ value: one, label: known.get(one) ?? one }))
  return (
    <>
      <Select mode="multiple" {...(id === undefined ? {} : { id })} value={[...value]} onChange={(chosen: string[]) => onChange?.(chosen)} showSearch={{ filterOption: false, onSearch: look }} maxTagCount={12} options={[...missing, ...options]} loading={isFetching} notFoundContent={empty} placeholder={`输入名称查找${KINDS[asked.of]}，可以选多项`} />
      <Flex gap={8} align="center" wrap style={{ marginTop: 4 }}>
        <span className="note number">已选 {value.length} 项</span>
        {asked.within !== undefined && options.length > 0 && <Button size="small" type="link" onClick={() => onChange?.([...new Set([...value, ...options.map((one) => one.value)])])}>选入这家企业的{total > MOST ? `前 ${MOST}` : `全部 ${total}`} 项</Button>}
        {value.length > 0 && <Button size="small" type="link" onClick={() => onChange?.([])}>全部移除</Button>}
      </Flex>
    </>
  )
}
