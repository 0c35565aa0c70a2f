import { UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Progress, Upload } from 'antd'
import { useState } from 'react'
import { FileView } from '../evidence/file-view.tsx'
import { takeEvidence } from '../evidence/upload.ts'

/** A file is handed over first, resumably; the act then holds its digest, which fixes the file's content (原始载体摘要). */
export function HashUpload({ value, onChange }: { readonly value: string; readonly onChange: (value: unknown) => void }) {
  const [percent, setPercent] = useState(0)
  const client = useQueryClient()
  const upload = useMutation({
    mutationFn: (file: File) => takeEvidence(file, setPercent),
    onSuccess: ({ sha256 }) => {
      void client.invalidateQueries({ queryKey: ['evidence', sha256] })
      onChange(sha256)
    },
  })
  return (
    <div>
      <Flex gap={8} wrap align="center">
        <Upload showUploadList={false} beforeUpload={(file) => { upload.mutate(file); return false }}>
          <Button icon={<UploadOutlined />} loading={upload.isPending}>{value === '' ? '上传文件' : '换一个文件'}</Button>
        </Upload>
        <span className="quiet">照片、录音、录像或者文书；断线后选同一个文件可以续传</span>
      </Flex>
      {upload.isPending && <Progress percent={percent} size="small" status="active" />}
      {upload.error !== null && <div role="alert" style={{ color: '#b3261e' }}>{upload.error.message}</div>}
      {value !== '' && <div style={{ marginTop: 8 }}><FileView sha256={value} /></div>}
    </div>
  )
}
