import { factsWords } from '@zhunsheng/discretion/words.ts'
import { useNamedBenchmark } from '../benchmark/named.ts'
import { isAnswers, type Answers, type ShownForm } from '../act/form.ts'
import { shownAnswers, type Names, type Shown } from '../act/show.ts'
import { useSurroundings } from '../act/surroundings.ts'

/** What was written in an act, with the labels of its form (办理内容). */
export function AnswerList({ form, answers }: { readonly form: ShownForm; readonly answers: Answers }) {
  const { people, matters, acts, specs } = useSurroundings()
  const benchmark = useNamedBenchmark(benchmarkOf(answers))
  const names: Names = {
    person: (id) => people.find((one) => one.id === id)?.name ?? id,
    matter: (id) => matters.find((one) => one.id === id)?.name ?? id,
    act: (seq) => `第 ${seq} 项 ${acts.find((one) => one.seq === seq)?.name ?? ''}`,
    facts: (facts) => (benchmark === undefined ? Object.entries(facts).map(([code, value]) => `${code}：${String(value)}`).join('，') : factsWords(benchmark, facts)),
  }
  const shown = shownAnswers(form, answers, names, (seq) => specs.get(acts.find((one) => one.seq === seq)?.kind ?? '')?.form)
  return <Lines shown={shown} />
}

function Lines({ shown }: { readonly shown: readonly Shown[] }) {
  return (
    <dl className="answers" style={{ marginTop: 0 }}>
      {shown.map((one) => (
        <Line key={one.label} one={one} />
      ))}
    </dl>
  )
}

function Line({ one }: { readonly one: Shown }) {
  return (
    <>
      <dt>{one.label}</dt>
      <dd>
        {'rows' in one && one.rows.map((row, index) => <Lines key={index} shown={row} />)}
        {'text' in one && (one.hash === true ? <a href={`/api/evidence/${one.text}`} target="_blank" rel="noreferrer">查看文件（SHA-256 {one.text.slice(0, 16)}…）</a> : one.text)}
      </dd>
    </>
  )
}

/** Which benchmark an act applied, or the act that it corrects. */
function benchmarkOf({ discretion, answers }: Answers): string | undefined {
  if (isAnswers(discretion)) return typeof discretion['benchmark'] === 'string' ? discretion['benchmark'] : undefined
  return isAnswers(answers) ? benchmarkOf(answers) : undefined
}
