import { CHANGES, type ReplayView } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import { Alert } from 'antd'
import { ReplayTable } from './replay-table.tsx'

/** What a trial came to (试算结果): how many cases come out the same, and those that do not. */
export function ReplayResult({ view }: { readonly view: ReplayView }) {
  const { decided, same, lighter, heavier, mixed, unanswered, unstated, outside } = view.counts
  const figures: readonly (readonly [string, number])[] = [[CHANGES.same, same], [CHANGES.lighter, lighter], [CHANGES.heavier, heavier], [CHANGES.mixed, mixed], [CHANGES.unanswered, unanswered]]
  // Against a draft there is only the version in force; two versions have their numbers.
  const before = view.after.includes('/') ? view.before : `现行基准 ${view.before}`
  const period = `${view.from} 至 ${view.to}`
  if (decided === 0) return <Alert type="info" showIcon title={`${period}，这个事项没有作出决定的案件`} description="可以把首日提前后再试算。" />
  return (
    <section aria-label="试算结果" aria-live="polite">
      <p>{period} 决定 {decided} 件；{before} 与 {view.after} 比较：</p>
      <dl className="replay-figures">{figures.map(([name, count]) => <div key={name}><dt>{name}</dt><dd className="number">{count}</dd></div>)}</dl>
      {unstated > 0 && <p className="note">其余 {unstated} 件没有写明裁量因素（没有适用裁量权基准，或者没有处罚），无法试算。</p>}
      {outside > 0 && <p>可以试算的案件中，{outside} 件的实际罚款不在 {view.after} 的幅度之内（包括依法减轻的）。</p>}
      {view.rows.length > 0 ? <ReplayTable rows={view.rows} before={before} after={view.after} /> : decided > unstated && <Alert type="success" showIcon title="可以试算的案件，结果都不变" />}
    </section>
  )
}
