import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { CLERK, type Queries, type Statement } from '../../platform/database.ts'

/** A person of the bureau as stored (人员). */
export interface PersonRow {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly department: string
  readonly posts: readonly string[]
  readonly legal_qualification: boolean
  readonly reviewed_before: boolean
  readonly certificate_number: string | null
  readonly certificate_from: string | null
  readonly certificate_until: string | null
}

export const officerMigrations: Readonly<Record<string, Migration>> = {
  '2021-02-officers': {
    async up(db) {
      await sql`create table officers_people (
        id text primary key,
        login text not null unique,
        name text not null,
        department text not null,
        posts text[] not null,
        legal_qualification boolean not null default false,
        reviewed_before boolean not null default false
      )`.execute(db)
      await sql`create table officers_passwords (person text primary key references officers_people, hash text not null)`.execute(db)
      // A renewed certificate is a further row; which one counts is asked with the day of the act.
      await sql`create table officers_certificates (
        person text not null references officers_people,
        number text not null,
        valid_from date not null,
        valid_until date not null,
        primary key (person, valid_from)
      )`.execute(db)
      await sql`grant select, insert on officers_people, officers_certificates to ${sql.ref(CLERK)}`.execute(db)
      await sql`grant select, insert, update on officers_passwords to ${sql.ref(CLERK)}`.execute(db)
    },
  },
  '2021-78-officers-edition': {
    async up(db) {
      // By chance and not counted: a change that was undone must not look like another that came after it.
      await sql`create table officers_edition (edition uuid not null)`.execute(db)
      await sql`insert into officers_edition values (gen_random_uuid())`.execute(db)
      await sql`create function officers_changed() returns trigger language plpgsql as $$ begin update officers_edition set edition = gen_random_uuid(); return null; end $$`.execute(db)
      for (const table of ['officers_people', 'officers_certificates']) await sql`create trigger changed after insert or update or delete or truncate on ${sql.table(table)} for each statement execute function officers_changed()`.execute(db)
      await sql`grant select, update on officers_edition to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}

export interface NewPerson {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly department: string
  readonly posts: readonly string[]
  readonly legalQualification: boolean
  readonly reviewedBefore: boolean
  readonly passwordHash: string
  readonly certificate?: { readonly number: string; readonly from: string; readonly until: string }
}

export async function addPerson(tx: Queries, person: NewPerson): Promise<void> {
  await sql`insert into officers_people (id, login, name, department, posts, legal_qualification, reviewed_before)
    values (${person.id}, ${person.login}, ${person.name}, ${person.department}, ${[...person.posts]}::text[], ${person.legalQualification}, ${person.reviewedBefore})`.execute(tx)
  await sql`insert into officers_passwords (person, hash) values (${person.id}, ${person.passwordHash})`.execute(tx)
  if (person.certificate === undefined) return
  const { number, from, until } = person.certificate
  await sql`insert into officers_certificates (person, number, valid_from, valid_until) values (${person.id}, ${number}, ${from}, ${until})`.execute(tx)
}

/** People with the certificate that was valid on a day, or else the latest one, and the edition of the register from which they were read. */
export async function peopleOn(queries: Queries, day: string, ids?: readonly string[]): Promise<readonly (PersonRow & { readonly edition: string })[]> {
  const { rows } = await sql<PersonRow & { readonly edition: string }>`
    select p.*, (select edition from officers_edition) as edition, c.number as certificate_number, c.valid_from as certificate_from, c.valid_until as certificate_until
    from officers_people p
    left join lateral (
      select * from officers_certificates c where c.person = p.id order by (${day}::date between c.valid_from and c.valid_until) desc, c.valid_from desc limit 1
    ) c on true
    ${ids === undefined ? sql`` : sql`where p.id = any(${[...ids]}::text[])`}
    order by p.department, p.id`.execute(queries)
  return rows
}

/** Lets the transaction fail if anybody was added or given a certificate since that edition. */
export const insistOnEdition = (edition: string): Statement => sql`select insist(edition = ${edition}::uuid) from officers_edition`

export async function findLogin(queries: Queries, login: string): Promise<{ readonly id: string; readonly hash: string } | undefined> {
  const { rows } = await sql<{ id: string; hash: string }>`
    select p.id, w.hash from officers_people p join officers_passwords w on w.person = p.id where p.login = ${login}`.execute(queries)
  return rows[0]
}

export async function addCertificate(tx: Queries, person: string, { number, from, until }: { readonly number: string; readonly from: string; readonly until: string }): Promise<void> {
  await sql`insert into officers_certificates (person, number, valid_from, valid_until) values (${person}, ${number}, ${from}, ${until})`.execute(tx)
}
export async function putPassword(tx: Queries, person: string, hash: string): Promise<void> {
  await sql`update officers_passwords set hash = ${hash} where person = ${person}`.execute(tx)
}
/** Whether anybody is there at all: a bureau begins with its administrator. */
export async function hasPeople(queries: Queries): Promise<boolean> {
  const { rows } = await sql`select 1 from officers_people limit 1`.execute(queries)
  return rows.length > 0
}

/** The latest certificate of that number, with whom it is for; what is public of an officer, and no more. */
export async function certificateNumbered(queries: Queries, number: string): Promise<{ readonly name: string; readonly department: string; readonly number: string; readonly from: string; readonly until: string } | undefined> {
  const { rows } = await sql<{ name: string; department: string; number: string; from: string; until: string }>`
    select p.name, p.department, c.number, c.valid_from as from, c.valid_until as until
    from officers_certificates c join officers_people p on p.id = c.person where c.number = ${number} order by c.valid_until desc limit 1`.execute(queries)
  return rows[0]
}
