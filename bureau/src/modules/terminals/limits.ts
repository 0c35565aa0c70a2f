/** What the gateway lets happen (网关限度); numbers of the trade, for a district. */
export interface GatewayLimits {
  readonly connections: number
  readonly perAddress: number
  /** A connection that says nothing for so long is closed: terminals beat every minute or so. */
  readonly silentMs: number
  /** So many broken frames on one connection, and it is closed. */
  readonly broken: number
  /** So many bytes without a right frame, and it is closed. */
  readonly bytesWithoutFrame: number
  /** Bytes that wait to be sent to a terminal that does not read. */
  readonly unsentBytes: number
}
export const USUAL_GATEWAY: GatewayLimits = { connections: 30_000, perAddress: 5_000, silentMs: 300_000, broken: 100, bytesWithoutFrame: 256 * 1024, unsentBytes: 256 * 1024 }
