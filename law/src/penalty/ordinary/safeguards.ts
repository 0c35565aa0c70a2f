import { all, any, elapsed, holds, not } from '../../condition.ts'
import type { Safeguard } from '../../procedure.ts'
import { apl, gbf118, gbf27, tcr } from '../../article.ts'
import { HEARING_REQUEST_BY, STATEMENT_BY } from './deadlines.ts'
import { COLLECTIVE_DUE, DEVIATES, HEARING_DUE, LISTED_DUE, PANEL_DUE, PASSED, REVIEW_DUE, SETTLED_BY_HEADS } from './facts.ts'
import { CORRECTION_OPEN } from '../../legal-review-rules.ts'
import { done, never } from './words.ts'

/**
 * What must be true of every lawful course of an ordinary case (程序保障), stated apart from the rules:
 * the verifier proves that no course gets past them.
 */
export const SAFEGUARDS: readonly Safeguard[] = [
  never('interview', '立案之前不得询问', { while: not(done('file')), basis: apl(54, 2) }),
  never('preserve', '未经批准不得登记保存', { while: not(done('approvePreservation')), basis: apl(56) }),
  never('notify', '调查终结之前不得告知', { while: not(done('conclude')), basis: apl(44) }),
  never('decide', '未立案不得决定', { while: not(done('file')), basis: apl(54, 2) }),
  never('decide', '一案不得重复决定', { while: all(done('decide'), not(done('changeDecision', 'outcome', 'revoked'))), basis: apl(29) }),
  never('decide', '未告知不得处罚', { outcome: 'penalise', while: not(done('serveNotice')), basis: [apl(44), apl(62)] }),
  never('decide', '陈述申辩未复核不得处罚', { outcome: 'penalise', while: all(done('hearStatement'), not(done('reviewStatement'))), basis: apl(45, 1) }),
  never('decide', '陈述申辩的机会未尽不得处罚', { outcome: 'penalise', while: not(any(done('hearStatement'), done('waiveStatement'), elapsed(STATEMENT_BY))), basis: apl(62) }),
  never('decide', '要求听证而未听证不得处罚', { outcome: 'penalise', while: all(holds(HEARING_DUE), done('requestHearing'), not(done('holdHearing')), not(done('waiveHearing'))), basis: apl(63, 1) }),
  never('decide', '听证期限未届满不得处罚', { outcome: 'penalise', while: all(holds(HEARING_DUE), not(any(done('holdHearing'), done('waiveHearing'), elapsed(HEARING_REQUEST_BY)))), basis: apl(64, 1, 1) }),
  never('decide', '应当审核而未通过不得处罚', { outcome: 'penalise', while: all(holds(REVIEW_DUE), not(PASSED)), basis: apl(58, 1) }),
  never('decide', '目录要求审核而未通过、也未经集体讨论的不得处罚', { outcome: 'penalise', while: all(holds(LISTED_DUE), not(PASSED), not(SETTLED_BY_HEADS)), basis: gbf118() }),
  never('decide', '疑难案件未经集体法制审核不得处罚', { outcome: 'penalise', while: all(holds(PANEL_DUE), not(done('panelReview', 'conclusion', 'agree'))), basis: gbf118() }),
  never('review', '纠正意见未反馈不得复核', { while: holds(CORRECTION_OPEN), basis: apl(58, 1) }),
  never('decide', '应当集体讨论而未讨论不得处罚', { outcome: 'penalise', while: all(holds(COLLECTIVE_DUE), not(done('discuss', 'conclusion', 'approve'))), basis: apl(57, 2) }),
  never('decide', '偏离裁量权基准而未通过审核、分歧也未经集体讨论的不得处罚', { outcome: 'penalise', while: all(holds(DEVIATES), not(PASSED), not(SETTLED_BY_HEADS)), basis: gbf27() }),
  never('decide', '偏离裁量权基准而未经集体讨论的不得处罚', { outcome: 'penalise', while: all(holds(DEVIATES), not(done('discuss', 'conclusion', 'approve'))), basis: gbf27() }),
  never('decide', '证据未查证属实不得处罚', { outcome: 'penalise', while: not(done('verifyEvidence', 'conclusion', 'proven')), basis: [apl(40), apl(46, 2)] }),
  never('decide', '未责令改正不得处罚', { outcome: 'penalise', while: not(done('orderCorrection')), basis: apl(28, 1) }),
  never('decide', '回避未决不得决定', { while: all(done('askRecusal'), not(done('decideRecusal'))), basis: apl(43, 3) }),
  never('decide', '登记保存未处理不得决定', { while: done('preserve'), basis: apl(56) }),
  never('decide', '中止期间不得决定', { while: done('suspend'), basis: apl(60) }),
  never('holdHearing', '未通知不得听证', { while: not(done('noticeHearing')), basis: apl(64, 1, 2) }),
  never('review', '听证之前不得审核', { while: all(holds(HEARING_DUE), done('requestHearing'), not(done('holdHearing')), not(done('waiveHearing'))), basis: apl(58, 1) }),
  never('decide', '移送期间不得以行政处罚代替移送', { while: done('transferCrime'), basis: tcr(11, 1) }),
  never('close', '公安机关没有立案、没有移送其他机关的不按移送结案', { outcome: 'transferred', while: not(any(done('crimeFiled'), done('transferElsewhere'))), basis: apl(47) }),
  never('close', '未教育不得按不予处罚结案', { outcome: 'exempted', while: not(done('educate')), basis: apl(33, 3) }),
]
