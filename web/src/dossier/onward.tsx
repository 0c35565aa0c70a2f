import type { CaseView } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Button, Flex } from 'antd'
import { Link } from 'react-router'

/** Where a matter can go on from here (后续办理): the procedure, the act that opens it, and the act of this case whose answers are carried over. */
export interface Way {
  readonly name: string
  readonly procedure: string
  readonly act: string
  readonly seq?: number
  /** What is to be done next, rather than what may be. */
  readonly isNext?: true
}
const ORDINARY = { procedure: 'penalty.ordinary', act: 'apply' } as const
const NEIGHBOURS: readonly Way[] = [
  { name: '涉嫌犯罪，移送公安机关', procedure: 'transfer.crime', act: 'suspect' },
  { name: '移送其他机关', procedure: 'transfer.agency', act: 'send' },
  { name: '请求协助', procedure: 'transfer.assistance', act: 'ask' },
]

/** The ways on from a case as it stands. */
export function waysOn({ procedure, acts, verdict, row }: CaseView): readonly Way[] {
  const may = (kind: string) => verdict.acts.some((act) => act.kind === kind && act.granted)
  const latest = acts.at(-1)?.kind
  if (latest === 'convert' || latest === 'enforce') return [{ name: '按普通程序呈请立案', ...ORDINARY, isNext: true }]
  if (procedure === 'transfer.agency') return may('opened') ? [{ name: '由此呈请立案', ...ORDINARY, isNext: true }] : []
  if (procedure === 'operation.joint') {
    return acts.filter(({ kind, data }) => kind === 'find' && data['competent'] === 'ours' && may('followUp')).flatMap(({ seq, data }) => [
      { name: `第 ${seq} 项（${String(data['place'])}）：当场处罚`, procedure: 'penalty.simple', act: 'discover', seq },
      { name: `第 ${seq} 项：呈请立案`, ...ORDINARY, seq },
    ])
  }
  // An outcome, not a post, opens these ways: who may take them is said where they lead.
  const isUnderWay = procedure === 'penalty.ordinary' && !verdict.ended && row.filedOn !== undefined && !acts.some(({ kind }) => kind === 'close')
  return isUnderWay && !isAway(acts) ? NEIGHBOURS : []
}

const BACK: Readonly<Record<string, string>> = { transferCrime: 'crimeSettled', transferElsewhere: 'takeUpAgain' }
/** The case is with the police or another agency. */
const isAway = (acts: CaseView['acts']): boolean => Object.entries(BACK).some(([away, back]) => acts.findLastIndex(({ kind }) => kind === away) > acts.findLastIndex(({ kind }) => kind === back))

/** Links that open the next dossier out of this one, so that nothing is typed twice. */
export function Onward({ view }: { readonly view: CaseView }) {
  const ways = waysOn(view)
  if (ways.length === 0) return null
  return (
    <Flex gap={8} wrap style={{ marginBlock: 8 }} aria-label="后续办理" role="group">
      {ways.map(({ name, procedure, act, seq, isNext }) => (
        <Link key={name} to={`/cases/new?procedure=${procedure}&act=${act}&from=${view.row.id}${seq === undefined ? '' : `&seq=${seq}`}`}>
          <Button size="small" type={isNext === true ? 'primary' : 'default'}>{name}</Button>
        </Link>
      ))}
    </Flex>
  )
}
