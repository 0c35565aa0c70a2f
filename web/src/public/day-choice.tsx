import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import './day-choice.css'

/** The day whose law is asked for (有效日期). */
export function DayChoice({ on, ask }: { readonly on: string; readonly ask: (on: string | undefined) => void }) {
  return (
    <span className="day-choice">
      <span>有效日期</span>
      <DatePicker aria-label="有效日期" value={dayjs(on)} allowClear={false} onChange={(day) => ask(day === null ? undefined : day.format('YYYY-MM-DD'))} />
    </span>
  )
}
