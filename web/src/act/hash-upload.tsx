import { FileDoneOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Flex, Upload } from 'antd'
import { postFile, Problem } from '../api.ts'

interface Stored {
  readonly sha256: string
  readonly name: string
  readonly size: number
}

/** A file is handed over first; the act then holds its digest, which fixes the file's content (原始载体摘要). */
export function HashUpload({ value, onChange }: { readonly value: string; readonly onChange: (value: unknown) => void }) {
  const upload = useMutation({ mutationFn: (file: File) => postFile<Stored>('/api/evidence', file), onSuccess: ({ sha256 }) => onChange(sha256) })
  return (
    <div>
      <Flex gap={8} wrap align="center">
        <Upload showUploadList={false} beforeUpload={(file) => { upload.mutate(file); return false }}>
          <Button icon={<UploadOutlined />} loading={upload.isPending}>{value === '' ? '上传文件' : '换一个文件'}</Button>
        </Upload>
        {value !== '' && (
          <a href={`/api/evidence/${value}`} target="_blank" rel="noreferrer">
            <FileDoneOutlined aria-hidden /> {upload.data?.name ?? '查看已上传的文件'}
          </a>
        )}
      </Flex>
      {value !== '' && <div className="quiet break" style={{ fontSize: 12, marginTop: 4 }}>SHA-256 {value}</div>}
      {upload.error !== null && <div role="alert" style={{ color: '#b3261e' }}>{upload.error instanceof Problem ? upload.error.detail : '上传没有成功，请重试'}</div>}
    </div>
  )
}
