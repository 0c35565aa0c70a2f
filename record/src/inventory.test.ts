import { describe, expect, test } from 'vitest'
import { base64 } from './base64.ts'
import { type Inventory, inventoryText, readInventory } from './inventory.ts'

const hash = (seed: number): string => base64(new Uint8Array(32).fill(seed))

const inventory: Inventory = {
  origin: 'log.example.cn/a',
  size: 9n,
  root: new Uint8Array(32).fill(1),
  bureau: '示例区城市管理局',
  dossier: '示城执罚〔2021〕第7号',
  vkeys: ['a+00000000+AAAA', 'b+00000000+AAAA'],
  acts: [
    { index: 3n, hash: hash(3), isErased: false },
    { index: 7n, hash: hash(7), isErased: true },
  ],
  files: [{ digest: hash(8), name: '现场 照片.jpg' }],
}
const text = inventoryText(inventory)

describe('卷内目录 · the signed list of a dossier', () => {
  test('reads back', () => {
    expect(readInventory(text)).toEqual({ ok: true, value: inventory })
  })

  test('an empty dossier has one too', () => {
    const empty = { ...inventory, vkeys: [], acts: [], files: [] }
    expect(readInventory(inventoryText(empty))).toEqual({ ok: true, value: empty })
  })

  test.each([
    ['another form', text.replace('/1', '/2')],
    ['a wrong count of acts', text.replace('acts 2', 'acts 3')],
    ['a wrong count of keys', text.replace('keys 2', 'keys 02')],
    ['a wrong count of files', text.replace('files 1', 'files 0')],
    ['a further line', `${text}more 1\n`],
    ['no last newline', text.slice(0, -1)],
    ['lines in another order', text.replace(/(log .*\n)(tree .*\n)/, '$2$1')],
    ['no tree', text.replace(/tree .*\n/, '')],
    ['a size that is no number', text.replace('tree 9', 'tree x')],
    ['a short root', text.replace(/(tree 9 ).*/, '$1AAAA')],
    ['no bureau', text.replace(/bureau .*\n/, '')],
    ['an index with a leading zero', text.replace('act 1 3', 'act 1 03')],
    ['an index that is no number', text.replace('act 1 3', 'act 1 x')],
    ['a state that is neither', text.replace('open', 'shut')],
    ['a short leaf hash', text.replace(hash(3), 'AAAA')],
    ['a short file digest', text.replace(hash(8), 'AAAA')],
    ['a file without a name', text.replace('现场 照片.jpg', '')],
    ['acts that do not ascend', text.replace('act 2 7', 'act 2 2')],
    ['two acts at one place', text.replace('act 2 7', 'act 2 3')],
    ['one leaf hash twice', text.replace(hash(7), hash(3))],
    ['nothing', ''],
  ])('refuses %s', (_, changed) => {
    expect(changed).not.toBe(text)
    expect(readInventory(changed).ok).toBe(false)
  })

  test('a name with a line break cannot be listed', () => {
    expect(() => inventoryText({ ...inventory, dossier: 'a\nb' })).toThrow(RangeError)
  })

  test('is never a checkpoint: its second line is no number', () => {
    expect(text.split('\n')[1]).toBe('log log.example.cn/a')
  })
})
