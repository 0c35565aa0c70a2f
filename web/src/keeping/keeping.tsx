import type { KeptPage } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { get } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { usePhone } from '../app/phone.ts'
import { PageHead } from '../app/page.tsx'
import { Appraisals } from './appraisals.tsx'
import { FileChecks } from './file-checks.tsx'
import { Holds } from './holds.tsx'
import { KeptList } from './kept-list.tsx'

/** How long files are kept, what may go, who wants it kept, and whether all is whole (档案保管). */
export function Component() {
  const isPhone = usePhone()
  const [search, setSearch] = useSearchParams()
  const { tab = 'kept', ...asked } = Object.fromEntries(search)
  const page = useQuery({ queryKey: ['keeping', 'page', asked], queryFn: () => get<KeptPage>('/api/keeping', asked), placeholderData: keepPreviousData })
  const { counts, setting, may } = page.data ?? {}
  return (
    <>
      <PageHead title="档案保管" note={setting === undefined ? undefined : `归档案件的文件按归档时划定的期限保管；没有案件的音像记录保管 ${setting.looseMonths} 个月（${setting.source}${setting.verified ? '' : '，待核对，可在机关配置中设定'}）`} />
      <Tabs
        size={isPhone ? 'small' : 'middle'}
        activeKey={tab}
        onChange={(chosen) => setSearch(chosen === 'kept' ? {} : { tab: chosen })}
        items={[
          { key: 'kept', label: `保管期限${counts === undefined || counts['due'] === 0 ? '' : `（${counts['due'] ?? 0} 件到期）`}`, children: page.isError ? <Failure error={page.error} retry={() => void page.refetch()} /> : <KeptList page={page.data} asked={asked} ask={(more) => setSearch(Object.fromEntries(Object.entries({ ...asked, page: '', ...more }).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]))), { replace: true, preventScrollReset: true })} /> },
          { key: 'appraisals', label: `鉴定意见${counts === undefined || counts['proposed'] === 0 ? '' : '（有待批准）'}`, children: <Appraisals mayDecide={may?.decide === true} /> },
          { key: 'holds', label: '暂缓销毁', children: <Holds may={may?.hold === true} /> },
          { key: 'checks', label: '完整性检查', children: <FileChecks /> },
        ]}
      />
    </>
  )
}
