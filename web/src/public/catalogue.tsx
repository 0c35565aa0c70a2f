import type { Catalogue, Section } from '@zhunsheng/bureau/modules/publicity/wire.ts'
import { DownloadOutlined, PrinterOutlined, SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Flex, Input, Skeleton } from 'antd'
import { useDeferredValue, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { Link } from 'react-router'
import { withQuery } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { usePhone } from '../app/phone.ts'
import { Basis } from '../piece/basis.tsx'
import { useAsked } from '../piece/asked.ts'
import { catalogueQuery } from '../queries.ts'
import { DayChoice } from './day-choice.tsx'

/** Lists of more rows than this are closed until somebody opens or searches them. */
const LONG = 20

/** What is public before anything is done (事前公开): who, on what ground, how, and what against it; as of any day. */
export function Component() {
  const { asked, ask } = useAsked()
  const catalogue = useQuery(catalogueQuery(asked['on']))
  const [search, setSearch] = useState('')
  const [isOpen, open] = useState(false)
  const wanted = useDeferredValue(search.trim())
  useEffect(() => {
    document.title = '执法依据和程序'
  }, [])
  const print = () => {
    flushSync(() => open(true))
    window.print()
  }
  if (catalogue.isError) return <Failure error={catalogue.error} retry={() => void catalogue.refetch()} />
  if (catalogue.data === undefined) return <Skeleton active paragraph={{ rows: 10 }} />
  const { on, sections } = catalogue.data
  const found = sections.map((section) => ({ ...section, rows: rowsWith(section, wanted) })).filter(({ rows }) => wanted === '' || rows.length > 0)
  return (
    <>
      <h1>执法依据和程序</h1>
      <p className="quiet">本机关据以执法的人员、事项、程序、期限和救济渠道，与系统审查每一件案件所用的是同一份数据；可以查看任何一天有效的规定。</p>
      <Flex gap={10} wrap className="no-print" style={{ marginBottom: 12 }}>
        <DayChoice on={on} ask={(day) => ask({ on: day })} />
        <Input style={{ flex: 1, minWidth: 200 }} allowClear aria-label="在清单中查找" placeholder="查找事项、条文、人员" prefix={<SearchOutlined aria-hidden />} value={search} onChange={({ target }) => setSearch(target.value)} />
        <Button icon={<DownloadOutlined aria-hidden />} href={withQuery('/api/public/catalogue.xlsx', { on })}>XLSX</Button>
        <Button icon={<DownloadOutlined aria-hidden />} href={withQuery('/api/public/catalogue.json', { on })}>JSON</Button>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={print}>打印</Button>
      </Flex>
      <nav aria-label="清单目录" className="no-print catalogue-nav">{found.map(({ key, title }) => <a key={key} href={`#${key}`}>{title}</a>)}</nav>
      <p className="no-print">另见：<Link to="/public/benchmarks">裁量权基准全文</Link>、<Link to="/public/devolutions">下放和委托</Link></p>
      {found.length === 0 && <Empty description="没有找到；可以减少关键词再试" />}
      {found.map((section) => <List key={section.key} section={section} isOpen={isOpen || wanted !== '' || section.rows.length <= LONG} catalogue={catalogue.data} />)}
    </>
  )
}

const rowsWith = ({ rows }: Section, wanted: string): Section['rows'] => {
  const words = wanted.split(/\s+/).filter((word) => word !== '')
  return rows.filter((row) => words.every((word) => Object.values(row).some((cell) => cell.includes(word))))
}

function List({ section, isOpen, catalogue: { on, procedures } }: { readonly section: Section; readonly isOpen: boolean; readonly catalogue: Catalogue }) {
  const { key, title, basis, note, rows } = section
  return (
    <section id={key} className="catalogue-list" aria-labelledby={`${key}-title`}>
      <h2 id={`${key}-title`}>{title}</h2>
      <p><Basis articles={basis} />{note !== undefined && <><br />{note}</>}</p>
      {key === 'procedures' && (
        <ul className="catalogue-charts no-print">{procedures.map(({ code, name }) => <li key={code}><Link to={`/public/procedures/${code}?on=${on}`}>{name}流程图</Link></li>)}</ul>
      )}
      {rows.length === 0 ? <p className="public-lacking">本机关尚未公布这一项。</p> : (
        <details open={isOpen} key={String(isOpen)}>
          <summary>共 {rows.length} 项</summary>
          <Rows section={section} />
        </details>
      )}
    </section>
  )
}

function Rows({ section: { columns, rows } }: { readonly section: Section }) {
  const isPhone = usePhone()
  if (isPhone && columns.length > 2)
    return (
      <ul className="plain-list">
        {rows.map((row, index) => (
          <li key={index} className="catalogue-card">
            <dl className="facts">{columns.flatMap(({ key, title }) => ((row[key] ?? '') === '' ? [] : [<dt key={`${key} name`}>{title}</dt>, <dd key={key}>{row[key]}</dd>]))}</dl>
          </li>
        ))}
      </ul>
    )
  return (
    <div className="catalogue-wide">
      <table className="public-facts catalogue-table">
        <thead><tr>{columns.map(({ key, title }) => <th key={key} scope="col">{title}</th>)}</tr></thead>
        <tbody>{rows.map((row, index) => <tr key={index}>{columns.map(({ key }) => <td key={key}>{row[key] ?? ''}</td>)}</tr>)}</tbody>
      </table>
    </div>
  )
}
