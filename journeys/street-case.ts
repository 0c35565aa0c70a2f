import type { TourCase } from './tour-case.ts'

const TWO = ['li'] as const
const PENALTY = { kinds: ['fine'], fine: '50' }
const PLACE = '杨家坪街道示例路 20 号门前'

/** A fine on the street (当场处罚): from the offence to the money in the bank, with a photograph. */
export const streetCase = (today: string): TourCase => ({
  procedure: 'penalty.simple',
  steps: [
    {
      act: 'discover', who: 'zhang', with: TWO, refused: [],
      data: {
        source: 'patrol', matter: '乱丢废弃物', subject: 'citizen', party: { kind: 'citizen', name: '冯楠', birthday: '1990-02-03', capacity: 'full', address: '杨家坪街道示例路 20 号' }, place: PLACE, actedFrom: today, at: '09:30',
        certificatesShown: true, facts: '在人行道丢弃包装纸箱。', certain: true, finedBefore: false, evidence: [{ title: '现场照片', sha256: 'picture' }],
      },
    },
    { act: 'orderCorrection', who: 'zhang', with: TWO, data: { demands: '当场捡拾干净。', correctedNow: true }, refused: [{ act: 'tell', who: 'zhang', with: [], article: '第四十二条第一款' }, { act: 'decide', who: 'zhang', with: TWO, article: '第四十四条' }] },
    { act: 'tell', who: 'zhang', with: TWO, data: { ...PENALTY, discretion: { answers: { 一年内同类违法的次序: 1, 及时改正: '是', 危害后果: '危害后果轻微' } }, reasons: '属一般情节。', rightsTold: true }, refused: [{ act: 'tell', who: 'zhang', with: TWO, article: '第四十四条', change: { rightsTold: false } }] },
    { act: 'hear', who: 'zhang', with: TWO, data: { said: 'nothing', unresolved: false }, refused: [{ act: 'decide', who: 'zhang', with: TWO, article: '第四十五条第一款' }] },
    {
      act: 'decide', who: 'zhang', with: TWO,
      data: { outcome: 'penalise', formNumber: '示例当罚 0001', ...PENALTY, minor: false, corrected: true, harm: 'slight', discretion: { answers: { 一年内同类违法的次序: 1 } }, facts: '在人行道丢弃包装纸箱。', reasons: '依照有关条款处罚。', at: '09:45', place: PLACE, payee: '指定银行', surcharge: true, remedy: 'either', signed: true, disclose: 'publish' },
      refused: [{ act: 'decide', who: 'zhang', with: TWO, article: '第五十一条', change: { fine: '200.01' } }, { act: 'decide', who: 'zhang', with: TWO, article: '第五十二条第二款', change: { signed: false } }],
    },
    { act: 'serveDecision', who: 'zhang', with: TWO, data: { way: 'direct', receiver: '冯楠', confirmed: false, unreachable: false }, refused: [{ act: 'convert', who: 'zhang', with: TWO, article: '第五十二条第一款', change: { ground: 'unclear', reason: '有争议。' } }] },
    { act: 'report', who: 'zhang', with: TWO, data: { receiver: '周明', papers: '存根一份。' }, refused: [] },
    { act: 'publish', who: 'zhang', with: [], data: { channel: 'site' }, refused: [] },
    { act: 'collectOnSpot', who: 'zhang', with: TWO, data: { ground: 'small', amount: '50', asked: false, official: true, receipt: '示例票据 9' }, refused: [{ act: 'collectOnSpot', who: 'zhang', with: TWO, article: '第七十条', change: { official: false } }] },
    { act: 'handIn', who: 'zhang', with: [], data: { amount: '50', receiver: '孙敏' }, refused: [{ act: 'close', who: 'wang', with: [], article: '第七十一条', change: { result: 'performed', summary: '已收缴。' } }] },
    { act: 'bankIn', who: 'sun', with: [], data: { amount: '50', slip: '示例缴付 9' }, refused: [{ act: 'bankIn', who: 'sun', with: [], article: '第七十一条', change: { amount: '40' } }] },
    { act: 'close', who: 'wang', with: [], data: { result: 'performed', summary: '罚款已缴付银行。' }, refused: [] },
    { act: 'archive', who: 'zhang', with: [], data: { archiveNumber: '示例-当-0001', keeping: 'ten' }, refused: [] },
  ],
})
