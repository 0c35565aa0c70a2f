import type { DeviceRow } from '@zhunsheng/bureau/modules/monitoring/wire.ts'

/** What is missing, under which article, and what cures it (缺少的条件). */
export function Lacks({ lacks }: { readonly lacks: DeviceRow['lacks'] }) {
  return lacks.map(({ code, because, basis, instead }) => (
    <div key={code} className="watch-lack">
      <b>{because}</b>
      <div className="quiet">{basis.join('、')}</div>
      <div>怎么办：{instead}</div>
    </div>
  ))
}
