/** One step of the tour's case: who does it, what is asked of him, and what is refused right before it. */
export interface TourStep {
  readonly act: string
  /** Its day, where it is told of days gone by; today where it says none. */
  readonly on?: string
  readonly who: string
  readonly with: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
  /** Acts that are tried over the interface before this one, with the article that stands in the way. */
  readonly refused: readonly { readonly act: string; readonly who: string; readonly with?: readonly string[]; readonly article: string; readonly change?: Readonly<Record<string, unknown>> }[]
}

/** A case as it is told on a tour (走查案件): under which procedure, and what follows what. */
export interface TourCase {
  readonly procedure: string
  readonly steps: readonly TourStep[]
}

const FACTS = '当事人超出门窗摆放货架经营，占用人行道约三平方米。'
const NOT_EXCUSED = { mitigation: false, minor: false, first: false, corrected: true, harm: 'slight', faultless: false }
const RECORD = { from: '09:10', to: '09:25', place: '杨家坪街道示例路 12 号门前', certificatesShown: true, rightsTold: true, signature: 'signed' }
const SERVED = { way: 'direct', receiver: '何苗', confirmed: false, unreachable: false }
const TWO = ['li'] as const

/** A shop that spreads over the pavement (出店经营): from the lead to the archive, by the people whose work it is. */
export const tourCase = (today: string): readonly TourStep[] => [
  {
    act: 'apply', who: 'zhang', with: TWO,
    data: { source: 'complaint', matter: '出店经营', subject: 'citizen', party: { kind: 'citizen', name: '何苗', birthday: '1985-06-01', capacity: 'full', address: '杨家坪街道示例路 12 号', phone: '19900000000' }, place: '杨家坪街道示例路 12 号门前', actedFrom: today, discoveredOn: today, endangersLife: false, finedBefore: false, facts: FACTS },
    refused: [],
  },
  {
    act: 'inspect', who: 'zhang', with: TWO, data: { ...RECORD, findings: '门店外摆放货架两个，现场拍照两张。' },
    refused: [{ act: 'inspect', who: 'zhang', with: [], article: '第四十二条第一款' }, { act: 'interview', who: 'zhang', with: TWO, article: '第五十四条第二款' }, { act: 'decide', who: 'zhao', with: [], article: '第五十四条第二款' }],
  },
  { act: 'orderCorrection', who: 'zhang', with: TWO, data: { manner: 'atOnce', demands: '立即将货架收回店内。' }, refused: [] },
  { act: 'file', who: 'zhao', with: [], data: { opinion: '同意立案，请依法调查。' }, refused: [{ act: 'file', who: 'zhou', with: [], article: '第五十四条第二款' }, { act: 'verifyEvidence', who: 'zhang', with: TWO, article: '第五十四条第二款' }] },
  {
    act: 'interview', who: 'zhang', with: TWO, data: { ...RECORD, from: '09:30', to: '09:50', place: '本局询问室', person: '何苗', relation: 'party', questions: [{ question: '货架是谁摆放的？', answer: '是我摆放的。' }] },
    refused: [{ act: 'interview', who: 'zhang', with: TWO, article: '第五十五条第一款', change: { certificatesShown: false } }],
  },
  {
    act: 'collect', who: 'zhang', with: TWO, data: { kind: 'audiovisual', title: '现场照片两张', proves: FACTS, origin: '执法人员现场拍摄', place: '示例路 12 号门前', original: 'original', fromDevice: false, deviceReviewed: false },
    refused: [{ act: 'collect', who: 'zhang', with: TWO, article: '第四十一条第二款', change: { fromDevice: true } }],
  },
  { act: 'verifyEvidence', who: 'zhang', with: TWO, data: { conclusion: 'proven', review: '证据来源合法，内容真实，与本案相关。' }, refused: [{ act: 'conclude', who: 'zhang', with: TWO, article: '第四十六条第二款' }] },
  { act: 'conclude', who: 'zhang', with: TWO, data: { facts: FACTS, finding: 'penalise', illegalGains: false, publicInterest: true, difficult: false, grave: false, ...NOT_EXCUSED }, refused: [{ act: 'notify', who: 'zhang', with: TWO, article: '第四十四条' }] },
  {
    act: 'notify', who: 'zhang', with: TWO, data: { kinds: ['fine'], fine: '300', discretion: { answers: { 一年内同类违法的次序: 2 } }, facts: FACTS, reasons: '属一般情节。', tellsHearing: false, contact: '本局法制科，023-00000000' },
    refused: [{ act: 'notify', who: 'zhang', with: TWO, article: '《重庆市市容环境卫生管理条例》', change: { fine: '5000' } }, { act: 'notify', who: 'zhang', with: TWO, article: '第四十四条', change: { fine: undefined } }],
  },
  { act: 'serveNotice', who: 'zhang', with: TWO, data: SERVED, refused: [{ act: 'serveNotice', who: 'zhang', with: TWO, article: '第六十一条第二款', change: { way: 'electronic', receivedOn: today } }] },
  { act: 'hearStatement', who: 'zhang', with: TWO, data: { manner: 'oral', statement: '已经改正，请求从轻。' }, refused: [{ act: 'decide', who: 'zhao', with: [], article: '第四十五条第一款' }] },
  { act: 'reviewStatement', who: 'zhang', with: TWO, data: { points: [{ point: '已经改正，请求从轻', adopted: true, reason: '经核实，确已改正。' }] }, refused: [{ act: 'review', who: 'zhou', with: [], article: '第四十五条' }] },
  {
    act: 'review', who: 'zhou', with: [], data: { conclusion: 'agree', ...Object.fromEntries(['competence', 'procedure', 'facts', 'evidence', 'law', 'discretion', 'papers', 'crime'].map((point) => [point, { verdict: 'ok' }])) },
    refused: [{ act: 'decide', who: 'zhao', with: [], article: '第五十八条第一款' }],
  },
  {
    act: 'decide', who: 'zhao', with: [],
    data: { outcome: 'penalise', kinds: ['fine'], fine: '200', discretion: { answers: { 一年内同类违法的次序: 2 } }, facts: FACTS, reasons: '依照有关条款处罚。', answer: '当事人主动改正，意见成立，予以采纳。', performance: '自收到本决定书之日起十五日内缴纳。', payee: '指定银行', surcharge: true, reconsiderTo: 'either', court: '九龙坡区人民法院', sealed: true, disclose: 'publish', ...NOT_EXCUSED },
    refused: [{ act: 'decide', who: 'zhao', with: [], article: '第四十五条第二款', change: { fine: '400' } }, { act: 'decide', who: 'zhao', with: [], article: '第五十九条第二款', change: { sealed: false } }, { act: 'publish', who: 'zhang', with: [], article: '第四十八条第一款' }],
  },
  { act: 'serveDecision', who: 'zhang', with: TWO, data: SERVED, refused: [{ act: 'pay', who: 'sun', with: [], article: '第六十六条第一款' }] },
  { act: 'publish', who: 'zhang', with: [], data: { channel: 'site' }, refused: [{ act: 'close', who: 'zhao', with: [], article: '第四十八条第一款' }] },
  { act: 'pay', who: 'sun', with: [], data: { amount: '200', toward: 'fine', paidOn: today, receipt: '示例票据 1' }, refused: [{ act: 'pay', who: 'sun', with: [], article: '第六十七条第三款', change: { amount: '200.01' } }] },
  { act: 'close', who: 'zhao', with: [], data: { result: 'performed', summary: '罚款已经缴清。' }, refused: [{ act: 'demand', who: 'zhang', with: TWO, article: '《行政强制法》第五十四条', change: { fine: '200', surcharge: '0', manner: '到指定银行缴纳', tellsDefence: true } }] },
  { act: 'archive', who: 'zhang', with: [], data: { archiveNumber: '示例-0001', keeping: 'ten' }, refused: [{ act: 'pay', who: 'sun', with: [], article: '第四十七条' }] },
]
