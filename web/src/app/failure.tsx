import { Alert, Button, Space } from 'antd'
import { Problem } from '../api.ts'

const ADVICE: Readonly<Record<number, string>> = {
  403: '您的岗位不能查看或者办理这一项；需要时请联系本单位管理员调整岗位。',
  404: '请核对编号或者链接；也可以回到列表重新查找。',
}

/** A failure to load, in a sentence with what to do (出错提示). */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const problem = error instanceof Problem ? error : new Problem({ title: '页面出错', detail: '请刷新页面；如仍出现，请告知管理员。' })
  const advice = ADVICE[problem.status]
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problem.title}
      description={
        <Space orientation="vertical" size={4}>
          <span>{problem.detail}</span>
          {advice !== undefined && <span>{advice}</span>}
          {problem.reference !== undefined && <span>请把编号告诉管理员：{problem.reference}</span>}
        </Space>
      }
      action={retry === undefined ? undefined : <Button onClick={retry}>重试</Button>}
    />
  )
}
