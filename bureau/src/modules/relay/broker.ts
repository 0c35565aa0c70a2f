import { AckPolicy, DeliverPolicy, DiscardPolicy, jetstream, JetStreamApiCodes, JetStreamApiError, jetstreamManager, RetentionPolicy, StorageType, type JetStreamManager } from '@nats-io/jetstream'
import { connect, headers, nanos, type Msg, type NatsConnection } from '@nats-io/transport-node'
import { EXIT, StartFault } from '../../platform/start-fault.ts'

/** Where the broker is, and how many copies it keeps of what waits (消息服务器). */
export interface BrokerPlace {
  readonly servers: readonly string[]
  readonly user?: string
  readonly pass?: string
  readonly replicas: number
}
/** Positions that have come to a worker; `settled` tells the broker that they need not come again. */
export interface Delivery {
  readonly bytes: Uint8Array
  readonly answerTo: string | undefined
  readonly isAgain: boolean
  readonly settled: () => void
}
export interface Claimed {
  readonly taken: number
  readonly missed: number
}
/** What the relay asks of NATS, and nothing else of it is known elsewhere. */
export interface Broker {
  /** Puts positions into the stream of their partition. Rejects where the stream is full or out of reach. */
  readonly publish: (partition: number, bytes: Uint8Array, answerTo: string) => Promise<void>
  readonly say: (subject: string, bytes: Uint8Array | string, replyTo?: string) => void
  readonly hear: (subject: string, heard: (message: Msg) => void) => { readonly unsubscribe: () => void }
  /** Has these partitions delivered to this worker and to nobody else, each from the first position that nobody has settled; those that are already its own stay as they are. Answers how many were taken, and how many somebody else took at the same moment. */
  readonly claim: (worker: string, partitions: readonly number[], anew: boolean) => Promise<Claimed>
  readonly deliveries: (worker: string, heard: (delivery: Delivery) => void) => { readonly unsubscribe: () => void }
  readonly onReconnect: (told: () => void) => void
  readonly close: () => Promise<void>
}

/** Positions that lie longer than this are waited for by nobody: their terminals send them again. */
const LYING_MS = 10_000
/** More than this is refused rather than stored: at ten thousand positions a second some twenty seconds. */
const MOST_BYTES = 256 * 1024 * 1024
/** So many parcels of one partition are with a worker at once. */
const IN_HAND = 4
const PUBLISH_MS = 4000
const ANSWER_TO = 'Zhunsheng-Answer-To'
/** What a worker says of a delivery that is done with; JetStream's own word. */
const SETTLED = '+ACK'

export async function openBroker({ servers, user, pass, replicas }: BrokerPlace, name: string): Promise<Broker> {
  const connection = await connect({
    servers: [...servers], name: 'zhunsheng', maxReconnectAttempts: -1, reconnectTimeWait: 250, pingInterval: 5000, maxPingOut: 2, timeout: 5000, ignoreAuthErrorAbort: true,
    ...(user === undefined ? {} : { user }), ...(pass === undefined ? {} : { pass }),
    // The client does not read the scheme: unless it is told, it speaks to a server of tls:// in the clear.
    ...(servers.some((one) => one.startsWith('tls://')) ? { tls: {} } : {}),
  }).catch((failure: unknown) => {
    throw new StartFault(`连接不上消息服务器 NATS（${reason(failure)}），请检查 NATS_URL 和 nats-server 是否已启动。`, EXIT.unreachable)
  })
  const stream = `zhunsheng-${name}`
  const subjectOf = (partition: number | '*'): string => `${name}.positions.${partition}`
  const manager = await jetstreamManager(connection).catch(async (failure: unknown) => {
    await connection.close()
    throw new StartFault(`消息服务器没有启用 JetStream（${reason(failure)}），请用 nats-server -js 启动，或者在其配置中写 jetstream。`, EXIT.unreachable)
  })
  const ready = { stream, subjects: subjectOf('*'), replicas }
  await readyStream(manager, ready).then(() => keepCopies(manager, ready)).catch(async (failure: unknown) => {
    await connection.close()
    throw new StartFault(`消息服务器不能建立存放定位的流（${reason(failure)}），请检查它的磁盘限额和账号权限；不是集群的，NATS_REPLICAS 应为 1。`, EXIT.unreachable)
  })
  const client = jetstream(connection)
  return {
    publish: async (partition, bytes, answerTo) => {
      const marked = headers()
      marked.set(ANSWER_TO, answerTo)
      await client.publish(subjectOf(partition), bytes, { headers: marked, timeout: PUBLISH_MS, retries: 0 })
    },
    say: (subject, bytes, replyTo) => connection.publish(subject, bytes, replyTo === undefined ? {} : { reply: replyTo }),
    hear: (subject, heard) => connection.subscribe(subject, { callback: (fault, message) => { if (fault === null) heard(message) } }),
    claim: async (worker, partitions, anew) => {
      // The broker may have come back with an empty disk.
      await readyStream(manager, ready)
      return claim(manager, { stream, subjectOf, to: deliveredTo(name, worker) }, partitions, anew)
    },
    deliveries: (worker, heard) => connection.subscribe(deliveredTo(name, worker), { callback: (fault, message) => { if (fault === null && message.reply !== undefined) heard(deliveryOf(message, message.reply)) } }),
    onReconnect: (told) => void watch(connection, () => void readyStream(manager, ready).catch(() => undefined).then(told)),
    close: async () => {
      if (!connection.isClosed()) await connection.drain().catch(() => connection.close())
    },
  }
}

const reason = (failure: unknown): string => (failure instanceof Error ? failure.message || failure.name : String(failure))
const deliveredTo = (name: string, worker: string): string => `${name}.work.${worker}`

/** How often a message was delivered stands in the subject by which it is acknowledged, whose form depends on the server's edition. */
function deliveryOf(message: Msg, reply: string): Delivery {
  const tokens = reply.split('.')
  return { bytes: message.data, answerTo: message.headers?.get(ANSWER_TO), isAgain: Number(tokens[tokens.length >= 11 ? 6 : 4]) > 1, settled: () => void message.respond(SETTLED) }
}

interface Ready {
  readonly stream: string
  readonly subjects: string
  readonly replicas: number
}
async function readyStream(manager: JetStreamManager, { stream, subjects, replicas }: Ready): Promise<void> {
  try {
    await manager.streams.info(stream)
  } catch (failure) {
    if (!isMissing(failure, JetStreamApiCodes.StreamNotFound)) throw failure
    await manager.streams.add({ name: stream, subjects: [subjects], retention: RetentionPolicy.Workqueue, storage: StorageType.File, discard: DiscardPolicy.New, max_bytes: MOST_BYTES, max_age: nanos(LYING_MS), duplicate_window: nanos(LYING_MS), num_replicas: replicas })
  }
}

/** A stream of before has the number of copies that is asked for now. */
async function keepCopies(manager: JetStreamManager, { stream, replicas }: Ready): Promise<void> {
  const { config } = await manager.streams.info(stream)
  if (config.num_replicas !== replicas) await manager.streams.update(stream, { ...config, num_replicas: replicas })
}

/**
 * A partition is delivered to one worker, since a work queue takes one consumer for each subject. Whoever takes it over deletes the
 * consumer of before and makes it anew: then everything that was not settled comes again at once, and in its order.
 */
async function claim(manager: JetStreamManager, { stream, subjectOf, to }: { readonly stream: string; readonly subjectOf: (partition: number) => string; readonly to: string }, partitions: readonly number[], anew: boolean): Promise<Claimed> {
  const now = new Map<string, string | undefined>()
  for await (const { name, config } of manager.consumers.list(stream)) now.set(name, config.deliver_subject)
  const taking = partitions.filter((partition) => anew || now.get(nameOf(partition)) !== to)
  const took = await Promise.all(taking.map(async (partition) => {
    if (now.has(nameOf(partition))) {
      await manager.consumers.delete(stream, nameOf(partition)).catch((failure: unknown) => {
        if (!isMissing(failure, JetStreamApiCodes.ConsumerNotFound)) throw failure
      })
    }
    return await manager.consumers.add(stream, { durable_name: nameOf(partition), filter_subject: subjectOf(partition), deliver_subject: to, ack_policy: AckPolicy.Explicit, deliver_policy: DeliverPolicy.All, ack_wait: nanos(LYING_MS), max_ack_pending: IN_HAND }).then(() => true, wasFaster)
  }))
  const taken = took.filter((one) => one).length
  return { taken, missed: taking.length - taken }
}
/** Two that come at once believe for a moment that all is theirs. At the next beat they know better. */
function wasFaster(failure: unknown): false {
  if (failure instanceof JetStreamApiError && TAKEN.includes(failure.code)) return false
  throw failure
}
/** Codes of the broker: the name of a consumer is in use, it exists and is active, it exists, the work queue has one for this subject. */
const TAKEN = [10_013, 10_105, 10_148, 10_100]
const nameOf = (partition: number): string => `p${partition}`
const isMissing = (failure: unknown, code: number): boolean => failure instanceof JetStreamApiError && failure.code === code

async function watch(connection: NatsConnection, told: () => void): Promise<void> {
  for await (const { type } of connection.status()) if (type === 'reconnect') told()
}
