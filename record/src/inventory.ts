import { findIndex } from './checkpoint.ts'
import { base64, findBase64Bytes } from './base64.ts'
import { DIGEST_BYTES } from './digest.ts'
import { isDigest, isFileName } from './file-record.ts'
import { type Outcome, read, rejected } from './outcome.ts'

/** Keeps an inventory from being mistaken for a checkpoint of the same log: a checkpoint's second line is a number. */
const FIRST_LINE = 'zhunsheng.inventory/1'

/** One act as the inventory lists it. */
export interface ListedAct {
  /** Where its entry stands in the log. */
  readonly index: bigint
  /** Its leaf hash in base64. */
  readonly hash: string
  /** Whether its contents had been erased when the bundle was made, so that they cannot be withheld later. */
  readonly isErased: boolean
}

/** One file as the inventory lists it. */
export interface ListedFile {
  readonly digest: string
  readonly name: string
}

/**
 * The inventory (卷内目录) of a dossier at the moment of export: every act and every file in order, signed by the
 * log's keys. It is what shows that no act was cut off the end.
 */
export interface Inventory {
  readonly origin: string
  readonly size: bigint
  readonly root: Uint8Array
  readonly bureau: string
  readonly dossier: string
  /** The keys that signed the checkpoint, in order, as verifier keys. */
  readonly vkeys: readonly string[]
  readonly acts: readonly ListedAct[]
  readonly files: readonly ListedFile[]
}

/** The text of an inventory, to be signed as a note. */
export function inventoryText(inventory: Inventory): string {
  const { origin, size, root, bureau, dossier, vkeys, acts, files } = inventory
  if (![origin, bureau, dossier].every(isFileName)) throw new RangeError('A name in the inventory must fit one line')
  return [
    FIRST_LINE,
    `log ${origin}`,
    `tree ${size} ${base64(root)}`,
    `bureau ${bureau}`,
    `dossier ${dossier}`,
    `keys ${vkeys.length}`,
    ...vkeys.map((vkey) => `key ${vkey}`),
    `acts ${acts.length}`,
    ...acts.map(({ index, hash, isErased }, at) => `act ${at + 1} ${index} ${isErased ? 'erased' : 'open'} ${hash}`),
    `files ${files.length}`,
    ...files.map(({ digest, name }) => `file ${digest} ${name}`),
    '',
  ].join('\n')
}

/** Reads the text of an inventory; any second way to write the same one is refused. */
export function readInventory(text: string): Outcome<Inventory> {
  const lines = text.split('\n')
  const all = (word: string): string[] =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  const one = (word: string): string => all(word)[0] ?? ''

  const [digits = '', encoded = ''] = one('tree').split(' ')
  const size = findIndex(digits)
  const root = findBase64Bytes(encoded)
  if (size === undefined || root?.length !== DIGEST_BYTES) return rejected('所记的树不对')
  const acts = all('act').map(findListedAct)
  const files = all('file').map(findListedFile)
  const inventory = {
    origin: one('log'),
    size,
    root,
    bureau: one('bureau'),
    dossier: one('dossier'),
    vkeys: all('key'),
    acts: acts.filter((act) => act !== undefined),
    files: files.filter((file) => file !== undefined),
  }
  if (![inventory.origin, inventory.bureau, inventory.dossier].every(isFileName)) return rejected('格式不对')
  if (inventoryText(inventory) !== text) return rejected('格式不对')
  if (!isAscending(inventory.acts)) return rejected('所列程序行为的次序不对')
  return read(inventory)
}

function findListedAct(line: string): ListedAct | undefined {
  const [, digits = '', state = '', hash = ''] = line.split(' ')
  const index = findIndex(digits)
  return index !== undefined && isDigest(hash) ? { index, hash, isErased: state === 'erased' } : undefined
}

function findListedFile(line: string): ListedFile | undefined {
  const cut = line.indexOf(' ')
  const [digest, name] = [line.slice(0, cut), line.slice(cut + 1)]
  return isDigest(digest) && isFileName(name) ? { digest, name } : undefined
}

/** Acts stand in the log in the order in which they were done, and no two entries are alike. */
function isAscending(acts: readonly ListedAct[]): boolean {
  const isUnique = new Set(acts.map(({ hash }) => hash)).size === acts.length
  return isUnique && acts.every(({ index }, at) => at === 0 || index > (acts[at - 1]?.index ?? index))
}
