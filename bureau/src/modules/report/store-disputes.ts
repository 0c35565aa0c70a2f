import { ARBITRATION } from '@zhunsheng/law/dispute/arbitration/procedure.ts'
import { sql } from 'kysely'
import type { FigureDefinition } from './store-figure.ts'

const endedIn = (procedure: string) => sql`procedure = ${procedure} and remedy is not null and remedy_on between make_date(year, 1, 1) and make_date(year, 12, 31)`
const ARBITRATED = endedIn(ARBITRATION.code)

/** The figures of reconsideration, litigation and arbitration (复议、诉讼、仲裁的指标). */
export const DISPUTES: readonly FigureDefinition[] = [
  ...([['reconsideration', '行政复议'], ['litigation', '行政诉讼']] as const).flatMap(([kind, name]): readonly FigureDefinition[] => {
    const ended = endedIn(`remedy.${kind}`)
    return [
      { key: `remedy.${kind}`, name: `${name}案件`, unit: '件', definition: `当年收到的${name}案件，按登记日期。`, source: '法治政府建设年度报告', counts: sql`procedure = ${`remedy.${kind}`} and opened_on between make_date(year, 1, 1) and make_date(year, 12, 31)` },
      { key: `rate.${kind}-won`, name: `${name}${kind === 'litigation' ? '胜诉率' : '维持率'}`, unit: '%', definition: '当年审结的案件中，原行为没有被撤销、变更、确认违法、责令履行的比例；撤回、调解的计入分母，不计入分子。', source: '法治政府建设年度报告', counts: sql`${ended} and remedy = 'won'`, of: ended },
      { key: `rate.${kind}-head`, name: kind === 'litigation' ? '负责人出庭应诉率' : '负责人参加复议听证率', unit: '%', definition: '当年审结并开过庭（听证）的案件中，负责人参加的比例；一个审级参加一次即计入。', source: kind === 'litigation' ? '《行政诉讼法》第三条，法释〔2020〕3号第七条' : '《行政复议法》第五十一条', counts: sql`${ended} and head_appeared`, of: sql`${ended} and head_appeared is not null` },
    ]
  }),
  { key: 'dispute.arbitration', name: '仲裁案件', unit: '件', definition: '当年登记的民商事仲裁案件，本机关为申请人或者被申请人，按登记日期。', source: '法治政府建设年度报告', counts: sql`procedure = ${ARBITRATION.code} and opened_on between make_date(year, 1, 1) and make_date(year, 12, 31)` },
  { key: 'rate.arbitration-settled', name: '仲裁调解、和解率', unit: '%', definition: '当年审结的仲裁案件中，以调解、和解结束的比例；撤回申请的计入分母，不计入分子，裁决被撤销、不予受理的不计入。', source: '《仲裁法》第六十二条、第六十四条（2017年修正为第四十九条、第五十一条）', counts: sql`${ARBITRATED} and remedy = 'settled'`, of: ARBITRATED },
]
