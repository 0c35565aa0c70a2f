import type { Lead, ProcedureList } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Flex, Skeleton } from 'antd'
import { useMemo } from 'react'
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router'
import { ActForm } from '../act/act-form.tsx'
import { isAnswers } from '../act/form.ts'
import { SurroundingsContext } from '../act/surroundings.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { caseQuery, mattersQuery, peopleQuery, procedureQuery, proceduresQuery } from '../queries.ts'
import { offeredTo, startFor } from '../street/powers.ts'
import { usePowers } from '../street/use-powers.ts'
import { answersFromCase, answersFromLead, SOURCES } from './lead-words.ts'

const isLead = (state: unknown): state is Lead => isAnswers(state) && typeof state['id'] === 'string' && typeof state['source'] === 'string' && state['source'] in SOURCES

/** A new case (新建案件): first under which procedure, then the form of the act that opens it. */
export function Component() {
  const [search] = useSearchParams()
  const { state } = useLocation()
  const lead = isLead(state) ? state : undefined
  const procedure = search.get('procedure')
  const act = search.get('act')
  if (procedure === null || act === null) return <Choosing lead={lead} />
  return <Opening key={`${procedure} ${act}`} code={procedure} kind={act} lead={lead} from={search.get('from')} seq={Number(search.get('seq') ?? 1)} />
}

/** The bodies of law under which the procedures stand (制度). */
const REGIMES: Readonly<Record<string, string>> = { penalty: '行政处罚', coercion: '行政强制', transfer: '移送与协助', operation: '联合执法', remedy: '复议与诉讼', dispute: '民商事争议' }
const regimeOf = (code: string): string => code.split('.')[0] ?? code
/** Each once, in the order in which they are known here; what is not known comes last and is not lost. */
const regimesOf = (procedures: ProcedureList): readonly string[] => [...new Set([...Object.keys(REGIMES), ...procedures.map(({ code }) => regimeOf(code))])].filter((regime) => procedures.some(({ code }) => regimeOf(code) === regime))

/** The procedures that this person may open, each with what it is for. */
function Choosing({ lead }: { readonly lead: Lead | undefined }) {
  const { person } = useMe()
  const procedures = useQuery(proceduresQuery)
  if (procedures.isError) return <Failure error={procedures.error} retry={() => void procedures.refetch()} />
  if (procedures.data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  const mayOpen = ({ by }: ProcedureList[number]['opens'][number]) => person.posts.some((post) => by.includes(post))
  return (
    <>
      <PageHead title="新建案件" note="先选适用的程序；选错了可以在案卷里依法转换" />
      {lead !== undefined && <FromLead lead={lead} />}
      {regimesOf(procedures.data).map((regime) => (
        <section key={regime} style={{ marginBottom: 20 }}>
          <h2 style={{ fontSize: 16, marginBlock: '0 10px' }}>{REGIMES[regime] ?? '其他程序'}</h2>
          <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(min(340px, 100%), 1fr))' }}>
            {procedures.data.filter(({ code }) => regimeOf(code) === regime).flatMap(({ code, name, opens }) =>
              opens.map((opening) => (
                <Card key={`${code} ${opening.kind}`} size="small" title={name}>
                  <Flex vertical gap={12} justify="space-between" style={{ height: '100%' }}>
                    <span className="quiet">{opening.help}</span>
                    {mayOpen(opening) ? (
                      <Link to={`/cases/new?procedure=${code}&act=${opening.kind}`} state={lead}><Button type="primary" ghost>{opening.name}</Button></Link>
                    ) : (
                      <Button disabled style={{ alignSelf: 'flex-start' }} title="您的岗位不能开始这种程序">{opening.name}</Button>
                    )}
                  </Flex>
                </Card>
              )),
            )}
          </div>
        </section>
      ))}
    </>
  )
}

const FromLead = ({ lead }: { readonly lead: Lead }) => <Alert style={{ marginBottom: 12 }} type="info" showIcon title={`由 ${lead.number} 转入，来源、地点、内容会带入表单`} />

interface OpeningProps {
  readonly code: string
  readonly kind: string
  readonly lead: Lead | undefined
  /** The case out of which this one grows: what it knows is not typed again. */
  readonly from: string | null
  /** Which of its acts is carried over. */
  readonly seq: number
}
/** The form that opens a case, perhaps out of a lead, which then need not be typed again. */
function Opening({ code, kind, lead, from, seq }: OpeningProps) {
  const before = useQuery({ ...caseQuery(from ?? ''), enabled: from !== null })
  const procedure = useQuery(procedureQuery(code))
  const people = useQuery(peopleQuery)
  const matters = useQuery(mattersQuery)
  const powers = usePowers()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const specs = useMemo(() => new Map((procedure.data?.acts ?? []).map((act) => [act.kind, act])), [procedure.data])
  const spec = specs.get(kind)
  if (procedure.isError) return <Failure error={procedure.error} retry={() => void procedure.refetch()} />
  if (spec === undefined || powers === undefined || (from !== null && before.isPending)) return <Skeleton active paragraph={{ rows: 10 }} />
  return (
    <SurroundingsContext value={{ acts: [], specs, people: people.data ?? [], matters: offeredTo(powers, matters.data ?? []), powers: powers.says }}>
      <PageHead title={spec.name} note={procedure.data?.name}>
        <Link to="/cases/new" state={lead}><Button>换一种程序</Button></Link>
      </PageHead>
      {lead !== undefined && <FromLead lead={lead} />}
      {before.data !== undefined && <Alert style={{ marginBottom: 12 }} type="info" showIcon title={`由案件 ${before.data.row.number} 转入，相同的内容已经带入`} />}
      <Card style={{ maxWidth: 980 }} styles={{ body: { paddingBottom: 0 } }}>
        <ActForm
          spec={spec}
          target={lead === undefined ? { procedure: code } : { procedure: code, leadId: lead.id }}
          start={{ ...startFor(powers, spec.form), ...(lead !== undefined ? answersFromLead(lead, spec.form) : before.data === undefined ? {} : answersFromCase(before.data, spec.form, seq)) }}
          onRecorded={({ id, number }) => {
            void client.invalidateQueries()
            void message.success(`已记录「${spec.name}」：${number}`)
            void navigate(`/cases/${id}`, { replace: true })
          }}
        />
      </Card>
    </SurroundingsContext>
  )
}
