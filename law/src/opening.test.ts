import { describe, expect, test } from 'vitest'
import { PARTY } from './forms.ts'
import { partyKey } from './opening.ts'
import { PROCEDURES } from './procedures.ts'

describe('the act that opens a dossier', () => {
  test.each(PROCEDURES.map(({ procedure }) => [procedure.name, procedure] as const))('%s: party, matter, place and related dossier, where they are asked, are asked alike', (_, procedure) => {
    for (const kind of procedure.opens) {
      const form = procedure.acts[kind]?.form ?? {}
      if (form['party'] !== undefined) expect(form['party'].shape).toEqual({ type: 'group', of: PARTY })
      if (form['matter'] !== undefined) expect(form['matter'].shape).toEqual({ type: 'matter' })
      for (const name of ['place', 'related']) if (form[name] !== undefined) expect(form[name].shape).toMatchObject({ type: 'text', lines: 'one' })
    }
  })
})

test('a party is known again by its code, else by name and birthday', () => {
  const party = { kind: 'citizen', name: '刘海', capacity: 'full', address: '示例' } as const
  expect(partyKey({ ...party, creditCode: '91350100M000100Y43' })).toBe('91350100M000100Y43')
  expect(partyKey({ ...party, idNumber: '11010519491231002X' })).toBe('11010519491231002X')
  expect(partyKey(party)).toBe('刘海')
})
