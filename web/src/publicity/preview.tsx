import { SUSPICIONS } from '@zhunsheng/law/identifiers/leftovers.ts'
import { maskName } from '@zhunsheng/law/identifiers/mask.ts'
import { HIDDEN, type Hidden } from '@zhunsheng/law/identifiers/redact.ts'
import { publicationOf } from '@zhunsheng/law/penalty/execution/published.ts'
import { Button, Form, type FormInstance } from 'antd'
import { isAnswers, type Answers } from '../act/form.ts'
import { useSurroundings } from '../act/surroundings.ts'
import { spansOf, type Span } from './spans.ts'
import './preview.css'

const SHOWN = { publish: 'shown', withdrawPublication: 'reason' } as const
/** Whether this act puts a text before the public. */
export const isPublished = (kind: string): kind is keyof typeof SHOWN => kind in SHOWN

interface Previewed {
  readonly kind: keyof typeof SHOWN
  readonly form: FormInstance
  /** Keeps the draft after the text was put into its field. */
  readonly changed: (filled: Readonly<Record<string, unknown>>) => void
}

/** What the public will see of an act that is about to be published (公示预览): what is hidden, and what still looks like a person. */
export function PublicationPreview({ kind, form, changed }: Previewed) {
  const { acts } = useSurroundings()
  const field = SHOWN[kind]
  const written: unknown = Form.useWatch(['data', field], form)
  const kept: unknown = Form.useWatch(['data', 'kept'], form)
  const told = acts.map(({ seq, kind: of, by, data }) => ({ seq, kind: of, by, data: isAnswers(data) ? data : {} }))
  const { people } = publicationOf(told)
  const facts = kind === 'publish' ? publicationOf(told.filter((one) => one.kind === 'decide')).facts : ''
  const spans = spansOf(textOf(written) || facts, people)
  const rewrite = () => {
    form.setFieldValue(['data', field], spans.map(({ text }) => text).join(''))
    changed(form.getFieldsValue())
    form.getFieldInstance(['data', field])?.focus()
  }
  return (
    <section className="public-preview" aria-label="公示预览">
      <header><b>公示预览</b><span className="legend">{hiddenWords(spans)}</span></header>
      <dl>
        <dt>当事人</dt>
        <dd>{partyOf(told[0]?.data['party'])}</dd>
        <dt>{kind === 'publish' ? '违法事实' : '撤回理由'}</dt>
        <dd>{spans.length === 0 ? <span className="quiet">填写后在这里预览</span> : spans.map((span, index) => <Marked key={index} span={span} />)}</dd>
      </dl>
      <Suspicious spans={spans} isKept={textOf(kept) !== ''} rewrite={rewrite} />
    </section>
  )
}

function Marked({ span: { text, hides, was, looksLike } }: { readonly span: Span }) {
  if (looksLike !== undefined) return <mark className="suspicious" title={SUSPICIONS[looksLike]}>{text}</mark>
  return hides === undefined ? text : <mark title={`隐去${HIDDEN[hides]}：${was ?? ''}`}>{text}</mark>
}

/** What a person must settle before it is published. */
function Suspicious({ spans, isKept, rewrite }: { readonly spans: readonly Span[]; readonly isKept: boolean; readonly rewrite: () => void }) {
  const found = spans.flatMap(({ text, looksLike }) => (looksLike === undefined ? [] : [{ text, says: SUSPICIONS[looksLike] }]))
  if (found.length === 0) return null
  return (
    <div className="public-suspicions" role="alert">
      <b>疑似个人信息 {found.length} 处</b>{isKept && <span className="quiet">　已写明保留的理由</span>}
      <ul>{found.map(({ text, says }, index) => <li key={index}>「{text}」{says}</li>)}</ul>
      <Button size="small" onClick={rewrite}>带入预览的文字，在上面改写</Button>
    </div>
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

function partyOf(party: unknown): string {
  const { kind, name }: Answers = isAnswers(party) ? party : {}
  return kind === 'citizen' ? maskName(textOf(name)) : textOf(name)
}

function hiddenWords(spans: readonly Span[]): string {
  const counts = new Map<Hidden, number>()
  for (const { hides } of spans) if (hides !== undefined) counts.set(hides, (counts.get(hides) ?? 0) + 1)
  return counts.size === 0 ? '没有需要自动隐去的内容' : `已自动隐去：${[...counts].map(([hides, count]) => `${HIDDEN[hides]} ${count} 处`).join('、')}`
}
