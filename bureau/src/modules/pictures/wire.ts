import { z } from 'zod'

/** A picture of a truck's camera (车载影像). */
export const Picture = z.object({
  id: z.string(),
  truck: z.string(),
  plate: z.string(),
  terminal: z.string(),
  channel: z.number(),
  /** Why it was taken, in words. */
  event: z.string(),
  at: z.string(),
  received: z.string(),
  position: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  sha256: z.string(),
  size: z.number(),
  media: z.string(),
  /** Of a film that a person kept out of a live stream. */
  clip: z.object({ until: z.string(), keptBy: z.string(), reason: z.string(), packetsSha256: z.string() }).optional(),
})
export type Picture = z.infer<typeof Picture>
export const PictureQuery = z.object({ terminal: z.string().regex(/^\d{1,20}$/, '终端号为数字').optional(), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) })
export type PictureQuery = z.infer<typeof PictureQuery>
export const PicturePage = z.object({ total: z.number(), rows: z.array(Picture), /** Bytes of all that are kept, and at most. */ kept: z.number(), most: z.number() })
export type PicturePage = z.infer<typeof PicturePage>
/** The pictures of an alarm, and how near to it they were taken at most. */
export const AlarmPictures = z.object({ rows: z.array(Picture), windowMinutes: z.number() })
export type AlarmPictures = z.infer<typeof AlarmPictures>
