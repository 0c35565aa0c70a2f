import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fillYear } from '@zhunsheng/demo/fill.ts'
import { addOutside, DEMO_ENTERPRISES } from '@zhunsheng/demo/outside.ts'
import { bureauIn, EXAMPLE_BUREAU } from './bureau-file.ts'
import { addDemoPeople, DEMO_ACCOUNTS, DEMO_PASSWORD, doorFor } from './demo-people.ts'
import { manualClock, momentOf, shiftedClock, systemClock, type Clock } from './platform/clock.ts'
import { openDatabase, type Database } from './platform/database.ts'
import { every, type Recurring } from './platform/every.ts'
import { gatewayKeyIn } from './modules/messages/gateway.ts'
import { platformKeyIn } from './modules/payments/notice.ts'
import { openRelay } from './modules/relay/module.ts'
import { logKeysIn } from './platform/keys.ts'
import { HELP, readOptions, type Options } from './platform/options.ts'
import { addPerson, hasPeople } from './modules/officers/store.ts'
import { hashPassword } from './platform/password.ts'
import { token } from './platform/random.ts'
import { addSetting, setting } from './platform/session-store.ts'
import { EXIT, StartFault } from './platform/start-fault.ts'
import { assemble, MIGRATIONS, type Server } from './server.ts'

const FIRST_PASSWORD_LENGTH = 16
/** So long an end waits for requests that are under way. */
const LAST_ANSWERS_MS = 5000
/** A checkpoint fixes what was recorded: until then the bureau's word alone stands for it. */
const SEAL_EVERY_MS = 10_000
/** The stored files are compared for half of the time at most, and never in the way of a stop. */
const KEEP_EVERY_MS = 10_000
/** A reminder that is due goes out within the minute. */
const SEND_EVERY_MS = 20_000
/** Silence of a terminal and the terms of manifests are noticed to the minute. */
const TRACK_EVERY_MS = 60_000
/** Once older cases are computed there is nothing to do. */
const COMPARE_EVERY_MS = 5000
const KEEP_FOR_MS = 5000
const lookForAWhile = (look: () => Promise<number>) => async (): Promise<void> => {
  const until = Date.now() + KEEP_FOR_MS
  while ((await look()) > 0 && Date.now() < until);
}
/** The demo goes on from the last day of its year: its duties are due then, not years ago. */
const DEMO_TODAY = momentOf('2021-12-31', '09:00')

const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.help) {
    say(HELP)
    return
  }
  const database = await openDatabase(options.databaseUrl === undefined ? { folder: options.dataFolder } : { url: options.databaseUrl })
  await database.migrate(MIGRATIONS)
  const role = options.relay?.role ?? 'all'
  const serves = role === 'all' || role === 'web'
  const closing = async (failure: unknown): Promise<never> => {
    await database.close()
    throw failure
  }
  const { clock, demo } = serves ? await prepare(database, options) : await prepared(database, options).catch(closing)
  if (options.prepare) return database.close()
  const built = join(import.meta.dirname, '../../web/dist')
  const platformKey = platformKeyIn(options.dataFolder)
  const gatewayKey = gatewayKeyIn(options.dataFolder)
  const relay = options.relay === undefined ? undefined : await openRelay({ place: options.relay, role, database, onFault: (fault, what) => server.http.log.error(fault, what) }).catch(closing)
  const server = await assemble({
    database, clock, outside: systemClock, keys: serves ? logKeysIn(options.dataFolder, options.signatures) : [], dataFolder: options.dataFolder, bureau: demo ? EXAMPLE_BUREAU : bureauIn(options.dataFolder, say), accounts: demo ? DEMO_ACCOUNTS : [], enterprises: demo ? DEMO_ENTERPRISES : [], logs: true, trustsProxy: options.trustsProxy,
    ...(existsSync(built) ? { webFolder: built } : {}),
    ...(demo ? { password: DEMO_PASSWORD } : {}),
    ...(options.bucket === undefined ? {} : { bucket: options.bucket }),
    ...(platformKey === undefined ? {} : { platformKey }),
    ...(gatewayKey === undefined ? {} : { gatewayKey }),
    ...(relay === undefined ? {} : { relay }),
  })
  const { http, gateway, media } = server
  const close = async (): Promise<void> => {
    await gateway.close()
    await media.close()
    // What is being answered is finished; who has not finished asking by then would hold the process up for as long as he likes.
    const last = setTimeout(() => http.server.closeAllConnections(), LAST_ANSWERS_MS)
    await http.close()
    clearTimeout(last)
    await relay?.close()
  }
  try {
    if (serves) say(`准绳已启动：${await http.listen({ port: options.port, host: options.host })}`)
    if (options.terminalPort !== undefined) say(`渣土车终端接入：${options.host}:${await gateway.listen(options.terminalPort, options.host)}（TCP、UDP）`)
    if (options.mediaPort !== undefined) say(`渣土车视频接入：${options.host}:${await media.listen(options.mediaPort, options.host)}（TCP）`)
    await relay?.open()
  } catch (failure) {
    // Whatever listens already would keep the process alive.
    await close()
    await database.close()
    if (failure instanceof Error && 'code' in failure && failure.code === 'EADDRINUSE') throw new StartFault(`端口 ${'port' in failure ? String(failure.port) : options.port} 已被占用，请用 --port（终端用 --terminal-port，视频用 --media-port）指定另一个端口。`, EXIT.port)
    throw failure
  }
  if (options.relay !== undefined) say(`与其他进程分担渣土车监管：本进程的角色是 ${role}，消息服务器 ${options.relay.servers.join('，')}`)
  if (options.bucket !== undefined) say(`证据文件存放在 ${options.bucket.url}`)
  if (demo && serves) say(`演示账号：${DEMO_ACCOUNTS.map(({ login, post }) => `${login}（${post}）`).join('，')}；企业端（/enterprise）${DEMO_ENTERPRISES.map(({ login, post }) => `${login}（${post}）`).join('，')}；口令 ${DEMO_PASSWORD}`)
  const turns = turnsOf(server, { serves, judges: role === 'all' || role === 'worker' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close().then(() => Promise.all(turns.map(({ stop }) => stop()))).then(() => database.close()).then(() => process.exit(0)))
}

/** What goes on in the background: of the bureau where the pages are, of the trucks where they are judged. */
function turnsOf({ http, seal, keepFiles, trackTurn, compareTurn, sendMessages }: Server, { serves, judges }: { readonly serves: boolean; readonly judges: boolean }): readonly Recurring[] {
  const turn = (ms: number, work: () => Promise<void>, what: string): Recurring => every(ms, work, (fault) => http.log.error(fault, what))
  return [
    ...(serves
      ? [
          turn(SEAL_EVERY_MS, seal, 'the log could not be sealed'),
          turn(KEEP_EVERY_MS, lookForAWhile(keepFiles), 'the stored files could not be looked at'),
          turn(COMPARE_EVERY_MS, compareTurn, 'what is compared of older cases could not be computed'),
          turn(SEND_EVERY_MS, lookForAWhile(sendMessages), 'the reminders could not be sent'),
        ]
      : []),
    ...(judges ? [turn(TRACK_EVERY_MS, trackTurn, 'the trucks could not be looked after')] : []),
  ]
}

/** At the first start of a demo, fills its year; later, goes on from where it was. */
async function prepare(database: Database, options: Options): Promise<{ readonly clock: Clock; readonly demo: boolean }> {
  const begun = await database.read((queries) => setting(queries, 'demo-begun'))
  const prepared = await database.read((queries) => setting(queries, 'prepared'))
  if (begun !== undefined) return { clock: shiftedClock(DEMO_TODAY.getTime() - Date.parse(begun)), demo: true }
  if (prepared !== undefined || !options.demo) {
    if (prepared === undefined) await database.work((tx) => addSetting(tx, 'prepared', new Date().toISOString()))
    await firstAdministrator(database)
    return { clock: systemClock, demo: false }
  }
  // The embedded database begins anew by itself; a server's is not ours to empty.
  if (await database.read(hasPeople)) throw new StartFault('数据库中留有没有写完的演示数据：请清空这个数据库（或者换一个）后重新启动。', EXIT.unreachable)
  say('首次启动：正在写入演示数据（演示单位一年的案件）……')
  const filling = manualClock(DEMO_TODAY)
  // The platform of the demonstration signs with a key that lives as long as the filling.
  const platformKey = token()
  const server = await assemble({ database, clock: filling, keys: logKeysIn(options.dataFolder, options.signatures), dataFolder: options.dataFolder, bureau: EXAMPLE_BUREAU, accounts: [], logs: false, platformKey, ...(options.bucket === undefined ? {} : { bucket: options.bucket }) })
  const now = new Date().toISOString()
  await database.bulk(async () => {
    await addDemoPeople(database)
    let said = 0
    const door = doorFor(server, filling, platformKey)
    await fillYear(door, options.demoCases, (done, of) => {
      const tenths = Math.floor((done * 10) / of)
      if (tenths > said) say(`  已写入 ${tenths * 10}%`)
      said = tenths
    })
    await addOutside(door, DEMO_PASSWORD)
    await server.seal()
    await database.work((tx) => addSetting(tx, 'demo-begun', now))
  })
  return { clock: shiftedClock(DEMO_TODAY.getTime() - Date.parse(now)), demo: true }
}

/** A gateway or a worker begins after the pages have made everything ready, and by the same settings. */
async function prepared(database: Database, { dataFolder }: Options): Promise<{ readonly clock: Clock; readonly demo: boolean }> {
  const [begun, ready] = await database.read(async (queries) => [await setting(queries, 'demo-begun'), await setting(queries, 'prepared')])
  if (begun !== undefined) return { clock: shiftedClock(DEMO_TODAY.getTime() - Date.parse(begun)), demo: true }
  if (ready === undefined) throw new StartFault('数据库还没有准备好：请先启动 --role web（或者 all），再启动网关和处理进程。', EXIT.unreachable)
  if (!existsSync(join(dataFolder, 'bureau.json'))) throw new StartFault(`数据目录 ${dataFolder} 中没有 bureau.json：网关和处理进程要用与 web 相同的配置，请把它复制过来，或者用 --data 写明同一个目录。`, EXIT.folder)
  return { clock: systemClock, demo: false }
}

/** A bureau that begins empty needs one person who can add the others; his password is said once. */
async function firstAdministrator(database: Database): Promise<void> {
  if (await database.read(hasPeople)) return
  const password = token().slice(0, FIRST_PASSWORD_LENGTH)
  const passwordHash = await hashPassword(password)
  await database.work((tx) => addPerson(tx, { id: 'admin', login: 'admin', name: '系统管理员', department: '信息化', posts: ['administrator'], legalQualification: false, reviewedBefore: false, passwordHash }))
  say(`首次启动：已建立系统管理员账号 admin，初始口令 ${password}（只显示这一次，请登录后修改，再在「人员」中添加其他人员）`)
}

try {
  await main()
} catch (failure) {
  if (!(failure instanceof StartFault)) throw failure
  process.stderr.write(`${failure.message}\n`)
  process.exitCode = failure.exitCode
}
