import { base64, findBase64Bytes } from '@zhunsheng/record/base64.ts'
import type { BundledAct } from '@zhunsheng/record/bundle.ts'
import { readCanonical } from '@zhunsheng/record/canonical-reader.ts'
import { checkpointText } from '@zhunsheng/record/checkpoint.ts'
import type { Digests } from '@zhunsheng/record/digest.ts'
import { exportBundle } from '@zhunsheng/record/export-bundle.ts'
import { recordFile } from '@zhunsheng/record/file-record.ts'
import { inclusionProof } from '@zhunsheng/record/inclusion.ts'
import { commitAct, entryHash, entryText, findEntry, SALT_BYTES } from '@zhunsheng/record/leaf.ts'
import { isBy, noteText, readNote, signNote, type Note, type Signer } from '@zhunsheng/record/note.ts'
import { proofText } from '@zhunsheng/record/proof.ts'
import { edgeFromTiles, edgeRoot, growTiles, readerOfTiles, tilesNeeded, type TileEdge, type TileLoader } from '@zhunsheng/record/tile-log.ts'
import type { Tile } from '@zhunsheng/record/tiles.ts'
import { utf8Bytes } from '@zhunsheng/record/utf8.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { Ledger } from './contract.ts'
import * as store from './store.ts'

export interface LedgerParts {
  readonly database: Database
  readonly clock: Clock
  readonly digests: Digests
  readonly salt: (length: number) => Uint8Array
  /** The name of the log, as checkpoints state it. */
  readonly origin: string
  readonly signers: readonly Signer[]
}

/** How many leaves one sealing transaction places. */
const BATCH = 4096

/** Builds the ledger (存证): leaves beside the acts, places and checkpoints given afterwards. */
// oxlint-disable-next-line max-lines-per-function -- A list of small functions over what they share.
export function ledger({ database, clock, digests, salt, origin, signers }: LedgerParts): Ledger & PublicLog {
  const leavesOf: Ledger['leavesOf'] = (acts) => {
    const salts = salt(SALT_BYTES * acts.length)
    const leaves = acts.map((act, at) => {
      const chance = salts.subarray(SALT_BYTES * at, SALT_BYTES * (at + 1))
      const entry = commitAct(digests, act, chance)
      return { dossier: act.dossier, seq: act.seq, entry: entryText(entry), salt: base64(chance), hash: base64(entryHash(digests, entry)) }
    })
    return { receipts: leaves.map(({ hash }) => ({ hash })), statement: store.addLeaves(leaves) }
  }

  /** Loads the tiles that a computation will ask for, then runs it. */
  async function withTiles<T>(queries: Queries, tiles: readonly Tile[], compute: (load: TileLoader) => T): Promise<T> {
    const loaded = new Map<string, Uint8Array>()
    for (const { level, index, width } of tiles) {
      const bytes = await store.findTile(queries, level, Number(index), width)
      if (bytes === undefined) throw new Error(`the ledger lacks tile ${level}/${index} of width ${width}`)
      loaded.set(`${level}/${index}`, bytesOf(bytes))
    }
    return compute(({ level, index }) => {
      const found = loaded.get(`${level}/${index}`)
      if (found === undefined) throw new Error(`tile ${level}/${index} was not fetched`)
      return found
    })
  }

  /** The unfinished right edge of a log of this size, level by level. */
  async function edgeAt(queries: Queries, size: number): Promise<TileEdge> {
    const tiles: Tile[] = []
    for (let level = 0, rest = BigInt(size); rest > 0n; level += 1, rest >>= 8n) {
      const width = Number(rest & 255n)
      if (width > 0) tiles.push({ level, index: rest >> 8n, width })
    }
    return withTiles(queries, tiles, (load) => edgeFromTiles(BigInt(size), load))
  }

  const sealBatch = (): Promise<number> =>
    database.work(async (tx) => {
      await store.lockPlaces(tx)
      const leaves = await store.unplaced(tx, BATCH)
      if (leaves.length === 0) return 0
      const first = await store.size(tx)
      const { edge, writes } = growTiles(digests.sha256, await edgeAt(tx, first), leaves.map(({ hash }) => bytesOf(hash)))
      await store.addPlaces(tx, first, leaves)
      for (const { level, index, width, bytes } of writes) await store.addTile(tx, { level, index: Number(index), width, bytes: base64(bytes) })
      const note = signNote(checkpointText({ origin, size: edge.size, root: edgeRoot(digests.sha256, edge), extensions: [] }), signers)
      await store.addCheckpoint(tx, Number(edge.size), note, clock.now())
      return leaves.length
    })
  let sealing: Promise<void> | undefined
  /** However many ask at once, one sealing is under way and at most one follows: whoever asks finds his own leaf sealed. */
  async function seal(): Promise<void> {
    const before = sealing
    if (before !== undefined) await before.catch(() => undefined)
    if (sealing !== undefined && sealing !== before) return sealing
    const mine = (async () => {
      while ((await sealBatch()) === BATCH);
    })().finally(() => {
      if (sealing === mine) sealing = undefined
    })
    sealing = mine
    return mine
  }

  /** The latest checkpoint. A key that has been configured since it was made signs it now. */
  async function latestSigned(queries: Queries): Promise<{ readonly size: number; readonly note: Note } | undefined> {
    const latest = await store.latestCheckpoint(queries)
    if (latest === undefined) return undefined
    const note = noteOf(latest.note)
    const missing = signers.filter(({ key }) => !note.signatures.some((signature) => isBy(key, signature)))
    const added = missing.length === 0 ? [] : noteOf(signNote(note.text, missing)).signatures
    return { size: latest.size, note: { text: note.text, signatures: [...note.signatures, ...added] } }
  }

  async function proveAll(queries: Queries, size: number, places: readonly number[]): Promise<readonly (readonly Uint8Array[])[]> {
    const tiles = tilesNeeded(BigInt(size), (read) => places.map((place) => inclusionProof(digests.sha256, read, BigInt(place), BigInt(size))))
    return withTiles(queries, tiles, (load) => {
      const read = readerOfTiles(digests.sha256, BigInt(size), load)
      return places.map((place) => inclusionProof(digests.sha256, read, BigInt(place), BigInt(size)))
    })
  }

  async function proof(dossier: string, seq: number): Promise<string | undefined> {
    await seal()
    return database.read(async (queries) => {
      const checkpoint = await latestSigned(queries)
      const leaf = (await store.placedLeaves(queries, dossier)).find((one) => one.seq === seq)
      if (checkpoint === undefined || leaf === undefined) return undefined
      const [hashes = []] = await proveAll(queries, checkpoint.size, [leaf.place])
      return proofText({ index: BigInt(leaf.place), hashes: [...hashes], checkpoint: noteText(checkpoint.note), extra: utf8Bytes(leaf.entry) })
    })
  }

  const bundle: Ledger['bundle'] = async (dossier, count, actOf, documents) => {
    await seal()
    return database.read(async (queries) => {
      const checkpoint = await latestSigned(queries)
      if (checkpoint === undefined) throw new Error('the ledger has no checkpoint yet')
      const leaves = (await store.placedLeaves(queries, dossier)).slice(0, count)
      const proofs = await proveAll(queries, checkpoint.size, leaves.map(({ place }) => place))
      const acts = leaves.map(({ seq }, index) => actOf(seq, leaves[index - 1]?.hash ?? null))
      const bundled = leaves.map((leaf, index): BundledAct => {
        const act = acts[index]
        const entry = findEntry(valueOf(leaf.entry))
        if (act === undefined || entry === undefined) throw new Error(`dossier ${dossier}: leaf ${leaf.seq} cannot be read`)
        return { contents: { state: 'open', act, salt: bytesOf(leaf.salt) }, entry, index: BigInt(leaf.place), proof: [...(proofs[index] ?? [])] }
      })
      const bureau = acts[0]?.bureau ?? ''
      return exportBundle(digests, { bureau, dossier, acts: bundled, attachments: documents.map(({ name, bytes }) => recordFile(digests, { kind: 'document', name }, bytes)), checkpoint: checkpoint.note, keys: signers.map(({ key }) => key), signers })
    })
  }

  return {
    latest: store.latestHashes,
    leavesOf,
    seal,
    proof,
    bundle,
    placesOf: async (queries, dossier) => new Map((await store.placedLeaves(queries, dossier)).map(({ seq, place }) => [seq, place])),
    checkpoint: async () => {
      await seal()
      const latest = await database.read(latestSigned)
      return latest === undefined ? undefined : noteText(latest.note)
    },
  }
}

/** What the public may read of the log itself. */
export interface PublicLog {
  readonly checkpoint: () => Promise<string | undefined>
}

const bytesOf = (text: string): Uint8Array => {
  const bytes = findBase64Bytes(text)
  if (bytes === undefined) throw new Error('the ledger holds what is not base64')
  return bytes
}
const noteOf = (text: string): Note => {
  const note = readNote(text)
  if (!note.ok) throw new Error(`the stored checkpoint cannot be read: ${note.because}`)
  return note.value
}
const valueOf = (entry: string) => {
  const reading = readCanonical(utf8Bytes(entry))
  return reading.ok ? reading.value : undefined
}
