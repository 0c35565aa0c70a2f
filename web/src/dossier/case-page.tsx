import { COMPARERS } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import type { CaseView, Recorded } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Skeleton, Tabs } from 'antd'
import { useMemo, useRef } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { SurroundingsContext, useSurroundings } from '../act/surroundings.ts'
import type { ShownProcedure } from '../act/form.ts'
import { Failure } from '../app/failure.tsx'
import { useMe } from '../app/me.ts'
import { usePhone } from '../app/phone.ts'
import { CaseLike } from '../consistency/case-like.tsx'
import { likeOfCase } from '../consistency/like-of.ts'
import { caseQuery, mattersQuery, peopleQuery, procedureQuery } from '../queries.ts'
import { ActDrawer } from './act-drawer.tsx'
import { CaseHead } from './case-head.tsx'
import { Evidence } from './evidence.tsx'
import { LatestActs } from './latest-acts.tsx'
import { LawfulActs } from './lawful-acts.tsx'
import { Money } from './money.tsx'
import { Obligations } from './obligations.tsx'
import { Papers } from './papers.tsx'
import { Picture } from './picture.tsx'
import { CaseMessages } from '../messages/case-messages.tsx'
import { CaseEvents } from '../monitoring/case-events.tsx'
import { Proofs } from './proofs.tsx'
import { Recordings } from './recordings.tsx'
import { nearStages, stagesOf } from './steps.ts'
import { Timeline } from './timeline.tsx'
import './dossier.css'

/** One case (案卷): what was done, what is owed, what may be done now and why not the rest. */
export function Component() {
  const { id = '' } = useParams()
  const view = useQuery(caseQuery(id))
  const procedure = useQuery({ ...procedureQuery(view.data?.procedure ?? ''), enabled: view.data !== undefined })
  if (view.isError && view.data === undefined) return <Failure error={view.error} retry={() => void view.refetch()} />
  if (procedure.isError) return <Failure error={procedure.error} retry={() => void procedure.refetch()} />
  if (view.data === undefined || procedure.data === undefined) return <Skeleton active paragraph={{ rows: 10 }} />
  return <Opened key={id} view={view.data} procedure={procedure.data} />
}

function Opened({ view, procedure }: { readonly view: CaseView; readonly procedure: ShownProcedure }) {
  const people = useQuery(peopleQuery)
  const matters = useQuery(mattersQuery)
  const client = useQueryClient()
  const { message } = App.useApp()
  const [search, setSearch] = useSearchParams()
  const specs = useMemo(() => new Map(procedure.acts.map((act) => [act.kind, act])), [procedure])
  const kind = search.get('act')
  const spec = kind === null ? undefined : specs.get(kind)
  const verdict = view.verdict.acts.find((act) => act.kind === kind)
  const refresh = () => client.invalidateQueries({ queryKey: ['case', view.row.id] })
  const open = (act: string | undefined, target?: number) => setSearch((before) => asking(asking(before, 'act', act), 'target', target === undefined ? undefined : String(target)), { replace: true, preventScrollReset: true })
  const target = view.acts.find(({ seq }) => String(seq) === search.get('target'))
  const recorded = ({ seq, followed }: Recorded) => {
    open(undefined)
    void message.success(`已记入案卷第 ${seq} 项：${spec?.name ?? ''}`)
    if (followed?.name !== undefined) void message.info(`案件 ${followed.number} 同时记录了「${followed.name}」`)
    if (followed?.because !== undefined) void message.warning(`案件 ${followed.number}：${followed.because}`, 8)
    void client.invalidateQueries()
  }
  const outcome = spec?.outcome === undefined ? {} : { outcome: { field: spec.outcome, refused: verdict?.outcomes ?? {} } }
  return (
    <SurroundingsContext value={{ caseId: view.row.id, acts: view.acts, specs, people: people.data ?? [], matters: matters.data ?? [], ...outcome }}>
      <CaseHead view={view} procedure={procedure} />
      <Sections view={view} procedure={procedure} open={open} />
      <ActDrawer spec={spec} view={view} corrected={target} close={() => open(undefined)} onRecorded={recorded} onReload={() => void refresh()} />
    </SurroundingsContext>
  )
}

interface SectionProps {
  readonly view: CaseView
  readonly procedure: ShownProcedure
  readonly open: (act: string, target?: number) => void
}

/** The office sees the way and what may be done side by side with the record; a phone sees one after the other. */
function Sections({ view, procedure, open }: SectionProps) {
  const isPhone = usePhone()
  const top = useRef<HTMLDivElement>(null)
  const { specs } = useSurroundings()
  const [search, setSearch] = useSearchParams()
  const { person } = useMe()
  const { acts, papers, verdict, account, recordings } = view
  const like = likeOfCase(view)
  const missing = recordings.filter(({ state }) => state === 'missing').length
  const now = (
    <div className="now">
      <LawfulActs verdicts={verdict.acts} near={nearStages(stagesOf(procedure, view))} isEnded={verdict.ended} open={open} />
      <div className="column">
        <CaseEvents caseId={view.row.id} />
        <Obligations obligations={verdict.obligations} open={open} />
        <LatestActs acts={acts} />
      </div>
    </div>
  )
  const items = [
    { key: 'now', label: '办理', children: now },
    { key: 'record', label: `办理记录 ${acts.length}`, children: <Timeline acts={acts} papers={papers} caseId={view.row.id} open={open} /> },
    { key: 'picture', label: '进程图', children: <Picture view={view} procedure={procedure} open={open} /> },
    { key: 'papers', label: `文书 ${papers.length}`, children: <Papers papers={papers} caseId={view.row.id} /> },
    { key: 'evidence', label: '证据', children: <Evidence acts={acts} caseNumber={view.row.number} caseId={view.row.id} /> },
    ...(specs.has('attachRecording') ? [{ key: 'recordings', label: missing > 0 ? `音像记录（缺 ${missing}）` : `音像记录 ${recordings.length}`, children: <Recordings recordings={recordings} caseNumber={view.row.number} open={open} /> }] : []),
    ...(account === undefined ? [] : [{ key: 'money', label: '账目', children: <Money account={account} acts={acts} caseId={view.row.id} /> }]),
    ...(like === undefined || !person.posts.some((post) => COMPARERS.includes(post)) ? [] : [{ key: 'like', label: '同类案件', children: <CaseLike {...like} /> }]),
    ...(specs.has('confirmAddress') ? [{ key: 'messages', label: '短信', children: <CaseMessages caseId={view.row.id} /> }] : []),
    { key: 'proofs', label: '存证', children: <Proofs view={view} /> },
  ]
  const chosen = search.get('tab') ?? 'now'
  const choose = (key: string) => {
    setSearch((before) => asking(before, 'tab', key === 'now' ? undefined : key), { replace: true, preventScrollReset: true })
    // The bar of tabs stays in sight on a phone; what it opens begins below it.
    if (isPhone && top.current !== null && top.current.getBoundingClientRect().top < 0) top.current.scrollIntoView()
  }
  return (
    <div ref={top} className="dossier-sections">
      <Tabs
        className="dossier-tabs"
        activeKey={items.some(({ key }) => key === chosen) ? chosen : 'now'}
        onChange={choose}
        items={items}
        size={isPhone ? 'small' : 'middle'}
      />
    </div>
  )
}

function asking(before: URLSearchParams, name: string, value: string | undefined): URLSearchParams {
  const after = new URLSearchParams(before)
  if (value === undefined) after.delete(name)
  else after.set(name, value)
  return after
}
