import { z } from 'zod'

/** Where a stream stands (视频状态). */
export const VIDEO_STATES = { asking: '正在请求终端', waiting: '终端已应答，等待视频接入', running: '正在播放', refused: '终端拒绝或者没有应答', ended: '视频已结束' } as const
export const VideoState = z.enum(['asking', 'waiting', 'running', 'refused', 'ended'])
export type VideoState = z.infer<typeof VideoState>

export const NewWatch = z.strictObject({
  truck: z.string({ error: '请选择车辆' }).min(1, '请选择车辆').max(64),
  channel: z.number({ error: '请填写通道' }).int('通道为整数').min(1, '通道为 1 至 32').max(32, '通道为 1 至 32'),
  main: z.boolean().default(false),
  reason: z.string({ error: '请填写查看理由' }).trim().min(2, '请填写查看理由').max(200),
})
export type NewWatch = z.infer<typeof NewWatch>

/** So much may be kept of what was, and of what comes. */
export const [MOST_BEFORE_SECONDS, MOST_AFTER_SECONDS] = [60, 120]
export const NewClip = z.strictObject({
  before: z.number({ error: '请填写此前的秒数' }).int().min(0).max(MOST_BEFORE_SECONDS, `此前至多 ${MOST_BEFORE_SECONDS} 秒`),
  after: z.number({ error: '请填写此后的秒数' }).int().min(0).max(MOST_AFTER_SECONDS, `此后至多 ${MOST_AFTER_SECONDS} 秒`),
})
export type NewClip = z.infer<typeof NewClip>

export const CLIP_STATES = { recording: '正在留存', kept: '已留存', full: '影像总量已满，没有留存', repeated: '已经留存过', empty: '这段时间没有画面，没有留存', failed: '没能保存' } as const
export const ClipState = z.enum(['recording', 'kept', 'full', 'repeated', 'empty', 'failed'])
export const ClipView = z.object({ id: z.string(), state: ClipState, from: z.string(), picture: z.string().optional(), sha256: z.string().optional() })
export type ClipView = z.infer<typeof ClipView>

/** What an officer watches. */
export const Watch = z.object({
  id: z.string(),
  truck: z.string(),
  plate: z.string(),
  terminal: z.string(),
  channel: z.number(),
  state: VideoState,
  /** What happened, in words. */
  said: z.string(),
  /** As a browser wants it, once the first picture came. */
  media: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  viewers: z.number(),
  /** Until when it may be watched with this reason. */
  until: z.string(),
  clips: z.array(ClipView),
  counts: z.array(z.object({ key: z.string(), name: z.string(), count: z.number() })),
})
export type Watch = z.infer<typeof Watch>
/** Of the media port since it was opened. */
export const Port = z.object({ listens: z.string().optional(), streams: z.number(), most: z.number(), counts: z.array(z.object({ key: z.string(), name: z.string(), count: z.number() })) })
