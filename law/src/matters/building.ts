import { citing } from '../article.ts'
import { day } from '../day.ts'
import type { Matter } from './matter.ts'

/** Matters of the field 「违法建设」. */
export const BUILDING: readonly Matter[] = [
  {
    id: 'build.fixable',
    field: '违法建设',
    name: '违建可改正',
    conduct: '未取得或者违反建设工程规划许可证进行建设，尚可改正以消除影响',
    violates: citing('upl')(40),
    basis: citing('upl')(64),
    fines: [{ subjects: ['any'], unit: 'percentOfCost', from: 5, to: 10 }],
    precondition: 'correctable',
    measures: '停止建设；限期改正',
    valid: { from: day('2019-04-23'), until: Infinity },
    competence: 'local',
    verified: true,
    overlaps: [],
  },
  {
    id: 'build.unfixable',
    field: '违法建设',
    name: '违建不可改正',
    conduct: '未取得或者违反建设工程规划许可证进行建设，无法改正以消除影响',
    violates: citing('upl')(40),
    basis: citing('upl')(64),
    fines: [{ subjects: ['any'], unit: 'percentOfCost', from: 0, to: 10 }],
    precondition: 'notCorrectable',
    measures: '限期拆除；不能拆除的，没收实物或者违法收入',
    valid: { from: day('2019-04-23'), until: Infinity },
    competence: 'local',
    verified: true,
    overlaps: [],
  },
  {
    id: 'build.temp',
    field: '违法建设',
    name: '违法临时建设',
    conduct: '未经批准或者不按批准内容进行临时建设，或者逾期不拆除',
    violates: citing('upl')(44),
    basis: citing('upl')(66),
    fines: [{ subjects: ['any'], unit: 'timesCost', from: 0, to: 1 }],
    precondition: 'none',
    measures: '限期拆除',
    valid: { from: day('2019-04-23'), until: Infinity },
    competence: 'local',
    verified: true,
    overlaps: [],
  },
]
