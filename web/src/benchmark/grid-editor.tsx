import { cellName, type SheetFault } from '@zhunsheng/discretion/sheet.ts'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import './benchmark.css'

export type Cells = readonly (readonly string[])[]

interface GridProps {
  readonly cells: Cells
  readonly change: (cells: Cells) => void
  readonly faults: readonly SheetFault[]
}

/** A sheet to type in (表格编辑): Enter and the arrow keys go up and down, Tab goes on, a faulty cell says why. */
export function GridEditor({ cells, change, faults }: GridProps) {
  const width = Math.max(...cells.map((line) => line.length))
  const set = (row: number, column: number, text: string) => change(cells.map((line, at) => (at === row ? Array.from({ length: Math.max(line.length, column + 1) }, (_, place) => (place === column ? text : (line[place] ?? ''))) : line)))
  const addBelow = (row: number) => change([...cells.slice(0, row + 1), cells[row] ?? [], ...cells.slice(row + 1)])
  const remove = (row: number) => change(cells.filter((_, at) => at !== row))
  return (
    <div className="benchmark-scroll" onKeyDown={goUpOrDown}>
      <table className="grid-editor">
        <thead><tr><th />{Array.from({ length: width }, (_, column) => <th key={column} scope="col">{cellName(0, column).slice(0, -1)}</th>)}<th /></tr></thead>
        <tbody>
          {cells.map((line, row) => (
            <tr key={row}>
              <th scope="row" className="number">{row + 1}</th>
              {Array.from({ length: width }, (_, column) => {
                const name = cellName(row, column)
                const because = faults.find(({ cell }) => cell === name)?.because
                return (
                  <td key={column} className={because === undefined ? (column === 0 ? 'is-kind' : '') : 'is-wrong'}>
                    <input data-cell={`${row}-${column}`} aria-label={name} aria-invalid={because !== undefined} title={because} value={line[column] ?? ''} maxLength={300} onChange={({ target }) => set(row, column, target.value)} />
                  </td>
                )
              })}
              <td>
                <Button type="text" size="small" icon={<PlusOutlined />} aria-label={`在第 ${row + 1} 行下面照抄一行`} title="照抄一行" onClick={() => addBelow(row)} />
                <Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={`删除第 ${row + 1} 行`} title="删除" onClick={() => remove(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }
function goUpOrDown(event: KeyboardEvent<HTMLDivElement>): void {
  const step = STEPS[event.key]
  if (step === undefined || !(event.target instanceof HTMLInputElement)) return
  const [row, column] = (event.target.dataset['cell'] ?? '').split('-').map(Number)
  const next = event.currentTarget.querySelector<HTMLInputElement>(`[data-cell="${(row ?? 0) + step}-${column ?? 0}"]`)
  if (next === null) return
  event.preventDefault()
  next.focus()
  next.select()
}
