import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Shelf } from './files.ts'

/** Files in a folder of this machine (本机磁盘), which must be the folder of `incoming` too: a name is changed, no byte is copied. */
export function diskShelf(folder: string): Shelf {
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    put: async ({ sha256 }, path) => {
      await synced(path)
      mkdirSync(dirname(placeOf(sha256)), { recursive: true })
      await rename(path, placeOf(sha256))
      // The new name is on the disk only when its folder is.
      await synced(dirname(placeOf(sha256)))
    },
    stat: (sha256) => {
      const place = placeOf(sha256)
      if (!existsSync(place)) return Promise.resolve(undefined)
      const { size, mtimeMs, ino } = statSync(place)
      return Promise.resolve({ size, stamp: `${ino}-${mtimeMs}-${size}` })
    },
    read: (sha256, part) => Promise.resolve(createReadStream(placeOf(sha256), part === undefined ? {} : { ...part })),
    erase: async (sha256) => {
      if (!existsSync(placeOf(sha256))) return
      await rm(placeOf(sha256))
      await synced(dirname(placeOf(sha256)))
    },
  }
}

/** Waits until a file or a folder is on the disk. Windows cannot open a folder; there the file alone must do. */
async function synced(path: string): Promise<void> {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
