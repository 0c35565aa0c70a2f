import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writevSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Hypercore from 'hypercore'
import { digests } from '@zhunsheng/bureau/platform/digest.ts'
import { checkpointText } from '@zhunsheng/record/checkpoint.ts'
import { commitAct, entryBytes } from '@zhunsheng/record/leaf.ts'
import { leafHash, rangeHash, readerOfLeaves } from '@zhunsheng/record/merkle.ts'
import { signNote, type Signer } from '@zhunsheng/record/note.ts'
import { edgeRoot, EMPTY_EDGE, growTiles } from '@zhunsheng/record/tile-log.ts'
import { utf8Bytes } from '@zhunsheng/record/utf8.ts'
import { verifierKey } from '@zhunsheng/record/vkey.ts'
import { mustAgree, repeat, repeatWaiting, type Benchmark, type Match } from './match.ts'

const BATCH = 256
const ORIGIN = 'bench.example/log'

/** The log (存证) against another signed Merkle log. */
export const APPEND: Benchmark = {
  name: 'append',
  says: `leaves appended in batches of ${BATCH}: hashed, put into tiles, written with a signed checkpoint`,
  open: async () => [await match()],
}

/** Entries of acts, as the bureau logs them: some two hundred bytes each. */
const ENTRIES: readonly Uint8Array[] = Array.from({ length: BATCH }, (_, index) =>
  entryBytes(commitAct(digests, { bureau: '示例区城市管理局', dossier: 'bench', seq: index + 1, before: null, title: '呈请立案', body: {}, files: [] }, new Uint8Array(randomBytes(32)))),
)

async function match(): Promise<Match> {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-bench-'))
  const synced = tileLog(join(folder, 'synced'), true)
  const unsynced = tileLog(join(folder, 'unsynced'), false)
  const peer = new Hypercore(join(folder, 'hypercore'))
  await peer.ready()
  await sameLog(join(folder, 'checked'), peer)
  return {
    name: 'log append, fsync a batch',
    unit: 'leaves',
    target: 100_000,
    product: { name: 'tile log', work: (ms) => repeat(ms, BATCH, synced.append) },
    peers: [
      { name: 'hypercore 10, no fsync', work: (ms) => repeatWaiting(ms, BATCH, () => peer.append(ENTRIES)) },
      { name: 'tile log, no fsync', work: (ms) => repeat(ms, BATCH, unsynced.append) },
    ],
    notes: [
      `both give back the same ${4 * BATCH} entries in order; our root is the one that RFC 9162 defines (the peer hashes otherwise)`,
      'the peer leaves flushing to the operating system',
    ],
    close: async () => {
      synced.close()
      unsynced.close()
      await peer.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The log of `record` with the plainest of stores: one file to which each batch is written at once. */
function tileLog(path: string, sync: boolean): { readonly append: () => void; readonly root: () => Uint8Array; readonly close: () => void } {
  const file = openSync(path, 'a')
  const signer = ed25519Signer()
  let edge = EMPTY_EDGE
  return {
    append: () => {
      const grown = growTiles(digests.sha256, edge, ENTRIES.map((entry) => leafHash(digests.sha256, entry)))
      edge = grown.edge
      const note = signNote(checkpointText({ origin: ORIGIN, size: edge.size, root: edgeRoot(digests.sha256, edge), extensions: [] }), [signer])
      writevSync(file, [...ENTRIES, ...grown.writes.map(({ bytes }) => bytes), utf8Bytes(note)])
      if (sync) fdatasyncSync(file)
    },
    root: () => edgeRoot(digests.sha256, edge),
    close: () => closeSync(file),
  }
}

function ed25519Signer(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  return { key: verifierKey(digests.sha256, ORIGIN, 'ed25519', raw), sign: (message) => new Uint8Array(sign(null, message, privateKey)) }
}

/** Four batches on each side: nothing lost, nothing moved, and the root is the root of exactly these leaves. */
async function sameLog(path: string, peer: Hypercore): Promise<void> {
  const log = tileLog(path, false)
  for (let batch = 0; batch < 4; batch += 1) {
    log.append()
    await peer.append(ENTRIES)
  }
  log.close()
  const leaves = Array.from({ length: 4 }, () => ENTRIES).flat()
  const hashes = leaves.map((entry) => leafHash(digests.sha256, entry))
  const root = rangeHash(digests.sha256, readerOfLeaves(digests.sha256, hashes), 0n, BigInt(hashes.length))
  mustAgree(Buffer.compare(root, log.root()) === 0, 'the root of the log')
  const written = readFileSync(path)
  mustAgree(peer.length === leaves.length, 'the length of the logs')
  let from = 0
  for (const [index, entry] of leaves.entries()) {
    const at = written.indexOf(entry, from)
    mustAgree(at >= from && Buffer.compare(await peer.get(index), entry) === 0, `entry ${index}`)
    from = at + entry.length
  }
}
