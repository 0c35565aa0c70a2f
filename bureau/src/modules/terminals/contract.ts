import type { Fix } from '@zhunsheng/trucks/fix.ts'
import type { WatchName } from '@zhunsheng/trucks/watch/name.ts'
import type { LineOrder, LiveWish } from './wire.ts'

/** One position of a terminal that is known and has authenticated itself. */
export interface Arrival {
  readonly truckId: string
  readonly fix: Fix
  /** The frame as it came, with its delimiters and escapes: what proves the position. Of a message of many positions, the whole message each time. */
  readonly frame: Uint8Array
}

/** Whom the gateway hands positions to. */
export interface PositionSink {
  /** The truck that carries this terminal by the register as it stands; undefined: nobody's. */
  readonly truckOf: (terminal: string) => Promise<{ readonly truckId: string; readonly plate: string } | undefined>
  /** Takes positions. Resolves when they are durable; rejects when they are not, and then nothing is acknowledged. Handing in the same position twice is harmless. */
  readonly take: (arrivals: readonly Arrival[]) => Promise<void>
}

/** A picture, a sound or a film of a terminal (多媒体数据) that is known and has authenticated itself. */
export interface Recording {
  readonly terminal: string
  readonly truckId: string
  readonly plate: string
  /** The terminal's own number of it. */
  readonly mediaId: number
  /** By the tables of JT/T 808, message 0x0801: picture, sound or film; its format; why it was taken. */
  readonly type: number
  readonly format: number
  readonly event: number
  readonly channel: number
  /** When it was taken by the terminal's clock, and where; 2011 tells neither. */
  readonly atMs: number
  readonly place?: { readonly lat: number; readonly lon: number }
  readonly receivedMs: number
  readonly bytes: Uint8Array
}
/** What became of a recording. Only what is kept, or was already, is answered as received. */
export type RecordingFate = 'kept' | 'repeated' | 'broken' | 'too-large' | 'too-many' | 'full'
/** Whom the gateway hands recordings to. Resolves when the recording is durable; rejects when it could not be made so. */
export type RecordingSink = (recording: Recording) => Promise<RecordingFate>

/** What a terminal said of its driver's card (驾驶员身份信息): put in, taken out, or not to be read. */
export interface CardReport {
  readonly terminal: string
  readonly truckId: string
  readonly plate: string
  readonly kind: 'in' | 'out' | 'unread'
  readonly atMs: number
  readonly receivedMs: number
  /** On the card, where it was read: the name, the certificate for haulage (从业资格证), and until when it holds. */
  readonly name?: string
  readonly licence?: string
  readonly validUntil?: string
}
/** Whom the gateway hands card reports to; the same one twice is harmless. */
export type CardSink = (report: CardReport) => Promise<void>

/** What the active-safety system of a truck warned of (主动安全报警): a maker's camera or sensor judged, and nobody else. */
export interface SafetySign {
  readonly terminal: string
  readonly truckId: string
  readonly plate: string
  readonly kind: 'road' | 'driver' | 'tyres' | 'blindSpot'
  /** The terminal's own number of it. */
  readonly number: number
  /** 1 or 2; the second is the more serious. */
  readonly level: number
  readonly words: string
  readonly atMs: number
  readonly speedKmh: number
  readonly receivedMs: number
}
/** Whom the gateway hands warnings to; the same one twice is harmless. */
export type SafetySink = (signs: readonly SafetySign[]) => Promise<void>

/** An alarm that has just been raised, as far as a camera needs to know it. */
export interface FreshAlarm {
  readonly watch: WatchName
  readonly truckId: string
  readonly atMs: number
}

/** A terminal that is on line at some gateway. */
export interface OnlineTerminal {
  readonly terminal: string
  readonly truck: string
  readonly plate: string
  readonly edition: number
  readonly address: string
  readonly last: string
  /** The address of ours that it reached; nothing where it came by datagrams, or to another process. */
  readonly reached?: string
}
/** A process that shares the trucks, and what it has counted. */
export interface SharingProcess {
  readonly id: string
  readonly role: string
  readonly since: string
  readonly partitions: number
  readonly counts: Readonly<Record<string, number>>
}
/** What is to be seen of gateways: one, or all that share the trucks. */
export interface LinesView {
  readonly listens: readonly string[]
  readonly online: readonly OnlineTerminal[]
  readonly counts: Readonly<Record<string, number>>
  /** Missing where one process does everything. */
  readonly processes?: readonly SharingProcess[]
}
/** What became of an order (下发): the terminal had it, is nowhere on line, or cannot be told that. */
export type OrderFate = { readonly fate: 'given'; readonly outcome: OrderOutcome } | { readonly fate: 'offline' } | { readonly fate: 'malformed'; readonly path: string; readonly because: string }
/** The lines of terminals (终端线路): who is on line, and what is said to them. */
export interface LineOffice {
  readonly view: () => Promise<LinesView>
  readonly find: (terminal: string) => Promise<OnlineTerminal | undefined>
  readonly ofTruck: (truck: string) => Promise<OnlineTerminal | undefined>
  /** Resolves when the terminal has answered, or was silent for too long. */
  readonly order: (terminal: string, order: LineOrder, who: string) => Promise<OrderFate>
}
/** How an order to a terminal ended (下发结果), and the answer in words. */
export interface OrderOutcome {
  readonly state: 'sent' | 'confirmed' | 'refused' | 'timed-out'
  readonly said: string
}
/** A truck's terminal that is on line. */
export type Camera = Pick<OnlineTerminal, 'terminal' | 'plate' | 'reached'>
/** The cameras of trucks whose terminals are on line (在线车辆的摄像头): JT/T 1078-2016, messages 0x9101 and 0x9102. */
export interface Cameras {
  /** The terminal of a truck, if it is on line, and the address of ours that it reached. */
  readonly ofTruck: (truck: string) => Promise<Camera | undefined>
  /** Asks for live pictures; the terminal then connects by itself. */
  readonly ask: (terminal: string, wish: LiveWish, who: string) => Promise<OrderOutcome>
  /** Tells the terminal to send no more of a channel. Nothing where it is no longer on line. */
  readonly stop: (terminal: string, channel: number, who: string) => Promise<OrderOutcome | undefined>
}
