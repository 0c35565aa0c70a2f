import type { ItemView } from '@zhunsheng/bureau/modules/evidence/wire.ts'
import { bearer, shelf, type KeptFile } from './shelf.ts'

/** A file that waits on this device, as the server would show it; it is sent before the act that refers to it. */
export const itemOf = ({ sha256, name, takenAt, bytes, words }: KeptFile): ItemView => ({
  sha256,
  sm3: '',
  size: bytes.size,
  media: bytes.type,
  name,
  takenAt,
  officer: '',
  receivedAt: '',
  flags: [],
  readings: [],
  uses: [],
  ...(words['latitude'] === undefined || words['longitude'] === undefined ? {} : { latitude: Number(words['latitude']), longitude: Number(words['longitude']) }),
})

/** Keeps a photograph or recording until there is a line. */
export async function keepFile(file: File, sha256: string, words: KeptFile['words']): Promise<ItemView> {
  const kept: KeptFile = { sha256, person: bearer(), name: file.name, takenAt: new Date(file.lastModified).toISOString(), words, bytes: file }
  await shelf.files.put(kept)
  return itemOf(kept)
}
export const keptFile = (sha256: string): Promise<KeptFile | undefined> => shelf.files.get([bearer(), sha256])
