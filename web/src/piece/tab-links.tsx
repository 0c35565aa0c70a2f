import { NavLink } from 'react-router'
import './tab-links.css'

interface TabLink {
  readonly to: string
  readonly name: string
  /** Whether what lies below this address stands under another tab. */
  readonly isExact?: boolean
}

/** The lists of one place, each with its own address (栏目). */
export function TabLinks({ label, tabs }: { readonly label: string; readonly tabs: readonly TabLink[] }) {
  return <nav className="tab-links no-print" aria-label={label}>{tabs.map(({ to, name, isExact = false }) => <NavLink key={to} to={to} end={isExact}>{name}</NavLink>)}</nav>
}
