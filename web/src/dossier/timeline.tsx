import { correctedMoment, SIGNATURE_TAKERS, SIGNERS, type PaperRef, type RecordedAct } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Button, Card, Flex, Segmented, Tag } from 'antd'
import { useState } from 'react'
import { useSurroundings } from '../act/surroundings.ts'
import { useMe } from '../app/me.ts'
import { SignDrawer } from '../street/sign-drawer.tsx'
import { AnswerList } from './answer-list.tsx'
import { PaperLinks } from './papers.tsx'

interface Record {
  readonly acts: readonly RecordedAct[]
  readonly papers: readonly PaperRef[]
  readonly caseId: string
  readonly open: (act: string, target: number) => void
}

/** Everything that was done (办理记录): who, when, what was written, and the papers that came of it. */
export function Timeline({ acts, papers, caseId, open }: Record) {
  const [order, setOrder] = useState<'new' | 'old'>('new')
  const shown = order === 'new' ? acts.toReversed() : acts
  return (
    <Card size="small" title="办理记录" extra={<Segmented size="small" aria-label="顺序" value={order} onChange={setOrder} options={[{ value: 'new', label: '最近在前' }, { value: 'old', label: '按时间先后' }]} />}>
      <ol className="done">
        {shown.map((act) => <Done key={act.seq} act={act} papers={papers.filter(({ seq }) => seq === act.seq)} caseId={caseId} correct={(kind) => open(kind, act.seq)} />)}
      </ol>
    </Card>
  )
}

interface DoneProps {
  readonly act: RecordedAct
  readonly papers: readonly PaperRef[]
  readonly caseId: string
  readonly correct: (kind: string) => void
}

function Done({ act, papers, caseId, correct }: DoneProps) {
  const [isOpen, open] = useState(false)
  const [isSigning, signing] = useState(false)
  const { person } = useMe()
  const { specs } = useSurroundings()
  const spec = specs.get(act.kind)
  const mayBeSigned = spec !== undefined && act.correctedBy === undefined && act.stage !== '更正' && person.posts.some((post) => SIGNATURE_TAKERS.includes(post))
  return (
    <li className={act.correctedBy === undefined ? '' : 'corrected'} id={`act-${act.seq}`}>
      <Flex gap={8} wrap align="center">
        <b>{act.name}</b>
        <span className="quiet number">第 {act.seq} 项</span>
        <Tag style={{ margin: 0 }}>{act.stage}</Tag>
        {act.correctedBy !== undefined && <Tag color="warning" style={{ margin: 0 }}>已由第 {act.correctedBy} 项更正或者撤销</Tag>}
      </Flex>
      <div className="number">
        {act.on}{act.at !== undefined && ` ${act.at}`}　{act.by.map(({ name, certificate }) => (certificate === undefined ? name : `${name}（${certificate}）`)).join('、')}
      </div>
      <div className="quiet" style={{ fontSize: 12 }}>
        {act.recordedAt === '' ? '保存在本机，等待报送' : `记录于 ${recordedAt(act.recordedAt)}`}{act.made !== undefined && ` · ${madeWords(act.made)}`}{act.leaf !== undefined && ` · 存证第 ${act.leaf} 号`}
      </div>
      {act.signatures?.map(({ role, name, signedAt }) => <div key={role + name} className="quiet" style={{ fontSize: 12 }}>{name}（{SIGNERS[role]}）于 {recordedAt(signedAt)} 手写签名</div>)}
      <Flex gap={4} wrap align="center">
        {spec !== undefined && <Button type="link" size="small" style={{ paddingInline: 0 }} aria-expanded={isOpen} onClick={() => open(!isOpen)}>{isOpen ? '收起内容' : '查看内容'}</Button>}
        {mayBeSigned && <Button type="link" size="small" style={{ paddingInline: 4 }} onClick={() => signing(true)}>签名</Button>}
        {act.correctedBy === undefined && <Corrections act={act} correct={correct} />}
        {papers.map((paper) => <PaperLinks key={paper.form} paper={paper} caseId={caseId} />)}
      </Flex>
      {isOpen && spec !== undefined && <div className="passage-box"><AnswerList form={spec.form} answers={act.data} /></div>}
      {isSigning && spec !== undefined && <SignDrawer act={act} spec={spec} caseId={caseId} close={() => signing(false)} />}
    </li>
  )
}

/** A slip is put right by a further act; what was written stays to be seen (更正、撤销). */
function Corrections({ act, correct }: { readonly act: RecordedAct; readonly correct: (kind: string) => void }) {
  const { specs } = useSurroundings()
  if (act.stage === '更正') return null
  return ['correct', 'annul'].map((kind) => {
    const name = specs.get(kind)?.name
    return name === undefined ? null : <Button key={kind} type="link" size="small" style={{ paddingInline: 4 }} onClick={() => correct(kind)}>{name}</Button>
  })
}

/** When it was made on a device without a connection, by the bureau's clock. */
function madeWords({ at, ahead }: NonNullable<RecordedAct['made']>): string {
  const moment = recordedAt(correctedMoment(at, ahead))
  return `离线办理于 ${moment}${Math.abs(ahead) > CLOCK_TOLERANCE_S && Math.abs(ahead) < DEMO_SHIFT_S ? `（设备时钟${ahead > 0 ? '快' : '慢'} ${Math.abs(ahead)} 秒，已校正）` : ''}`
}
/** Less than this nobody needs to know; a demonstration stands on a day of its own. */
const CLOCK_TOLERANCE_S = 30
const DEMO_SHIFT_S = 86_400

/** The moment of recording in the bureau's own time, whatever the machine's zone. */
export const recordedAt = (moment: string): string =>
  new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(moment))
