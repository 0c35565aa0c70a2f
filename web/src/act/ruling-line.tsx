import { CheckCircleFilled, CloseCircleFilled, EditOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { FormInstance } from 'antd'
import { useEffect, useRef } from 'react'
import { Grounds } from '../piece/grounds.tsx'
import type { Draft } from './draft.ts'
import { faultsOf, type FormOf, type ShownAct } from './form.ts'
import { marksOf, saidAtFields, type Mark } from './marks.ts'
import { askRuling, newAct, type Target } from './send-act.ts'

interface Ruled {
  readonly spec: ShownAct
  readonly target: Target
  readonly filled: Draft
  readonly formOf: FormOf
  readonly form: FormInstance
}

/** What the law says of the act as it is filled in, before it is sent (实时审查). */
export function RulingLine({ spec, target, filled, formOf, form }: Ruled) {
  const act = newAct(spec, filled, formOf)
  const faults = faultsOf(spec.form, act.data, formOf)
  const isWhole = faults.length === 0 && act.on !== ''
  const ruling = useQuery({ queryKey: ['ruling', target, act], queryFn: () => askRuling(target, act), enabled: isWhole, gcTime: 0, retry: false })
  const refusals = isWhole ? ruling.data?.refusals : undefined
  const marked = useRef<readonly Mark[]>([])
  useEffect(() => {
    if (refusals === undefined) return
    const marks = marksOf(spec.form, saidAtFields(refusals))
    // A ground may vanish because another field was changed: then it must vanish here too.
    form.setFields([...marked.current.map(({ name }) => ({ name, errors: [] })), ...marks])
    marked.current = marks
  }, [refusals, spec, form])
  return (
    <div className="ruling" role="status">
      {!isWhole && <span className="quiet"><EditOutlined aria-hidden /> 还有 {faults.length} 项没有填写或者填写有误</span>}
      {isWhole && ruling.isFetching && <span className="quiet">正在对照法律审查…</span>}
      {isWhole && !ruling.isFetching && ruling.isError && <span className="quiet">暂时不能预先审查；提交时仍会审查</span>}
      {isWhole && !ruling.isFetching && ruling.data?.granted === true && <span style={{ color: '#1f6b3f' }}><CheckCircleFilled aria-hidden /> 依法可以办理</span>}
      {isWhole && !ruling.isFetching && ruling.data?.granted === false && (
        <div style={{ color: '#8f1d17' }}>
          <CloseCircleFilled aria-hidden /> 依法不予准许，理由 {ruling.data.refusals.length} 项：
          <Grounds refusals={ruling.data.refusals} />
        </div>
      )}
    </div>
  )
}
