import { day } from '@zhunsheng/law/day.ts'
import type { Act } from '@zhunsheng/law/dossier.ts'
import { describe, expect, test } from 'vitest'
import { recentFiles } from './recent-files.ts'

const act = (seq: number): Act => ({ seq, kind: 'collect', on: day('2021-08-10'), recordedOn: day('2021-08-10'), by: [], data: {} })

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
  test('of 501 files the one that was used least lately is let go', () => {
    const recent = recentFiles()
    for (let number = 0; number < 500; number += 1) recent.keep(`case ${number}`, [act(1)])
    recent.keep('case 0', [act(1), act(2)])
    recent.keep('one more', [act(1)])
    expect([recent.known('case 0').length, recent.known('case 1').length, recent.known('case 2').length, recent.known('one more').length]).toEqual([2, 0, 1, 1])
  })
})
