import { Button, Card, Empty, Tag } from 'antd'
import type { Asked } from '../piece/asked.ts'

interface Narrowing {
  readonly asked: Asked
  readonly ask: (more: Readonly<Record<string, string | undefined>>) => void
  /** Any row of the list: it knows what the asked truck, enterprise or site is called. */
  readonly called: { readonly plate: string; readonly enterprise: string; readonly site?: string } | undefined
}

/** What else narrows a list that a figure opened (来自统计的条件): nothing is left out of a list without saying so. */
export function Narrowed({ asked: { from, until, truck, enterprise, site, trip }, ask, called }: Narrowing) {
  return (
    <>
      {(from ?? until) !== undefined && <Tag closable className="number" onClose={() => ask({ from: undefined, until: undefined })}>{from === until ? from : `${from ?? '最早'} 至 ${until ?? '现在'}`}</Tag>}
      {truck !== undefined && <Tag closable onClose={() => ask({ truck: undefined })}>车辆：{called?.plate ?? '所选车辆'}</Tag>}
      {enterprise !== undefined && <Tag closable onClose={() => ask({ enterprise: undefined })}>企业：{called?.enterprise ?? '所选企业'}</Tag>}
      {site !== undefined && <Tag closable onClose={() => ask({ site: undefined })}>工地：{called?.site ?? '所选工地'}</Tag>}
      {trip !== undefined && <Tag closable onClose={() => ask({ trip: undefined })}>只看一趟运输</Tag>}
    </>
  )
}

const PAGED: readonly string[] = ['page', 'size', 'sort']
export const isNarrowed = (asked: Asked): boolean => Object.keys(asked).some((name) => !PAGED.includes(name))

interface Missing {
  readonly hasConditions: boolean
  readonly narrowed: string
  readonly none: string
  readonly reset: () => void
}
/** An empty list says whether nothing fits or nothing is there (空列表), and leads on from the first. */
export function Nothing({ hasConditions, narrowed, none, reset }: Missing) {
  return <Card><Empty description={hasConditions ? narrowed : none}>{hasConditions && <Button onClick={reset}>清除条件</Button>}</Empty></Card>
}
