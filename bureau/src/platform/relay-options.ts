import { EXIT, StartFault } from './start-fault.ts'

export const ROLES = ['all', 'web', 'gateway', 'worker'] as const
/** What a process does where several share the trucks (多进程分担), and where the broker is. */
export interface RelayOptions {
  readonly role: (typeof ROLES)[number]
  readonly servers: readonly string[]
  readonly user?: string
  readonly pass?: string
  readonly replicas: number
}
type Env = Readonly<Record<string, string | undefined>>
/** What else was said on the command line. */
interface Beside {
  readonly hasServer: boolean
  readonly hasTerminals: boolean
  readonly prepares: boolean
}
const MOST_REPLICAS = 5

/** Who shares the trucks with others does so over a broker and one server of PostgreSQL: the embedded database has one process. */
export function relayIn(said: string | undefined, { NATS_URL: url = '', NATS_REPLICAS: copies = '' }: Env, beside: Beside): RelayOptions | undefined {
  const role = ROLES.find((one) => one === (said ?? 'all'))
  if (role === undefined) refuse(`角色 ${said} 无效，应为 ${ROLES.join('、')} 之一。`)
  if (url === '') {
    if (role !== 'all') refuse(`角色 ${role} 要有消息服务器：请在环境变量 NATS_URL 中写明，或者去掉 --role（一个进程做全部）。`)
    return undefined
  }
  if (!beside.hasServer) refuse('写明 NATS_URL（多个进程分担）时须使用 PostgreSQL 服务器：请写明 DATABASE_URL，或者去掉 NATS_URL。')
  if (role === 'gateway' && !beside.hasTerminals) refuse('角色 gateway 接收终端，请用 --terminal-port 写明端口。')
  if ((role === 'web' || role === 'worker') && beside.hasTerminals) refuse(`角色 ${role} 不接收终端：请去掉 --terminal-port，或者改为 gateway。`)
  if (beside.prepares && (role === 'gateway' || role === 'worker')) refuse(`角色 ${role} 不准备数据：请用 --role web --prepare。`)
  const replicas = copies === '' ? 1 : Number(copies)
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > MOST_REPLICAS) refuse(`份数 NATS_REPLICAS ${copies} 无效，应为 1 至 ${MOST_REPLICAS} 之间的整数。`)
  return { role, replicas, ...serversIn(url) }
}

/** The servers of a cluster have one user and one password, which stand in the first address. */
function serversIn(url: string): Pick<RelayOptions, 'servers' | 'user' | 'pass'> {
  const servers = url.split(',').map((one) => one.trim())
  const [first] = servers
  if (first === undefined || servers.some((one) => !/^(nats|tls):\/\/[^/?#]+\/?$/.test(one) || !URL.canParse(one))) refuse('消息服务器的地址 NATS_URL 应写作 nats://主机:4222 或者 tls://主机:4222，几台用逗号隔开。')
  const { username, password } = new URL(first)
  return { servers: servers.map((one) => one.replace(/\/\/[^@/]*@/, '//')), ...(username === '' ? {} : { user: decodeURIComponent(username) }), ...(password === '' ? {} : { pass: decodeURIComponent(password) }) }
}

function refuse(sentence: string): never {
  throw new StartFault(sentence, EXIT.option)
}
