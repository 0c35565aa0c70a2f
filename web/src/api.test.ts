import { describe, expect, test } from 'vitest'
import { Problem, problemFrom, withQuery } from './api.ts'

const answer = (status: number, body: string, type = 'application/problem+json; charset=utf-8') => new Response(body, { status, headers: { 'content-type': type } })

describe('RFC 9457 · problem details', () => {
  test('a refusal keeps every ground with its articles', async () => {
    const refusals = [
      { code: 'staff', basis: ['《行政处罚法》第四十二条第一款'], because: '执法人员少于两人', instead: '增加一名执法人员' },
      { code: 'range', basis: [], because: '超出幅度', instead: '', field: 'fine' },
    ]
    const problem = await problemFrom(answer(409, JSON.stringify({ type: '/problems/refused', title: '依法不予准许', status: 409, detail: '…', refusals })))
    expect(problem.isOf('refused')).toBe(true)
    expect(problem.refusals).toEqual(refusals)
  })

  test.each(['not-logged-in', 'changed-meanwhile', 'malformed', 'fault'] as const)('%s is told apart by its type', async (kind) => {
    const problem = await problemFrom(answer(400, JSON.stringify({ type: `/problems/${kind}`, title: 't', status: 400, detail: 'd' })))
    expect(problem.isOf(kind)).toBe(true)
    expect(problem.isOf('refused')).toBe(false)
  })

  test('a page of something before the server is not taken for an answer of ours', async () => {
    const problem = await problemFrom(answer(502, '<html>Bad Gateway</html>', 'text/html'))
    expect(problem.isOf('unreachable')).toBe(true)
    expect(problem.status).toBe(502)
    expect(problem.detail).toContain('不会丢失')
  })

  test('a fault shows its reference number', async () => {
    expect((await problemFrom(answer(500, JSON.stringify({ type: '/problems/fault', title: '系统故障', status: 500, detail: '', reference: 'R1' })))).reference).toBe('R1')
  })

  test('a problem without details has still a sentence', () => {
    expect(new Problem({}).message).toBe('请求没有成功')
  })
})

describe('addresses', () => {
  test('what is empty is not asked, and words are escaped', () => {
    expect(withQuery('/api/cases', { search: '刘 & 张', stage: '', matter: undefined, page: 2 })).toBe('/api/cases?search=%E5%88%98+%26+%E5%BC%A0&page=2')
    expect(withQuery('/api/cases', { stage: '' })).toBe('/api/cases')
  })
})
