import type { Lead } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Card, Skeleton } from 'antd'
import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { ActForm } from '../act/act-form.tsx'
import { isAnswers } from '../act/form.ts'
import { SurroundingsContext } from '../act/surroundings.ts'
import { Failure } from '../app/failure.tsx'
import { PageHead } from '../app/page.tsx'
import { mattersQuery, peopleQuery, procedureQuery } from '../queries.ts'
import { answersFromLead, SOURCES } from './lead-words.ts'

const PROCEDURE = 'penalty.ordinary'
const OPENING = 'apply'

const isLead = (state: unknown): state is Lead => isAnswers(state) && typeof state['id'] === 'string' && typeof state['source'] === 'string' && state['source'] in SOURCES

/** A new case (呈请立案), perhaps out of a lead, which then need not be typed again. */
export function Component() {
  const procedure = useQuery(procedureQuery(PROCEDURE))
  const people = useQuery(peopleQuery)
  const matters = useQuery(mattersQuery)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { state } = useLocation()
  const lead = isLead(state) ? state : undefined
  const specs = useMemo(() => new Map((procedure.data?.acts ?? []).map((act) => [act.kind, act])), [procedure.data])
  const spec = specs.get(OPENING)
  if (procedure.isError) return <Failure error={procedure.error} retry={() => void procedure.refetch()} />
  if (spec === undefined) return <Skeleton active paragraph={{ rows: 10 }} />
  return (
    <SurroundingsContext value={{ acts: [], specs, people: people.data ?? [], matters: matters.data ?? [] }}>
      <PageHead title="呈请立案" note={procedure.data?.name} />
      {lead !== undefined && <Alert style={{ marginBottom: 12 }} type="info" showIcon title={`由 ${lead.number} 转入，来源、地点、内容已经带入`} />}
      <Card style={{ maxWidth: 980 }} styles={{ body: { paddingBottom: 0 } }}>
        <ActForm
          spec={spec}
          target={lead === undefined ? {} : { leadId: lead.id }}
          start={lead === undefined ? {} : answersFromLead(lead)}
          onRecorded={({ id, number }) => {
            void client.invalidateQueries()
            void message.success(`已呈请立案：${number}`)
            void navigate(`/cases/${id}`, { replace: true })
          }}
        />
      </Card>
    </SurroundingsContext>
  )
}
