/** What looks wrong with a record when it comes in, so that a person decides (存疑标记). */
export const EVENT_FLAGS = {
  'unknown-device': '设备没有登记，暂存',
  'in-future': '设备时间晚于收到时间',
  'clock-wrong': '设备时钟有误差',
  'no-record': '没有图片、视频或者其他记录文件',
  'record-again': '相同的文件已经随另一事件报送',
  'near-duplicate': '同一设备、同一号牌几分钟内另有事件',
  'plate-odd': '号牌格式不符，可能识别有误',
  late: '记录形成后很久才报送',
} as const
export type EventFlag = keyof typeof EVENT_FLAGS

/** What a source says of a record, and what is known of it here. Moments in milliseconds since 1970, by the device's clock unless it says otherwise. */
export interface Arrival {
  readonly atMs: number
  /** The device's clock when it sent; nothing where the source does not say. */
  readonly sentMs?: number
  readonly receivedMs: number
  readonly isRegistered: boolean
  readonly records: number
  readonly isRecordKnown: boolean
  readonly hasNeighbour: boolean
  readonly isPlateOdd: boolean
}

/** A clock may be so many seconds off before it is remarked on (配置值，没有找到规定). */
export const CLOCK_TOLERANCE_S = 60
const LATE_MS = 3 * 86_400_000

/** Seconds by which the device's clock is ahead of ours (时钟误差); nothing where it did not say when it sent. */
export const aheadOf = ({ sentMs, receivedMs }: Pick<Arrival, 'sentMs' | 'receivedMs'>): number | undefined => (sentMs === undefined ? undefined : Math.round((sentMs - receivedMs) / 1000))

/** The moment of a record by our clock (校正后的时刻): the device's own error is taken out where it is known. */
export const correctedMs = (arrival: Pick<Arrival, 'atMs' | 'sentMs' | 'receivedMs'>): number => arrival.atMs - (aheadOf(arrival) ?? 0) * 1000

/** The flags of a record on its way in (接收核对). */
export function flagsOf(arrival: Arrival): readonly EventFlag[] {
  const ahead = aheadOf(arrival)
  const made = correctedMs(arrival)
  const found: Readonly<Record<EventFlag, boolean>> = {
    'unknown-device': !arrival.isRegistered,
    'in-future': made > arrival.receivedMs + CLOCK_TOLERANCE_S * 1000,
    'clock-wrong': ahead !== undefined && Math.abs(ahead) > CLOCK_TOLERANCE_S,
    'no-record': arrival.records === 0,
    'record-again': arrival.isRecordKnown,
    'near-duplicate': arrival.hasNeighbour,
    'plate-odd': arrival.isPlateOdd,
    late: arrival.receivedMs - made > LATE_MS,
  }
  const isFlag = (name: string): name is EventFlag => name in EVENT_FLAGS
  return Object.keys(EVENT_FLAGS).filter(isFlag).filter((name) => found[name])
}
