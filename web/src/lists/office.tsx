import { Button } from 'antd'
import { PageHead } from '../app/page.tsx'
import { ListSheets } from './lists.tsx'

/** Both lists in the office (目录和清单). */
export function Component() {
  return (
    <>
      <PageHead title="目录清单" note="重大执法决定目录和音像记录事项清单：系统按此判断，公示窗口同样可见">
        <Button className="no-print" onClick={() => window.print()}>打印</Button>
      </PageHead>
      <ListSheets />
    </>
  )
}
