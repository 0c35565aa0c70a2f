/** A film that a person cut out of a live stream (视频片段), whole. */
export interface Clip {
  readonly bytes: Uint8Array
  readonly truckId: string
  readonly plate: string
  readonly terminal: string
  readonly channel: number
  /** By the server's clock, when the first and the last picture came. */
  readonly fromMs: number
  readonly untilMs: number
  readonly receivedMs: number
  readonly who: string
  readonly reason: string
  /** Of the packets of JT/T 1078 that it was made of, picture by picture: the digest of the digests in a row. */
  readonly packetsSha256: string
}
export type ClipFate = { readonly kind: 'kept'; readonly id: string; readonly sha256: string } | { readonly kind: 'repeated' | 'full' }
/** Whom a finished clip is handed to. Resolves when it is durable, or was refused; rejects when it could not be made so. */
export type ClipSink = (clip: Clip) => Promise<ClipFate>
