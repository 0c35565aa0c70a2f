import type { Figure } from '@zhunsheng/bureau/modules/report/wire.ts'
import { Card } from 'antd'
import { Link } from 'react-router'
import { casesOf } from './address.ts'

/** A figure by its parts (分项), each opening to its cases; together they need not add up, where one case counts in several. */
export function PartsTable({ figure: { name, unit, value, parts = [], key, definition, source, address }, year }: { readonly figure: Figure; readonly year: number }) {
  return (
    <Card size="small" title={`${name}分项（${unit}）`}>
      <table className="parts">
        <thead><tr><th scope="col">分项</th><th scope="col">{year} 年</th></tr></thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.key}><td><Link to={part.address ?? casesOf(part.key, year)}>{part.name}</Link></td><td className="number">{part.value}</td></tr>
          ))}
        </tbody>
        <tfoot><tr><td><Link to={address ?? casesOf(key, year)}>{name}</Link></td><td className="number">{value}</td></tr></tfoot>
      </table>
      <p className="quiet" style={{ margin: '8px 0 0', fontSize: 12 }}>{definition}来源：{source}</p>
    </Card>
  )
}
