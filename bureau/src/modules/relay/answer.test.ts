import { describe, expect, test } from 'vitest'
import { addressIn, addressOf, answerOf, answerText } from './answer.ts'

describe('the word of a worker', () => {
  test.each([true, false])('comes back as it was said: durable %s', (isDurable) => expect(answerOf(answerText('4711', isDurable))).toEqual({ number: 4711, isDurable }))
  test.each(['', 'durable', 'durable x', 'durable 1 2', 'Durable 1', 'durable -1', 'durable 1e3', `durable ${'9'.repeat(16)}`])('what nobody has said is no word: %s', (text) => expect(answerOf(text)).toBeUndefined())
  test('finds the gateway that waits for it', () => expect(addressIn(addressOf('gateway-host-Ab_9', 12))).toEqual({ gateway: 'gateway-host-Ab_9', number: '12' }))
  test.each([undefined, '', 'gateway', 'gateway 1 2', 'two.subjects 1', 'all.> 1', '* 1', 'gateway x'])('is sent nowhere else, whatever stands beside the parcel: %s', (text) => expect(addressIn(text)).toBeUndefined())
})
