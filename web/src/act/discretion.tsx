import type { BenchmarkView } from '@zhunsheng/bureau/modules/discretion/wire.ts'
import { askedFactors } from '@zhunsheng/discretion/apply.ts'
import type { Facts } from '@zhunsheng/discretion/benchmark.ts'
import { evaluatorOf, type Evaluator } from '@zhunsheng/discretion/evaluate.ts'
import { explain } from '@zhunsheng/discretion/explain.ts'
import { tierWords, valueWords, yuanWords } from '@zhunsheng/discretion/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, Radio } from 'antd'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { Problem } from '../api.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { FactorField } from '../benchmark/factor-field.tsx'
import { benchmarkIn, benchmarkQuery } from '../benchmark/load.ts'
import { LikePanel } from '../consistency/like-panel.tsx'
import { likeOfForm } from '../consistency/like-of.ts'
import { isAnswers, type Answers, type ShownForm } from './form.ts'
import { useSurroundings } from './surroundings.ts'
import { comparable, factsIn, toldBy, weigh, type Stated, type Told, type Weighing } from './weigh.ts'
import '../benchmark/benchmark.css'

interface Controlled {
  /** The group as the law declares it. */
  readonly form: ShownForm
  /** The place of the group from the top of the form. */
  readonly under: readonly (string | number)[]
  readonly value?: unknown
  readonly onChange?: (value: unknown) => void
}

/** How the benchmark is applied (裁量权基准的适用): asks only for what the matter's benchmark still needs, and works tier and band out here. */
export function DiscretionControl({ form: asked, under, value, onChange = () => undefined }: Controlled) {
  const form = Form.useFormInstance()
  const { acts, caseId } = useSurroundings()
  const { bureau } = useMe()
  const whole: unknown = Form.useWatch(under.slice(0, -1), form)
  const own: unknown = Form.useWatch('on', form)
  const target: unknown = Form.useWatch(['data', 'target'], form)
  // A correction is judged by the day of the act that it corrects.
  const on = acts.find(({ seq }) => seq === target)?.on ?? own
  const filled = isAnswers(whole) ? whole : {}
  const told = toldBy(acts, filled)
  const published = useQuery({ ...benchmarkQuery(told.matter ?? '', typeof on === 'string' ? on : undefined), enabled: told.matter !== undefined, retry: false })
  const then = useQuery({ ...benchmarkQuery(told.matter ?? '', told.actedOn), enabled: told.matter !== undefined && told.actedOn !== undefined && told.actedOn !== on, retry: false })
  const binds = published.data !== undefined && (bureau.demo || !published.data.version.example)
  const isSpared = typeof filled['outcome'] === 'string' && filled['outcome'] !== 'penalise'
  const isNone = isSpared || told.matter === undefined || (published.error instanceof Problem && published.error.isOf('not-found')) || (published.data !== undefined && !binds)
  const isStale = isNone && value !== undefined
  useEffect(() => {
    if (isStale) onChange(undefined)
  }, [isStale, onChange])
  if (isSpared) return <p className="quiet">不予处罚的决定不填写。</p>
  const likeWith = (answers: Facts) => (told.matter === undefined ? undefined : <LikePanel body={likeOfForm({ matter: told.matter, on, answers, penalty: filled, caseId })} mayBeLighter={told.mayBeLighter} />)
  if (isNone) return <><p className="quiet">本事项没有施行中的裁量权基准：不填写，文书会写明由本机关在法定幅度内裁量。</p>{likeWith({})}</>
  if (published.isError) return <Failure error={published.error} retry={() => void published.refetch()} />
  if (published.data === undefined) return <p className="quiet">正在读取裁量权基准…</p>
  const said = isAnswers(value) ? value : {}
  const older = then.data !== undefined && then.data.version.version !== published.data.version.version && (bureau.demo || !then.data.version.example) ? then.data : undefined
  const view = older !== undefined && said['benchmark'] === nameOf(older) ? older : published.data
  return (
    <>
      {older !== undefined && (
        <fieldset className="benchmark-factor">
          <legend>违法行为发生以后，基准有了新的版本</legend>
          <Radio.Group aria-label="适用的版本" value={nameOf(view)} onChange={({ target }) => onChange({ ...said, benchmark: String(target.value) })} options={[published.data, older].map((one) => ({ value: nameOf(one), label: `《${one.version.title}》（${one.version.documentNumber}，${one.version.from} 起施行）` }))} />
          <span className="note">行为时的基准和作出行为之日的基准都可以适用；新基准处罚较轻的，适用新基准（参照《行政处罚法》第三十七条）</span>
        </fieldset>
      )}
      <Weigher key={nameOf(view)} {...{ asked, view, told, filled, onChange, likeWith }} value={said} />
    </>
  )
}

/** How acts name a version. */
const nameOf = ({ version: { matter, version } }: BenchmarkView): string => `${matter}/${version}`

interface Weighable {
  readonly asked: ShownForm
  readonly view: BenchmarkView
  readonly told: Told
  readonly filled: Answers
  readonly value: Answers
  readonly onChange: (value: unknown) => void
  /** Like cases, once everything is answered. */
  readonly likeWith: (answers: Facts) => ReactNode
}

function Weigher({ asked, view, told, filled, value, onChange, likeWith }: Weighable) {
  const { version, content } = view
  const evaluator = useMemo(() => evaluatorOf(benchmarkIn(content)), [content])
  const id = nameOf(view)
  // Kept while the fine is moved into the band and out again.
  const [typed, setDeviation] = useState<Answers>()
  const deviation = typed ?? (isAnswers(value['deviation']) ? value['deviation'] : undefined)
  const weighing = weigh({ id, evaluator, answers: factsIn(value['answers']), told, penalty: { kinds: filled['kinds'], fine: filled['fine'] }, deviation })
  const { stated, isOutside, applied } = weighing
  // Merely opening the form fills nothing in, unless the case tells everything.
  const isBegun = applied.is === 'given' || Object.keys(value).length > 0
  const isOld = isBegun && JSON.stringify(stated) !== JSON.stringify(value)
  // The case, the fine or the benchmark changed: what is stated follows.
  useEffect(() => {
    if (isOld) onChange(stated)
  })
  const change = (code: string, given: Facts[string] | undefined) => onChange({ ...stated, answers: factsIn({ ...stated.answers, [code]: given }) } satisfies Stated)
  return (
    <div className="weigh">
      <p className="quiet">适用 <Link to={`/public/benchmarks/${version.matter}`} target="_blank">《{version.title}》（{version.documentNumber}，编号 {id}）</Link>{version.example && '，示例'}</p>
      <Factors {...{ evaluator, told, weighing, change }} />
      <Given evaluator={evaluator} weighing={weighing} />
      {isOutside && <Deviation asked={asked} value={deviation ?? {}} change={setDeviation} fine={typeof filled['fine'] === 'string' ? filled['fine'] : ''} />}
      {applied.is === 'given' && likeWith(stated.answers)}
    </div>
  )
}

interface Asked {
  readonly evaluator: Evaluator
  readonly told: Told
  readonly weighing: Weighing
  readonly change: (code: string, value: Facts[string] | undefined) => void
}
function Factors({ evaluator, told, weighing: { applied, stated: { answers } }, change }: Asked) {
  const shown = askedFactors(evaluator.benchmark, answers, applied)
  const known = shown.filter(({ code }) => comparable(evaluator, code, told) !== undefined)
  return (
    <>
      {known.length > 0 && <p className="weigh-known">案卷已经查明：{known.map((factor) => `${factor.name}：${valueWords(factor, answers[factor.code] ?? '')}`).join('；')}</p>}
      {shown.filter((factor) => !known.includes(factor)).map((factor) => <FactorField key={factor.code} factor={factor} value={answers[factor.code]} change={(given) => change(factor.code, given)} />)}
    </>
  )
}

/** The answer with the row that fired and why the others did not. */
function Given({ evaluator: { benchmark }, weighing: { applied, stated } }: Pick<Asked, 'evaluator' | 'weighing'>) {
  const { says, because, others } = explain(benchmark, stated.answers, applied.answer)
  const mood = applied.is === 'given' ? '' : applied.is === 'open' ? ' is-open' : ' is-wrong'
  const row = applied.answer.is === 'answered' ? applied.answer.index : undefined
  return (
    <section className={`benchmark-answer${mood}`} aria-live="polite" aria-label="裁量结果">
      <h3>{applied.is !== 'given' ? (applied.is === 'open' ? `还需要查明：${applied.factors.map(({ name }) => name).join('、')}` : says) : `${tierWords(applied.row)}：${applied.span === undefined ? '不处罚款' : applied.span.low === applied.span.high ? `罚款 ${yuanWords(applied.span.low)} 元` : `罚款 ${yuanWords(applied.span.low)} 元以上 ${yuanWords(applied.span.high)} 元以下`}`}</h3>
      {because.length > 0 && <ul>{because.map(({ factor, asks, found }) => <li key={factor}>{asks}（查明：{found}）</li>)}</ul>}
      {row !== undefined && applied.is === 'given' && (
        <details>
          <summary className="quiet">适用基准第 {row + 1} 行；其他 {others.length} 行为什么不适用</summary>
          <ul>{others.map((other) => <li key={other.row}>第 {other.row + 1} 行（{other.tier}）：{other.because}</li>)}</ul>
        </details>
      )}
    </section>
  )
}

interface Deviating {
  readonly asked: ShownForm
  readonly value: Answers
  readonly change: (value: Answers) => void
  readonly fine: string
}
/** Asked there and then where the fine leaves the band. */
function Deviation({ asked, value, change, fine }: Deviating) {
  const title = fine === '' ? '没有罚款，在裁量幅度之外' : `罚款 ${fine} 元在裁量幅度之外`
  const of = asked['deviation']?.shape
  if (of === undefined) return <Alert type="warning" showIcon title={title} description="当场处罚不得偏离裁量权基准：在裁量幅度内确定数额；确需偏离的，转为普通程序，经法制审核和集体讨论后决定。" />
  const form = of.type === 'group' ? of.of : {}
  const { ground, reason, approval } = form
  const set = (name: string, given: string) => change(Object.fromEntries(Object.entries({ ...value, [name]: given }).filter(([, one]) => one !== '')))
  const textOf = (name: string): string => (typeof value[name] === 'string' ? value[name] : '')
  return (
    <section className="weigh-deviation" aria-label="偏离裁量权基准">
      <Alert type="warning" showIcon title={title} description="在裁量幅度内确定数额；确需偏离的，在这里写明情形和理由，并经法制审核和集体讨论（国办发〔2022〕27号）。" />
      {ground?.shape.type === 'choice' && (
        <fieldset className="benchmark-factor">
          <legend>{ground.label}</legend>
          <Radio.Group aria-label={ground.label} value={value['ground']} onChange={({ target }) => set('ground', String(target.value))} options={Object.entries(ground.shape.options).map(([one, label]) => ({ value: one, label }))} />
        </fieldset>
      )}
      {reason !== undefined && (
        <fieldset className="benchmark-factor">
          <legend>{reason.label}</legend>
          <Input.TextArea aria-label={reason.label} value={textOf('reason')} onChange={({ target }) => set('reason', target.value)} autoSize={{ minRows: 3, maxRows: 10 }} />
        </fieldset>
      )}
      {approval !== undefined && (
        <fieldset className="benchmark-factor">
          <legend>{approval.label}<small className="quiet">（选填）</small></legend>
          <Input aria-label={approval.label} value={textOf('approval')} onChange={({ target }) => set('approval', target.value)} maxLength={200} />
          <span className="note">{approval.help}</span>
        </fieldset>
      )}
    </section>
  )
}
