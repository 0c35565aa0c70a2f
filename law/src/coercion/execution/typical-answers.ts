import { addDays, formatDay, type Day } from '../../day.ts'

type Plain = Readonly<Record<string, unknown>>

/** How a paper usually reaches the party (直接送达). */
export const SERVED: Plain = { way: 'direct', receiver: '刘海', confirmed: false, unreachable: false }

/** Dull, lawful answers for the acts that every execution has (典型填写), with the term that the demand usually gives. */
export function executionAnswers(on: Day, term: number): Readonly<Record<string, Plain>> {
  return {
    demand: { until: formatDay(addDays(on, term)), manner: '自行清除', tellsDefence: true },
    serveDemand: SERVED,
    hear: { statement: '请求宽限。', review: '没有正当理由。', conclusion: 'rejected' },
    suspend: { ground: 'hardship', unable: true, harmless: true, reason: '当事人暂无履行能力。' },
    resume: { reason: '中止的情形已经消失。' },
    agree: { stages: [{ what: '清除一半', until: formatDay(addDays(on, 5)) }, { what: '清除完毕', until: formatDay(addDays(on, 10)) }], harmless: true, content: '分两阶段清除。' },
    breach: { breached: '第一阶段到期没有清除。' },
    end: { ground: 'objectLost', reason: '已被他人清除。' },
    reverse: { ground: 'revoked', ways: ['compensated'], amount: '1800', record: '已赔偿。' },
  }
}

/** Whom these acts belong to, where it is not two officers. */
export const EXECUTION_BY: Readonly<Record<string, readonly string[]>> = { suspend: ['zhao'], resume: ['zhao'], agree: ['zhao'], breach: ['zhao'], end: ['zhao'], reverse: ['zhao'] }
