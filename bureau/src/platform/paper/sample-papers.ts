import type { Paper } from './model.ts'

const AGENCY = '重庆市江岸区城市管理局'

/** A decision long enough for three pages, for tests of layout and speed. */
export const threePageDecision: Paper = {
  agency: AGENCY, title: '行政处罚决定书', number: '江岸城管罚决〔2026〕17号', mark: '演示数据', family: 'outward',
  foot: '本决定书一式两份，一份送达当事人，一份存档。',
  blocks: [
    { kind: 'to', text: '江岸区某某建材有限公司' },
    { kind: 'facts', columns: 2, rows: [
      { label: '名称', value: '江岸区某某建材有限公司' }, { label: '统一社会信用代码', value: '91500000MA5XXXXX0A' },
      { label: '法定代表人', value: '张某' }, { label: '联系电话', value: '023-00000000' },
      { label: '住所', value: '江岸区滨江路100号2幢1-1' },
    ] },
    { kind: 'heading', level: 1, text: '一、违法事实和证据' },
    ...Array.from({ length: 8 }, (_, at) => ({
      kind: 'paragraph' as const,
      text: `第${at + 1}项：2026年3月9日8时40分，执法人员巡查时发现当事人在滨江路与建设路交叉口堆放建筑材料约12平方米，占用人行道，未办理占道手续，影响行人通行。执法人员当场出示证件，制作现场笔录，拍摄照片6张，并由在场人员确认。`,
    })),
    { kind: 'heading', level: 1, text: '二、处罚内容' },
    { kind: 'heading', level: 2, text: '（一）罚款' },
    { kind: 'paragraph', label: '金额', text: '罚款人民币叁仟元整（¥3,000.00）。' },
    { kind: 'list', head: ['序号', '证据名称', '数量', '取得日期'], rows: [
      ['1', '现场检查笔录', '1份', '2026年3月9日'], ['2', '现场照片', '6张', '2026年3月9日'],
      ['3', '询问笔录', '1份', '2026年3月10日'],
    ] },
    { kind: 'ticks', label: '缴款方式', options: [{ text: '到指定银行缴纳', ticked: true }, { text: '通过电子支付系统缴纳', ticked: false }] },
    ...Array.from({ length: 2 }, () => ({
      kind: 'paragraph' as const, text: '当事人应当自收到本决定书之日起十五日内缴纳罚款。对本决定不服的，可以在法定期限内申请行政复议或者提起行政诉讼，期间不停止执行。',
    })),
    { kind: 'seal', agency: AGENCY, on: '2026年4月8日' },
  ],
}

/** An interview record (询问笔录) with questions, answers and signatures. */
export const interviewRecord: Paper = {
  agency: AGENCY, title: '询问笔录', mark: '演示数据', family: 'record', pageSigners: ['被询问人', '执法人员', '记录人'],
  blocks: [
    { kind: 'facts', columns: 2, rows: [
      { label: '时间', value: '2026年3月10日9时00分至9时45分' }, { label: '地点', value: '江岸区城市管理局询问室' },
      { label: '被询问人', value: '张某' }, { label: '与本案关系', value: '法定代表人' },
      { label: '执法人员', value: '李某（执法证号 00000001）、王某（执法证号 00000002）' },
    ] },
    { kind: 'qa', turns: [
      { question: '我们是江岸区城市管理局执法人员，这是我们的执法证件，请过目。你是否看清？', answer: '看清了。' },
      { question: '你是否申请执法人员回避？', answer: '不申请。' },
      { question: '2026年3月9日堆放在滨江路人行道上的建筑材料是谁的？', answer: '是我公司的。当天货车来得早，仓库没有腾出来，就先卸在路边，打算下午搬走，没有办理占道手续。' },
    ] },
    { kind: 'blank' },
    { kind: 'signature', lines: [
      { label: '被询问人', note: '以上笔录无误' }, { label: '执法人员', name: '李某', on: '2026年3月10日' }, { label: '记录人', name: '王某', on: '2026年3月10日' },
    ] },
  ],
}

/** An approval form (审批表): tables and boxes of opinions. */
export const approvalForm: Paper = {
  agency: AGENCY, title: '立案审批表', number: '江岸城管立〔2026〕17号', family: 'form',
  blocks: [
    { kind: 'facts', columns: 2, rows: [{ label: '案由', value: '擅自占用人行道堆放建筑材料' }, { label: '案件来源', value: '巡查发现' }] },
    { kind: 'facts', columns: 1, rows: [{ label: '案情摘要', value: '当事人在滨江路堆放建筑材料约12平方米，占用人行道，未办理占道手续。' }] },
    { kind: 'opinion', title: '承办人意见', text: '建议立案调查。', who: '李某（00000001） 王某（00000002）', on: '2026年3月9日' },
    { kind: 'opinion', title: '承办机构意见', text: '同意。', who: '赵某', on: '2026年3月9日' },
    { kind: 'opinion', title: '审批意见', text: '同意立案。', who: '钱某', on: '2026年3月10日' },
  ],
}
