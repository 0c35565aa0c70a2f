import { day } from '@zhunsheng/law/day.ts'
import type { Act } from '@zhunsheng/law/dossier.ts'
import { describe, expect, test } from 'vitest'
import { judgeFor, SETTING } from '@zhunsheng/law/judges.ts'
import { recentFiles, type Standing } from './recent-files.ts'

const act = (seq: number): Act => ({ seq, kind: 'collect', on: day('2021-08-10'), recordedOn: day('2021-08-10'), by: [], data: {} })

const standing = (id: string, version: number): Standing => {
  const acts = Array.from({ length: version }, (_, at) => act(at + 1))
  return { head: { id, number: '2021-00001', version, procedure: 'penalty.ordinary', lead_id: null }, acts, file: judgeFor('penalty.ordinary').read({ procedure: 'penalty.ordinary', acts }, SETTING), leaf: `leaf ${version}`, owed: '[]', summary: '{}' }
}

describe('files that were read lately', () => {
  test('what was kept is known, and nothing else', () => {
    const recent = recentFiles()
    recent.keep('a', [act(1), act(2)])
    expect([recent.known('a'), recent.known('b')]).toEqual([[act(1), act(2)], []])
  })
  test('what was forgotten is read anew', () => {
    const recent = recentFiles()
    recent.keep('a', [act(1)])
    recent.forget('a')
    expect(recent.known('a')).toEqual([])
  })
  test('how a case stands is known for the number of acts after which it stood so, and for no other', () => {
    const recent = recentFiles()
    recent.keepStanding(standing('a', 2))
    expect([recent.standing('a', 2)?.leaf, recent.standing('a', 1), recent.standing('a', 3), recent.known('a')]).toEqual(['leaf 2', undefined, undefined, [act(1), act(2)]])
  })
  test('acts that others recorded make what was known of it worthless', () => {
    const recent = recentFiles()
    recent.keepStanding(standing('a', 2))
    recent.keep('a', [act(1), act(2), act(3)])
    expect([recent.standing('a', 2), recent.known('a').length]).toEqual([undefined, 3])
  })
  test('of 501 files the one that was used least lately is let go', () => {
    const recent = recentFiles()
    for (let number = 0; number < 500; number += 1) recent.keep(`case ${number}`, [act(1)])
    recent.keep('case 0', [act(1), act(2)])
    recent.keep('one more', [act(1)])
    expect([recent.known('case 0').length, recent.known('case 1').length, recent.known('case 2').length, recent.known('one more').length]).toEqual([2, 0, 1, 1])
  })
})
