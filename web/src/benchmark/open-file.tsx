import type { Benchmark } from '@zhunsheng/discretion/benchmark.ts'
import { UploadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Upload } from 'antd'
import { benchmarkOf } from './read-file.ts'

/** Opens a benchmark from a file in the place of what is in the editor (打开文件); one that cannot be read changes nothing. */
export function OpenFile({ open }: { readonly open: (benchmark: Benchmark) => void }) {
  const { modal } = App.useApp()
  const reading = useMutation({
    mutationFn: benchmarkOf,
    onSuccess: open,
    onError: (failure) => void modal.error({ title: '没有打开文件', content: <div className="passage">{failure.message}</div>, okText: '知道了' }),
  })
  return (
    <Upload showUploadList={false} accept=".xlsx,.dmn,.xml,.json" beforeUpload={(file) => { reading.mutate(file); return false }}>
      <Button icon={<UploadOutlined />} loading={reading.isPending}>打开文件</Button>
    </Upload>
  )
}
