import { useEffect, type ReactNode } from 'react'

/** The head of an enterprise's page, also in the browser's title (页头). */
export function PortalHead({ title, note, children }: { readonly title: string; readonly note?: ReactNode; readonly children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 渣土运输企业端`
  }, [title])
  return (
    <header style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' }}>
      <div style={{ flex: 1, minWidth: 180 }}><h1>{title}</h1>{note !== undefined && <div className="quiet">{note}</div>}</div>
      {children}
    </header>
  )
}
