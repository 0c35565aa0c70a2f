import type { PaperRef } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { BookOutlined, FileTextOutlined } from '@ant-design/icons'
import { Button, Card, Drawer, Empty, Flex } from 'antd'
import { useState } from 'react'
import { usePhone } from '../app/phone.ts'
import { PaperFrame } from './paper-frame.tsx'

const addressOf = (caseId: string, { seq, form }: PaperRef, kind: 'html' | 'pdf' | 'docx'): string => `/api/cases/${caseId}/papers/${seq}/${form}.${kind}`
const WIDTH = 880

/** The papers of the case (文书): to read here, as PDF to print, as DOCX to edit. */
export function Papers({ papers, caseId }: { readonly papers: readonly PaperRef[]; readonly caseId: string }) {
  return (
    <Card
      size="small"
      title="文书"
      extra={papers.length > 0 && <Flex gap={8} wrap><Button size="small" icon={<BookOutlined aria-hidden />} href={`/api/cases/${caseId}/volume.pdf`} target="_blank">正卷 PDF</Button><Button size="small" href={`/api/cases/${caseId}/volume.pdf?part=secondary`} target="_blank">副卷</Button>{papers.some(({ form }) => form === 'court-application') && <Button size="small" href={`/api/cases/${caseId}/volume.pdf?part=court`} target="_blank">申请强制执行材料</Button>}</Flex>}
    >
      {papers.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有文书；办理行为后自动生成" />
      ) : (
        <ul className="plain-list">
          {papers.map((paper) => (
            <li key={`${paper.seq}${paper.form}`} className="row-line">
              <Flex justify="space-between" align="center" gap={8} wrap>
                <div>
                  <b>{paper.title}</b>
                  <div className="quiet number">{paper.number ?? '无文号'} · {paper.on} · 第 {paper.seq} 项</div>
                </div>
                <PaperLinks paper={paper} caseId={caseId} isNamed={false} />
              </Flex>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The ways to read one paper. */
export function PaperLinks({ paper, caseId, isNamed = true }: { readonly paper: PaperRef; readonly caseId: string; readonly isNamed?: boolean }) {
  const [isOpen, open] = useState(false)
  const isPhone = usePhone()
  return (
    <Flex gap={4} wrap align="center">
      <Button size="small" icon={<FileTextOutlined aria-hidden />} onClick={() => open(true)}>{isNamed ? paper.title : '查看'}</Button>
      {!isNamed && <Button size="small" href={addressOf(caseId, paper, 'pdf')} target="_blank">PDF</Button>}
      {!isNamed && <Button size="small" href={addressOf(caseId, paper, 'docx')} download>DOCX</Button>}
      <Drawer
        open={isOpen}
        onClose={() => open(false)}
        title={paper.title}
        size={isPhone ? '100%' : WIDTH}
        destroyOnHidden
        styles={{ body: { padding: 0 } }}
        extra={<Flex gap={8}><Button href={addressOf(caseId, paper, 'pdf')} target="_blank">PDF</Button><Button href={addressOf(caseId, paper, 'docx')} download>DOCX</Button></Flex>}
      >
        <PaperFrame title={paper.title} address={addressOf(caseId, paper, 'html')} />
      </Drawer>
    </Flex>
  )
}
