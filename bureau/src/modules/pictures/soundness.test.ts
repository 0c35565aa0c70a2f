import { expect, test } from 'vitest'
import { soundOf } from './soundness.ts'

const jpeg = (...rest: readonly number[]) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, ...rest])
test.each([
  ['a picture with its end', jpeg(0xff, 0xd9), 'image/jpeg'],
  ['one whose last packet was filled up', jpeg(0xff, 0xd9, ...Array.from({ length: 600 }, () => 0)), 'image/jpeg'],
  ['one that ends too early', jpeg(0xff), undefined],
  ['an end long before', jpeg(0xff, 0xd9, ...Array.from({ length: 2000 }, () => 7)), undefined],
  ['a sound', Uint8Array.from([0x52, 0x49, 0x46, 0x46, 0, 0]), 'audio/wav'],
  ['something else', Uint8Array.from([1, 2, 3, 4]), undefined],
  ['nothing', new Uint8Array(), undefined],
])('%s', (_, bytes, media) => expect(soundOf(bytes)).toBe(media))
