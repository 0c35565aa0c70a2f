import type { ReadRow } from '@zhunsheng/bureau/modules/monitoring/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Select } from 'antd'
import { useState } from 'react'
import { ImportFile } from '../piece/import-file.tsx'
import { sheetOf } from '../piece/sheet-file.ts'
import { sourcesQuery } from './watch-queries.ts'

/** A file of records of monitoring devices comes in (导入监控事件). */
export function ImportDialog({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const sources = useQuery(sourcesQuery)
  const [picked, pick] = useState<string>()
  const source = picked ?? sources.data?.[0]?.id ?? ''
  const choice = (
    <>
      {sources.data?.length === 0 && <Alert type="warning" showIcon title="还没有登记过来源，请先由系统管理员在「报送来源」中登记" />}
      <Select aria-label="来源" value={source === '' ? null : source} onChange={(id: string) => pick(id)} placeholder="选择来源" options={(sources.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} style={{ maxWidth: 320 }} />
    </>
  )
  return (
    <ImportFile<ReadRow>
      isOpen={isOpen}
      close={close}
      title="导入监控事件"
      accept=".csv,.xlsx,.txt"
      hint="选择或者拖入 CSV、XLSX 文件；第一行为表头，须有事件编号、设备编号、时间"
      source={{ chosen: source, choice }}
      path="/api/monitoring/import"
      contentOf={({ name, bytes }) => ({ ...sheetOf(name, bytes) })}
      changes={['monitoring']}
      columns={[
        { title: '事件编号', dataIndex: 'external', width: 130 },
        { title: '设备', dataIndex: 'device', width: 130 },
        { title: '时间', dataIndex: 'at', width: 160, className: 'number' },
        { title: '内容', dataIndex: 'content', ellipsis: true },
      ]}
    />
  )
}
