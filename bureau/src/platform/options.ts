import { parseArgs } from 'node:util'
import type { BucketPlace } from './files-in-bucket.ts'
import { SIGNATURES, type Signatures } from './keys.ts'
import { relayIn, type RelayOptions } from './relay-options.ts'
import { EXIT, StartFault } from './start-fault.ts'

/** How the server is started (启动选项). */
export interface Options {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly databaseUrl?: string
  readonly demo: boolean
  /** How many cases the demonstration's year has. */
  readonly demoCases: number
  /** Only make the data ready, and end. */
  readonly prepare: boolean
  readonly trustsProxy: boolean
  /** With which keys the ledger signs. */
  readonly signatures: Signatures
  readonly help: boolean
  /** Where truck terminals come in by TCP and UDP, if they shall. */
  readonly terminalPort?: number
  /** Where they bring their pictures by TCP, if they shall. */
  readonly mediaPort?: number
  /** Where evidence files lie, if not in the data folder. */
  readonly bucket?: BucketPlace
  /** What this process does, where several share the trucks by way of a broker. */
  readonly relay?: RelayOptions
}
const PORT = 8021
const DEMO_CASES = 300
const DEMO_CASES_MAX = 5000

export const HELP = `准绳 · 区城市管理局依法行政系统

用法：npm start -- [选项]

  --port 端口            监听端口，默认 ${PORT}
  --host 地址            监听地址，默认 127.0.0.1（只供本机访问）；供局域网访问写 0.0.0.0
  --data 目录            数据目录，默认 ./data（内置数据库、证据文件、签名密钥）
  --database-url 地址    使用 PostgreSQL 15 以上的服务器，如 postgres://用户:口令@主机/库；
                         也可以写在环境变量 DATABASE_URL 中。不写则使用数据目录中的内置数据库
  --no-demo              首次启动时不写入演示数据
  --demo-cases 件数      演示数据的案件数，默认 ${DEMO_CASES}
  --prepare              只准备数据，不启动
  --signature 算法       存证日志的签名算法：ed25519（默认）、sm2 或者 both（两种都签）；
                         也可以写在环境变量 ZS_SIGNATURE 中
  --terminal-port 端口   接收渣土车终端（JT/T 808，TCP 和 UDP）的端口；不写则不接收终端。
                         监听地址与 --host 相同
  --media-port 端口      接收渣土车实时视频（JT/T 1078，TCP）的端口；不写则不能查看实时视频
  --role 角色            多个进程分担渣土车监管时，本进程做什么：web（页面和其他业务）、
                         gateway（接收终端）、worker（处理定位）或者 all（全部，默认）；
                         须写明 NATS_URL，并且使用 PostgreSQL 服务器
  --trust-proxy          前面有反向代理：采信它转来的访问地址和协议
  --help                 显示本说明

证据文件默认存放在数据目录。存放到 S3 兼容的对象存储（MinIO、Ceph、政务云等）时，写环境变量：
  ZS_S3_URL              存储桶的完整地址，如 https://minio.example:9000/evidence
                         或者 https://evidence.s3.example.com
  ZS_S3_REGION           区域，默认 us-east-1
  ZS_S3_ACCESS_KEY       访问密钥编号
  ZS_S3_SECRET_KEY       访问密钥

多个进程分担渣土车监管时，写环境变量：
  NATS_URL               启用了 JetStream 的 NATS 服务器，如 nats://用户:口令@主机:4222；
                         几台组成集群时用逗号隔开
  NATS_REPLICAS          集群中保存的份数，1 至 5，默认 1

退出码：${EXIT.option} 选项有误，${EXIT.port} 端口被占用，${EXIT.folder} 数据目录不可用，${EXIT.unreachable} 数据库或者消息服务器连接不上，${EXIT.tooOld} 数据库版本过旧。
`

/** Reads the command line and the environment; what is not understood is refused in one sentence. */
export function readOptions(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Options {
  const { values } = parsed(argv)
  const port = Number(values.port ?? PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new StartFault(`端口 ${values.port} 无效，应为 0 至 65535 之间的整数。`, EXIT.option)
  const demoCases = Number(values['demo-cases'] ?? DEMO_CASES)
  if (!Number.isInteger(demoCases) || demoCases < 1 || demoCases > DEMO_CASES_MAX) throw new StartFault(`演示案件数 ${values['demo-cases']} 无效，应为 1 至 ${DEMO_CASES_MAX} 之间的整数。`, EXIT.option)
  const terminalPort = portSaid('终端端口', values['terminal-port'])
  const mediaPort = portSaid('视频端口', values['media-port'])
  const signatures = SIGNATURES.find((one) => one === (values.signature ?? env['ZS_SIGNATURE'] ?? 'ed25519'))
  if (signatures === undefined) throw new StartFault(`签名算法 ${values.signature ?? env['ZS_SIGNATURE']} 无效，应为 ${SIGNATURES.join('、')} 之一。`, EXIT.option)
  const databaseUrl = values['database-url'] ?? env['DATABASE_URL']
  if (databaseUrl !== undefined && databaseUrl !== '' && !/^postgres(ql)?:\/\//.test(databaseUrl)) throw new StartFault('数据库地址应以 postgres:// 开头。', EXIT.option)
  const relay = relayIn(values.role, env, { hasServer: databaseUrl !== undefined && databaseUrl !== '', hasTerminals: terminalPort !== undefined, prepares: values.prepare === true })
  return {
    port,
    host: values.host ?? '127.0.0.1',
    dataFolder: values.data ?? 'data',
    demo: values['no-demo'] !== true,
    demoCases,
    prepare: values.prepare === true,
    trustsProxy: values['trust-proxy'] === true,
    signatures,
    help: values.help === true,
    ...bucketIn(env),
    ...(relay === undefined ? {} : { relay }),
    ...(terminalPort === undefined ? {} : { terminalPort }),
    ...(mediaPort === undefined ? {} : { mediaPort }),
    ...(databaseUrl === undefined || databaseUrl === '' ? {} : { databaseUrl }),
  }
}

function portSaid(name: string, said: string | undefined): number | undefined {
  const port = said === undefined ? undefined : Number(said)
  if (port !== undefined && (!Number.isInteger(port) || port < 0 || port > 65_535)) throw new StartFault(`${name} ${said} 无效，应为 0 至 65535 之间的整数。`, EXIT.option)
  return port
}

/** The bucket that the environment names: all of it, or none. */
function bucketIn(env: Readonly<Record<string, string | undefined>>): { readonly bucket?: BucketPlace } {
  const { ZS_S3_URL: url = '', ZS_S3_REGION: region = '', ZS_S3_ACCESS_KEY: accessKey = '', ZS_S3_SECRET_KEY: secretKey = '' } = env
  if (url === '' && accessKey === '' && secretKey === '') return {}
  if (url === '' || accessKey === '' || secretKey === '') throw new StartFault('对象存储的配置不全：ZS_S3_URL、ZS_S3_ACCESS_KEY、ZS_S3_SECRET_KEY 应当都写。', EXIT.option)
  if (!/^https?:\/\/[^/?#]+/.test(url) || !URL.canParse(url)) throw new StartFault('对象存储的地址 ZS_S3_URL 应以 http:// 或者 https:// 开头。', EXIT.option)
  return { bucket: { url, region: region === '' ? 'us-east-1' : region, accessKey, secretKey } }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' }, 'database-url': { type: 'string' }, 'no-demo': { type: 'boolean' }, prepare: { type: 'boolean' }, 'terminal-port': { type: 'string' }, 'media-port': { type: 'string' }, 'trust-proxy': { type: 'boolean' }, signature: { type: 'string' }, role: { type: 'string' }, 'demo-cases': { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (failure) {
    const named = /'([^']+)'/.exec(failure instanceof Error ? failure.message : '')?.[1] ?? ''
    throw new StartFault(`不认识的选项或者缺少取值：${named}。用 npm start -- --help 查看说明。`, EXIT.option)
  }
}
