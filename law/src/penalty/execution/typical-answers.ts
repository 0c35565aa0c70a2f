import { addDays, formatDay, type Day } from '../../day.ts'

/** Dull, lawful answers for every act of execution (执行行为的典型填写), for a fine in whole yuan. */
export function executionAnswers(on: Day, fine: string): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const today = formatDay(on)
  const later = formatDay(addDays(on, 30))
  return {
    publish: { channel: 'site' },
    withdrawPublication: { reason: '决定已被撤销。' },
    endPublication: { decision: '2022-00001', reason: '当事人已经履行处罚决定并完成信用修复。' },
    changeDecision: { outcome: 'revoked', by: 'self', reason: '事实认定有误。', knownOn: today },
    pay: { amount: fine, toward: 'fine', paidOn: today, receipt: 'P001' },
    collectOnSpot: { ground: 'remote', amount: fine, asked: true, official: true, receipt: 'S001' },
    handIn: { amount: fine, receiver: '周洁' },
    bankIn: { amount: fine, slip: 'B001' },
    approveDeferral: { askedOn: today, until: later, hardship: '家庭困难。' },
    approveInstalments: { askedOn: today, instalments: [{ until: later, amount: String(Math.floor(Number(fine) / 3)) }, { until: formatDay(addDays(on, 60)), amount: String(Number(fine) - Math.floor(Number(fine) / 3)) }], hardship: '家庭困难。' },
    registerRemedy: { kind: 'reconsideration', filedOn: today, body: '区人民政府' },
    settleRemedy: { outcome: 'upheld', endedOn: today },
    demand: { fine, surcharge: '0', manner: '到指定银行缴纳', tellsDefence: true },
    serveDemand: { way: 'direct', receiver: '刘某', confirmed: false, unreachable: false },
    applyCourt: { court: '九龙坡区人民法院', fine, surcharge: '0', leaderSigned: true, selfCheck: '不属于不予执行的情形。' },
    courtRules: { outcome: 'granted', ruledOn: today, number: '（示例）1号' },
    courtEnds: { outcome: 'completed', collected: fine, endedOn: today },
    waiveSurcharge: { remedied: '已主动改正。', waived: '0' },
    endEnforcement: { ground: 'died', reason: '当事人死亡，无遗产。' },
    archive: { archiveNumber: '0001', keeping: 'ten' },
  }
}
