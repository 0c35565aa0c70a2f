import { useEffect } from 'react'
import { ListSheets } from './lists.tsx'

/** Both lists for everybody (事前公示). */
export function Component() {
  useEffect(() => {
    document.title = '重大执法决定目录和音像记录事项清单'
  }, [])
  return (
    <>
      <h1>重大执法决定目录和音像记录事项清单</h1>
      <ListSheets />
    </>
  )
}
