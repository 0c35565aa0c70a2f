import { formatYuan } from '../money.ts'
import type { Fine, Matter, Subject } from './matter.ts'

/** Whom a clause means, in words (处罚对象). */
export const SUBJECTS: Readonly<Record<Subject, string>> = { any: '', citizen: '个人', organisation: '单位', contractor: '施工单位', developer: '建设单位', carrier: '运输单位', vehicle: '车辆所有人或者驾驶人' }
/** In which circumstance, in words (情形). */
export const BANDS: Readonly<Record<NonNullable<Fine['band']>, string>> = { refuses: '拒不改正', grave: '情节严重', corrected: '按期改正', notCorrected: '逾期不改', ownWaste: '自产垃圾', minor: '情节轻微', serious: '情节较重', publicGreen: '逾期不改的公共绿地', otherGreen: '逾期不改的其他绿地' }
const TIMES = { timesCompensation: '倍赔偿费', timesLandPrice: '倍土地价款', timesValue: '倍评估价值', timesCost: '倍造价', percentOfCost: '% 工程造价' } as const
const PER = { yuan: '元', yuanPerDay: '元/日', yuanPerSquareMetre: '元/平方米' } as const

const whole = (yuan: string): string => yuan.replace(/\.00$/, '').replace(/\B(?=(\d{3})+$)/g, ',')

/** What a matter threatens, in words (罚款幅度). */
export const rangeInWords = ({ fines }: Pick<Matter, 'fines'>): string => (fines.length === 0 ? '没有规定罚款' : fines.map(fineInWords).join('；'))

function fineInWords(fine: Fine): string {
  const whom = [fine.subjects.map((subject) => SUBJECTS[subject]).filter((one) => one !== '').join('、'), fine.band === undefined ? '' : BANDS[fine.band]].filter((one) => one !== '').join('，')
  const head = whom === '' ? '' : `${whom}：`
  switch (fine.unit) {
    case 'unspecified':
      return `${head}条文没有规定数额`
    case 'yuan':
    case 'yuanPerDay':
    case 'yuanPerSquareMetre': {
      const max = whole(formatYuan(fine.max))
      const min = fine.min === undefined ? undefined : whole(formatYuan(fine.min))
      return `${head}${min === undefined ? `${max} ${PER[fine.unit]}以下` : min === max ? `${max} ${PER[fine.unit]}` : `${min}—${max} ${PER[fine.unit]}`}`
    }
    default:
      return `${head}${fine.from === undefined ? `${fine.to} ${TIMES[fine.unit]}以下` : `${fine.from}—${fine.to} ${TIMES[fine.unit]}`}`
  }
}
