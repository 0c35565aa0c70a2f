import { open } from 'node:fs/promises'

/** What an archive says of itself, without unpacking a byte (ZIP, APPNOTE 6.3.10 §4.3). */
export interface ZipSummary {
  readonly entries: number
  readonly unpacked: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const COMMENT_MAX = 65_535
const ENTRY_BYTES = 46
const DIRECTORY_MAX = 8 * 1024 * 1024

/** An archive that grows beyond these when it is unpacked is a trap (压缩炸弹). */
const LIMITS = { entries: 10_000, unpacked: 2 * 1024 ** 3, ratio: 200 } as const

/** Why an archive is not taken in, or nothing. */
export async function zipFault(path: string, size: number): Promise<string | undefined> {
  const found = await zipSummary(path, size)
  if (found === undefined) return '压缩包的目录不完整或者已损坏，请重新打包'
  if (found.entries > LIMITS.entries) return `压缩包中的文件超过 ${LIMITS.entries} 个，请分开上传`
  if (found.unpacked > LIMITS.unpacked || found.unpacked > size * LIMITS.ratio) return '压缩包解开后异常巨大，不予接收；请直接上传其中的文件'
  return undefined
}

/** Reads the directory at the end of the archive; nothing where there is none, or where it contradicts itself. */
async function zipSummary(path: string, size: number): Promise<ZipSummary | undefined> {
  const handle = await open(path, 'r')
  try {
    const tail = Buffer.alloc(Math.min(size, END_BYTES + COMMENT_MAX))
    await handle.read(tail, 0, tail.length, size - tail.length)
    let at = tail.length - END_BYTES
    while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1
    if (at < 0) return undefined
    const [length, start] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
    if (length > DIRECTORY_MAX || start + length > size) return undefined
    const directory = Buffer.alloc(length)
    await handle.read(directory, 0, length, start)
    return summed(directory)
  } finally {
    await handle.close()
  }
}

function summed(directory: Buffer): ZipSummary | undefined {
  let [entries, unpacked, at] = [0, 0, 0]
  while (at + ENTRY_BYTES <= directory.length) {
    if (directory.readUInt32LE(at) !== ENTRY) return undefined
    entries += 1
    unpacked += directory.readUInt32LE(at + 24)
    at += ENTRY_BYTES + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return { entries, unpacked }
}
