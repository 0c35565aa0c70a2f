import { useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import './tab-links.css'

interface TabLink {
  readonly to: string
  readonly name: string
  /** Whether what lies below this address stands under another tab. */
  readonly isExact?: boolean
}

/** The lists of one place, each with its own address (栏目). On a narrow screen the row is moved until the tab that is open is seen. */
export function TabLinks({ label, tabs }: { readonly label: string; readonly tabs: readonly TabLink[] }) {
  const row = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>('[aria-current=page]')
    if (open !== null && open !== undefined) row.current?.scrollTo({ left: open.offsetLeft - (row.current.clientWidth - open.clientWidth) / 2 })
  }, [pathname])
  return <nav ref={row} className="tab-links no-print" aria-label={label}>{tabs.map(({ to, name, isExact = false }) => <NavLink key={to} to={to} end={isExact}>{name}</NavLink>)}</nav>
}
