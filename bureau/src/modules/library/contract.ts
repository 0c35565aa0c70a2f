import type { Fine, Subject } from '@zhunsheng/law/matters/matter.ts'

/** Whom a clause means, and in which circumstance, in words (处罚对象、情形). */
export const SUBJECTS: Readonly<Record<Subject, string>> = { any: '', citizen: '个人', organisation: '单位', contractor: '施工单位', developer: '建设单位', carrier: '运输单位', vehicle: '车辆所有人或者驾驶人' }
export const BANDS: Readonly<Record<NonNullable<Fine['band']>, string>> = { refuses: '拒不改正', grave: '情节严重', corrected: '按期改正', notCorrected: '逾期不改', ownWaste: '自产垃圾', minor: '情节轻微', serious: '情节较重', publicGreen: '逾期不改的公共绿地', otherGreen: '逾期不改的其他绿地' }
