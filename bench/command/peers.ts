import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { DBOS } from '@dbos-inc/dbos-sdk'
import { PgBoss } from 'pg-boss'
import pg from 'pg'
import { mustAgree } from '../match.ts'

export interface Peer {
  readonly name: string
  readonly once: () => Promise<unknown>
  readonly stop: () => Promise<void>
}
/** Some six hundred bytes, as an act of a case has. */
const PAYLOAD = { kind: 'collect', on: '2021-08-10', text: '现场照片'.repeat(50) }

/** A workflow of two steps that do nothing: what remains is the cost of making them durable. */
export async function dbos(url: string): Promise<Peer> {
  DBOS.setConfig({ name: 'bench', systemDatabaseUrl: url, systemDatabasePoolSize: 16, logLevel: 'error' })
  let steps = 0
  const step = () => Promise.resolve((steps += 1))
  const work = async (payload: typeof PAYLOAD) => {
    const first = await DBOS.runStep(step, { name: 'first' })
    const second = await DBOS.runStep(step, { name: 'second' })
    return { kind: payload.kind, ran: second - first }
  }
  const workflow = DBOS.registerWorkflow(work, { name: 'command' })
  await DBOS.launch()
  const started = async (workflowID: string) => (await DBOS.startWorkflow(workflow, { workflowID })(PAYLOAD)).getResult()
  const id = randomUUID()
  const first = await started(id)
  const before = steps
  mustAgree(JSON.stringify(await started(id)) === JSON.stringify(first) && steps === before, 'a workflow started twice ran once')
  return { name: 'dbos, two steps', once: () => started(randomUUID()), stop: () => DBOS.shutdown() }
}

/** One job put into a queue. */
export async function pgBoss(url: string): Promise<Peer> {
  const boss = new PgBoss({ connectionString: url, max: 16, supervise: false, schedule: false })
  boss.on('error', (failure) => console.error(failure))
  await boss.start()
  await boss.createQueue('command')
  const id = await boss.send('command', PAYLOAD)
  const [job] = await boss.fetch('command')
  mustAgree(job?.id === id && isDeepStrictEqual(job?.data, PAYLOAD), 'the job that was sent is fetched')
  return { name: 'pg-boss send', once: () => boss.send('command', PAYLOAD), stop: () => boss.stop({ graceful: false }) }
}

/** The limit: the same four rows written by one function in the database, which checks nothing. */
export async function fourInserts(url: string): Promise<Peer> {
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  await pool.query(`
    create table acts (case_id text, seq integer, kind text, data jsonb, key text unique, primary key (case_id, seq));
    create table leaves (id bigint generated always as identity primary key, case_id text, seq integer, entry text, hash text unique);
    create table cases (id text primary key, version integer, status text, search text);
    create table outbox (id bigint generated always as identity primary key, topic text, case_id text, seq integer);
    create function record(id text, kind text, data jsonb, key text) returns integer language plpgsql as $$
      begin
        insert into acts values (id, 1, kind, data, key);
        insert into leaves (case_id, seq, entry, hash) values (id, 1, data::text, key);
        insert into cases values (id, 1, kind, kind) on conflict on constraint cases_pkey do update set version = cases.version + 1;
        insert into outbox (topic, case_id, seq) values (kind, id, 1);
        return 1;
      end $$;`)
  const text = JSON.stringify(PAYLOAD)
  const once = () => {
    const id = randomUUID()
    return pool.query({ name: 'record', text: 'select record($1, $2, $3, $4)', values: [id, 'collect', text, id] })
  }
  await once()
  const { rows } = await pool.query<{ rows: string }>('select (select count(*) from acts) + (select count(*) from leaves) + (select count(*) from cases) + (select count(*) from outbox) as rows')
  mustAgree(Number(rows[0]?.rows) === 4, 'the function wrote four rows')
  return { name: 'bare function, four inserts', once, stop: () => pool.end() }
}
