import type { Lists, MajorView, RecordingView } from '@zhunsheng/bureau/modules/library/wire.ts'
import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tag } from 'antd'
import { Failure } from '../app/failure.tsx'
import { listsQuery } from '../queries.ts'
import './lists.css'

/** The list of major decisions and that of recordings (重大执法决定目录、音像记录事项清单), as the office and the public read them. */
export function ListSheets() {
  const lists = useQuery(listsQuery)
  if (lists.isError) return <Failure error={lists.error} retry={() => void lists.refetch()} />
  if (lists.data === undefined) return <Skeleton active paragraph={{ rows: 10 }} />
  return <Sheets lists={lists.data} />
}

function Sheets({ lists: { majors, recordings, meetings } }: { readonly lists: Lists }) {
  return (
    <>
      <section aria-labelledby="majors">
        <h2 id="majors">重大执法决定目录（{majors.length} 项）</h2>
        <p className="quiet">列入目录的决定，作出之前先经法制审核。《行政处罚法》第五十八条第一款的四种情形任何机关不能减少：审核不同意的不得作出决定，集体讨论也不能代替审核。其他事项审核不同意而有分歧的，可以写明双方意见，提请机关负责人集体讨论。</p>
        <ul className="list-sheet">{majors.map((row) => <Row key={row.code} row={row} facts={majorFacts(row)} />)}</ul>
      </section>
      <section aria-labelledby="meetings">
        <h2 id="meetings">集体审核和集体讨论</h2>
        <ul className="list-sheet">
          {meetings.map(({ name, value, source, verified }) => <li key={name}><h3>{name}：{value}</h3><p className="quiet">来源：{source}{!verified && '（待核对）'}</p></li>)}
          <li><h3>主持人最后发言</h3><p className="quiet">来源：《重大行政决策程序暂行条例》第三十条第二款（行政处罚的集体讨论参照执行）</p></li>
        </ul>
      </section>
      <section aria-labelledby="recordings">
        <h2 id="recordings">音像记录事项清单（{recordings.length} 项）</h2>
        <p className="quiet">清单上的行为，录音录像入卷之前，案件不能进入下一步；确实没有的，写明原因和替代措施。没有见证人的留置送达，依照《民事诉讼法》第八十九条须当场拍照或者录像。</p>
        <ul className="list-sheet">{recordings.map((row) => <Row key={row.code} row={row} facts={recordingFacts(row)} />)}</ul>
      </section>
    </>
  )
}

type Fact = readonly [name: string, value: string]
const majorFacts = ({ says, basis, source, panel, from }: MajorView): readonly Fact[] => [
  ['情形', says],
  ...(panel ? [['审核方式', '集体法制审核'] as const] : []),
  ['依据', basis.join('、')],
  ...since(from),
  ['来源', source],
]
const recordingFacts = ({ procedureName, actName, says, photographs, excuses, basis, source, from }: RecordingView): readonly Fact[] => [
  ['程序和行为', `${procedureName} · ${actName}`],
  ['情形', says],
  ['记录方式', photographs ? '录音、录像或者照片' : '录音、录像'],
  ['可以没有的原因', excuses.join('、')],
  ['依据', basis.join('、')],
  ...since(from),
  ['来源', source],
]
const since = (from: string | undefined): readonly Fact[] => (from === undefined ? [] : [['施行', `${from} 起`]])

function Row({ row: { code, name, fixed, verified }, facts }: { readonly row: MajorView | RecordingView; readonly facts: readonly Fact[] }) {
  return (
    <li>
      <h3>{name} <small className="quiet number">{code}</small></h3>
      <div className="list-tags">
        <Tag color={fixed ? 'blue' : 'default'}>{fixed ? '固定事项' : '本机关事项'}</Tag>
        {!verified && <Tag color="warning">来源待核对</Tag>}
      </div>
      <dl className="facts">{facts.map(([label, value]) => <div key={label} className="list-fact"><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
    </li>
  )
}
