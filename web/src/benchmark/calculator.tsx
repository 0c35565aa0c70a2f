import type { Benchmark, Factor, Facts } from '@zhunsheng/discretion/benchmark.ts'
import { evaluatorOf, type Answer } from '@zhunsheng/discretion/evaluate.ts'
import { explain } from '@zhunsheng/discretion/explain.ts'
import { amountIn, factorOf } from '@zhunsheng/discretion/amount.ts'
import { yuanWords } from '@zhunsheng/discretion/words.ts'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import './benchmark.css'
import { FactorField } from './factor-field.tsx'
import { RowList } from './row-list.tsx'

/** Asks only for what the answer still hangs on, and says with each answer which row it is and why (裁量计算器). It runs here: nothing that is entered leaves the page. */
export function Calculator({ benchmark }: { readonly benchmark: Benchmark }) {
  const [facts, setFacts] = useState<Facts>({})
  const { evaluate } = useMemo(() => evaluatorOf(benchmark), [benchmark])
  const answer = evaluate(facts)
  const asked = askedOf(benchmark, facts, answer)
  const set = (code: string, value: number | string | boolean | undefined) => setFacts((before) => Object.fromEntries(Object.entries({ ...before, [code]: value }).filter((one): one is [string, number | string | boolean] => one[1] !== undefined)))
  return (
    <>
      <form className="benchmark-ask" onSubmit={(event) => event.preventDefault()} aria-label="裁量因素">
        {asked.map((factor) => <FactorField key={factor.code} factor={factor} value={facts[factor.code]} change={(value) => set(factor.code, value)} />)}
        <Button onClick={() => setFacts({})} disabled={Object.keys(facts).length === 0}>重新填写</Button>
      </form>
      <AnswerBox benchmark={benchmark} facts={facts} answer={answer} />
      <RowList benchmark={benchmark} fired={answer.is === 'answered' ? answer.index : undefined} />
    </>
  )
}

/** What was answered, and the next thing to ask; a measure of an amount is asked for once a row answers. */
function askedOf({ factors, ranges }: Benchmark, facts: Facts, answer: Answer): readonly Factor[] {
  const needed = answer.is === 'needs' ? answer.factors.slice(0, 1) : answer.is === 'answered' ? measureOf(factors, ranges[answer.row.range]?.measure) : []
  return factors.filter((factor) => facts[factor.code] !== undefined || needed.includes(factor))
}
const measureOf = (factors: readonly Factor[], measure: Benchmark['ranges'][number]['measure'] | undefined): readonly Factor[] => (measure === undefined ? [] : factors.filter(({ code }) => code === factorOf(measure)))

function AnswerBox({ benchmark, facts, answer }: { readonly benchmark: Benchmark; readonly facts: Facts; readonly answer: Answer }) {
  const { says, because } = explain(benchmark, facts, answer)
  const mood = answer.is === 'answered' ? '' : answer.is === 'needs' ? ' is-open' : ' is-wrong'
  const range = answer.is === 'answered' ? benchmark.ranges[answer.row.range] : undefined
  const amount = answer.is === 'answered' && range !== undefined && factorOf(range.measure) !== undefined ? amountIn(answer.row.band, range.measure, facts) : undefined
  return (
    <section className={`benchmark-answer${mood}`} aria-live="polite">
      <h2>{says}</h2>
      {amount !== undefined && <p>按查明的数额计算：{yuanWords(amount.min)} 元{amount.min === amount.max ? '' : `以上 ${yuanWords(amount.max)} 元以下`}</p>}
      {because.length > 0 && <ul>{because.map(({ factor, asks, found }) => <li key={factor}>{asks}（填写：{found}）</li>)}</ul>}
      {range !== undefined && <p className="note">法定幅度依据：{range.basis}。计算结果供参考；从轻、减轻、不予处罚的情形和最终数额由行政机关依照《行政处罚法》第三十条至第三十三条、结合证据决定。</p>}
    </section>
  )
}
