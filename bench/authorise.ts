import { createMongoAbility, subject, type MongoAbility, type RawRuleOf } from '@casl/ability'
import { newEnforcer, newModelFromString, type Enforcer } from 'casbin'
import { day } from '@zhunsheng/law/day.ts'
import { ruleApplies } from '@zhunsheng/law/judge.ts'
import type { Person } from '@zhunsheng/law/person.ts'
import type { Rule } from '@zhunsheng/law/procedure.ts'
import { CAST } from '@zhunsheng/law/scenario/cast.ts'
import { mustAgree, repeat, type Benchmark, type Match } from './match.ts'
import { judge, SETTING, twentyActs } from './ready-case.ts'

const ON = day('2021-08-20')
const UP_TO_CONCLUSION = 12
const SECOND = 'wang'

/** Who may take an act (岗位、执法资格、职能分离), against two libraries of access control. */
export const AUTHORISE: Benchmark = {
  name: 'authorise',
  says: 'may this person, with this team, take that act in this file: post, certificates, separation of duties',
  open: async () => [await match()],
}

interface Question {
  readonly kind: string
  readonly by: readonly Person[]
  /** The key of the first person, who may have been given a further post. */
  readonly who: string
}

/** Counted, so that asking cannot be left out. */
let granted = 0

const rules = judge.procedure.rules.filter((rule) => ruleApplies(rule, ON))
const of = <Name extends Rule['rule']>(name: Name, kind: string) => rules.filter((rule): rule is Extract<Rule, { rule: Name }> => rule.rule === name && 'act' in rule && rule.act === kind)
const kinds = Object.keys(judge.procedure.acts)
const file = judge.read({ procedure: judge.procedure.code, acts: twentyActs().slice(0, UP_TO_CONCLUSION) }, SETTING)

/** The cast, and two investigators with the posts of those who must not have investigated. */
const people: Readonly<Record<string, Person>> = {
  ...CAST,
  'zhang, also reviewer': { ...person('zhang'), posts: ['officer', 'legalReviewer'] },
  'li, also chair': { ...person('li'), posts: ['officer', 'hearingOfficer'] },
  'chen, certificate expired': { ...person('chen'), certificate: { number: '示例', from: day('2015-01-01'), until: day('2021-01-01') } },
}
function person(id: string): Person {
  const found = CAST[id]
  if (found === undefined) throw new Error(`nobody is called ${id}`)
  return found
}

async function match(): Promise<Match> {
  const questions: readonly Question[] = Object.entries(people).flatMap(([who, first]) =>
    kinds.map((kind) => ({ kind, who, by: of('staffed', kind).length > 0 && first.id !== SECOND ? [first, person(SECOND)] : [first] })),
  )
  const ours = ({ kind, by }: Question) => judge.authorise(file, { kind, on: ON, by })
  const casbin = await policyEngine()
  const casl = abilities()
  let reasons = 0
  let separated = 0
  for (const question of questions) {
    const ruling = ours(question)
    const grounds = ruling.granted ? [] : ruling.refusals
    reasons += grounds.length
    separated += grounds.some(({ code }) => code.endsWith('.investigator')) ? 1 : 0
    mustAgree(casbin(question) === ruling.granted, `casbin on ${question.kind} by ${question.who}`)
    mustAgree(casl(question) === ruling.granted, `casl on ${question.kind} by ${question.who}`)
  }
  let next = 0
  const asking = (ask: (question: Question) => boolean, many: number) => (ms: number) =>
    repeat(ms, many, () => {
      for (let one = 0; one < many; one += 1) {
        const question = questions[next++ % questions.length]
        if (question !== undefined && ask(question)) granted += 1
      }
    })
  return {
    name: 'authorise an act',
    unit: 'answers',
    target: 1_000_000,
    product: { name: 'judge', work: asking((question) => ours(question).granted, questions.length) },
    peers: [
      { name: 'casbin enforceSync', work: asking(casbin, 10) },
      { name: 'casl can', work: asking(casl, questions.length) },
    ],
    notes: [`same answers to ${questions.length} questions; ours come with ${reasons} grounds and their articles, the peers' with none (${separated} turn on separation of duties)`],
  }
}

const certifiedIn = ({ by }: Question): number => {
  const certified = by.filter(({ certificate }) => certificate !== undefined && certificate.from <= ON && ON <= certificate.until).length
  return certified === by.length ? certified : 0
}
const tookPart = (id: string, these: readonly string[]): boolean => file.acts.some(({ kind, by }) => these.includes(kind) && by.some((one) => one.id === id))

/** One policy line for each act and post; who took part in the file is asked by a function in the matcher. */
async function policyEngine(): Promise<(question: Question) => boolean> {
  const model = newModelFromString(`
[request_definition]
r = sub, act
[policy_definition]
p = post, act, team, apart
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.act == p.act && g(r.sub.who, p.post) && r.sub.certified >= p.team && !tookPart(r.sub.id, p.apart)
`)
  const enforcer: Enforcer = await newEnforcer(model)
  for (const [who, { posts }] of Object.entries(people)) for (const post of posts) await enforcer.addRoleForUser(who, post)
  for (const kind of kinds) {
    const team = Math.max(0, ...of('staffed', kind).map(({ count }) => count))
    const apart = of('separates', kind).flatMap(({ these }) => these).join(' ')
    for (const post of judge.procedure.acts[kind]?.by ?? []) await enforcer.addPolicy(post, kind, String(team), apart)
  }
  await enforcer.addFunction('tookPart', (id: string, apart: string) => tookPart(id, apart.split(' ')))
  return (question) => enforcer.enforceSync({ who: question.who, id: question.by[0]?.id, certified: certifiedIn(question) }, question.kind)
}

/** One ability for each person, made beforehand; the team and those who took part are attributes of the case. */
function abilities(): (question: Question) => boolean {
  const made = new Map<string, MongoAbility>()
  for (const [who, { id, posts }] of Object.entries(people)) {
    const own: RawRuleOf<MongoAbility>[] = []
    for (const kind of kinds) {
      if (!posts.some((post) => judge.procedure.acts[kind]?.by.includes(post))) continue
      const team = Math.max(0, ...of('staffed', kind).map(({ count }) => count))
      own.push({ action: kind, subject: 'Case', ...(team === 0 ? {} : { conditions: { certified: { $gte: team } } }) })
      own.push(...of('separates', kind).flatMap((rule) => rule.these.map((took) => ({ action: kind, subject: 'Case', inverted: true, reason: rule.because, conditions: { [`took.${took}`]: id } }))))
    }
    made.set(who, createMongoAbility(own))
  }
  const took = Object.fromEntries(kinds.map((kind) => [kind, file.every(kind).flatMap(({ by }) => by.map(({ id }) => id))]))
  return (question) => made.get(question.who)?.can(question.kind, subject('Case', { took, certified: certifiedIn(question) })) ?? false
}
