import type { Refusal } from '@zhunsheng/bureau/modules/enforcement/wire.ts'

/** Every ground of a refusal: what is wrong, under which article, what to do instead (不予准许的理由). */
export function Grounds({ refusals }: { readonly refusals: readonly Refusal[] }) {
  return (
    <ol style={{ margin: 0, paddingInlineStart: refusals.length === 1 ? 0 : 20, listStyle: refusals.length === 1 ? 'none' : undefined }}>
      {refusals.map(({ code, because, basis, instead }) => (
        <li key={`${code}${because}`} style={{ marginBlock: 4 }}>
          <b>{because}</b>
          {basis.length > 0 && <div style={{ opacity: 0.85 }}>依据：{basis.join('、')}</div>}
          {instead !== '' && <div>怎么办：{instead}</div>}
        </li>
      ))}
    </ol>
  )
}
