/** What live pictures may take (实时视频限度): a bureau sets its own in `bureau.json`. */
export interface VideoRules {
  /** Where terminals reach the media port, if that is not where they reached the gateway. */
  readonly host?: string
  readonly port?: number
  /** Streams at once. */
  readonly streams: number
  /** So long after it was asked a terminal may connect. */
  readonly askedMs: number
  /** A stream without packets, and a watch without a viewer, end after so long. */
  readonly silentMs: number
  readonly idleMs: number
  /** Whoever watches longer gives a reason again. */
  readonly watchMs: number
  /** So much of a stream is remembered for clips, by time and by bytes. */
  readonly rememberMs: number
  readonly rememberBytes: number
  readonly clipBytes: number
  /** A viewer for whom more waits is taken along at the next key frame. */
  readonly viewerBytes: number
  /** The longest body of a packet that is taken, above the 950 of the standard, since terminals send longer ones. */
  readonly bodyBytes: number
  readonly source: string
}
const SECOND = 1000
export const USUAL_VIDEO: VideoRules = {
  streams: 8, askedMs: 20 * SECOND, silentMs: 10 * SECOND, idleMs: 30 * SECOND, watchMs: 600 * SECOND,
  rememberMs: 60 * SECOND, rememberBytes: 16 << 20, clipBytes: 48 << 20, viewerBytes: 2 << 20, bodyBytes: 4096,
  source: '未找到公开依据，须由机关自行确定',
}
