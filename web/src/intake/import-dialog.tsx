import type { ReadRow } from '@zhunsheng/bureau/modules/intake/wire.ts'
import { SOURCES } from '@zhunsheng/bureau/modules/intake/wire.ts'
import { Segmented } from 'antd'
import { useState } from 'react'
import { ImportFile } from '../piece/import-file.tsx'
import { textOf } from '../piece/sheet-file.ts'

type Source = keyof typeof SOURCES
const isSource = (word: string): word is Source => word in SOURCES

/** A file of work orders comes in (导入工单). */
export function ImportDialog({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const [source, setSource] = useState<Source>('hotline')
  return (
    <ImportFile<ReadRow>
      isOpen={isOpen}
      close={close}
      title="导入工单"
      accept=".csv,.json,.txt"
      hint="选择或者拖入 CSV、JSON 文件；第一行为表头，按常见名称自动对应"
      source={{ chosen: source, choice: <Segmented aria-label="来源" value={source} onChange={(chosen) => { if (isSource(chosen)) setSource(chosen) }} options={Object.entries(SOURCES).map(([value, label]) => ({ value, label }))} /> }}
      path="/api/intake/import"
      contentOf={({ bytes }) => ({ text: textOf(bytes) })}
      columns={[
        { title: '编号', dataIndex: 'external', width: 130 },
        { title: '内容', dataIndex: 'content', ellipsis: true },
        { title: '期限', dataIndex: 'dueOn', width: 110, className: 'number' },
      ]}
    />
  )
}
