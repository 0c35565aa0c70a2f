import { useEffect, type ReactNode } from 'react'

interface Head {
  readonly title: string
  /** A second line, in small. */
  readonly note?: ReactNode | undefined
  readonly children?: ReactNode
}

/** The head of a page: its name, also in the browser's title, and what can be done with the whole of it (页头). */
export function PageHead({ title, note, children }: Head) {
  useEffect(() => {
    document.title = `${title} · 准绳`
  }, [title])
  return (
    <header className="page-head">
      <div style={{ flex: 1, minWidth: 160 }}>
        <h1>{title}</h1>
        {note !== undefined && <div className="quiet">{note}</div>}
      </div>
      {children}
    </header>
  )
}
