import { z } from 'zod'

/** What looks wrong with an item, so that a person decides (存疑标记). */
export const FLAGS = {
  'clock-wrong': '设备时钟与服务器相差超过一分钟',
  'in-future': '设备记录的拍摄时间晚于上传时间',
  'outside-district': '拍摄地点在本区之外',
  again: '相同的文件此前已经上传过',
  'no-device-hash': '上传时设备没有计算摘要',
} as const
export type Flag = keyof typeof FLAGS

/** A file of the record with what is known of it (证据文件). */
export const Item = z.object({
  sha256: z.string(),
  sm3: z.string(),
  size: z.number(),
  /** By its bytes, never by its name. */
  media: z.string(),
  name: z.string(),
  /** When the device says that it was taken. */
  takenAt: z.string().optional(),
  /** Seconds by which the device's clock was ahead of ours. */
  clockOffset: z.number().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  /** Metres. */
  accuracy: z.number().optional(),
  device: z.string().optional(),
  officer: z.string(),
  receivedAt: z.string(),
  flags: z.array(z.string()),
})
export type Item = z.infer<typeof Item>

/** What happened to a file (流转记录). */
export const Reading = z.object({ who: z.string(), what: z.enum(['uploaded', 'viewed', 'copied']), at: z.string() })
export type Reading = z.infer<typeof Reading>
export const ItemView = Item.extend({ readings: z.array(Reading) })
export type ItemView = z.infer<typeof ItemView>

/** What the device says beside the bytes: all of it may be missing, none of it is believed without a check. */
export const Said = z.object({
  filename: z.string().max(500).optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制摘要').optional(),
  takenAt: z.iso.datetime({ offset: true, error: '应为带时区的时间' }).optional(),
  /** The device's clock at the moment of sending. */
  sentAt: z.iso.datetime({ offset: true, error: '应为带时区的时间' }).optional(),
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
  accuracy: z.coerce.number().min(0).max(100_000).optional(),
  device: z.string().max(200).optional(),
})
export type Said = z.infer<typeof Said>
