import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fillYear } from '@zhunsheng/demo/fill.ts'
import { addOutside, DEMO_ENTERPRISES } from '@zhunsheng/demo/outside.ts'
import { bureauIn, EXAMPLE_BUREAU } from './bureau-file.ts'
import { addDemoPeople, DEMO_ACCOUNTS, DEMO_PASSWORD, doorFor } from './demo-people.ts'
import { manualClock, momentOf, shiftedClock, systemClock, type Clock } from './platform/clock.ts'
import { openDatabase, type Database } from './platform/database.ts'
import { every } from './platform/every.ts'
import { gatewayKeyIn } from './modules/messages/gateway.ts'
import { platformKeyIn } from './modules/payments/notice.ts'
import { logKeysIn } from './platform/keys.ts'
import { HELP, readOptions, type Options } from './platform/options.ts'
import { addPerson, hasPeople } from './modules/officers/store.ts'
import { hashPassword } from './platform/password.ts'
import { token } from './platform/random.ts'
import { addSetting, setting } from './platform/session-store.ts'
import { EXIT, StartFault } from './platform/start-fault.ts'
import { assemble, MIGRATIONS } from './server.ts'

const FIRST_PASSWORD_LENGTH = 16
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
  const { clock, demo } = await prepare(database, options)
  if (options.prepare) return database.close()
  const built = join(import.meta.dirname, '../../web/dist')
  const platformKey = platformKeyIn(options.dataFolder)
  const gatewayKey = gatewayKeyIn(options.dataFolder)
  const { http, seal, keepFiles, trackTurn, compareTurn, gateway, media, sendMessages } = await assemble({
    database, clock, outside: systemClock, keys: logKeysIn(options.dataFolder, options.signatures), dataFolder: options.dataFolder, bureau: demo ? EXAMPLE_BUREAU : bureauIn(options.dataFolder, say), accounts: demo ? DEMO_ACCOUNTS : [], enterprises: demo ? DEMO_ENTERPRISES : [], logs: true, trustsProxy: options.trustsProxy,
    ...(existsSync(built) ? { webFolder: built } : {}),
    ...(demo ? { password: DEMO_PASSWORD } : {}),
    ...(options.bucket === undefined ? {} : { bucket: options.bucket }),
    ...(platformKey === undefined ? {} : { platformKey }),
    ...(gatewayKey === undefined ? {} : { gatewayKey }),
  })
  try {
    const address = await http.listen({ port: options.port, host: options.host })
    say(`准绳已启动：${address}`)
    if (options.terminalPort !== undefined) say(`渣土车终端接入：${options.host}:${await gateway.listen(options.terminalPort, options.host)}（TCP、UDP）`)
    if (options.mediaPort !== undefined) say(`渣土车视频接入：${options.host}:${await media.listen(options.mediaPort, options.host)}（TCP）`)
    if (options.bucket !== undefined) say(`证据文件存放在 ${options.bucket.url}`)
    if (demo) say(`演示账号：${DEMO_ACCOUNTS.map(({ login, post }) => `${login}（${post}）`).join('，')}；企业端（/enterprise）${DEMO_ENTERPRISES.map(({ login, post }) => `${login}（${post}）`).join('，')}；口令 ${DEMO_PASSWORD}`)
  } catch (failure) {
    // Whatever listens already would keep the process alive.
    await gateway.close()
    await media.close()
    await http.close()
    await database.close()
    if (failure instanceof Error && 'code' in failure && failure.code === 'EADDRINUSE') throw new StartFault(`端口 ${'port' in failure ? String(failure.port) : options.port} 已被占用，请用 --port（终端用 --terminal-port，视频用 --media-port）指定另一个端口。`, EXIT.port)
    throw failure
  }
  const sealing = every(SEAL_EVERY_MS, seal, (fault) => http.log.error(fault, 'the log could not be sealed'))
  const looking = every(KEEP_EVERY_MS, lookForAWhile(keepFiles), (fault) => http.log.error(fault, 'the stored files could not be looked at'))
  const tracking = every(TRACK_EVERY_MS, trackTurn, (fault) => http.log.error(fault, 'the trucks could not be looked after'))
  const comparing = every(COMPARE_EVERY_MS, compareTurn, (fault) => http.log.error(fault, 'what is compared of older cases could not be computed'))
  const sending = every(SEND_EVERY_MS, lookForAWhile(sendMessages), (fault) => http.log.error(fault, 'the reminders could not be sent'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void media.close().then(gateway.close).then(() => http.close()).then(sealing.stop).then(looking.stop).then(tracking.stop).then(comparing.stop).then(sending.stop).then(() => database.close()).then(() => process.exit(0)))
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
