import { acl, gbf118, spc13, spc18, upl } from '../../../article.ts'
import { all, elapsed, holds, implies, not, within } from '../../../condition.ts'
import type { Rule } from '../../../procedure.ts'
import { serviceRules } from '../../../served-paper.ts'
import { DEMAND_BY } from '../../execution/deadlines.ts'
import { BEGUN } from '../../execution/rules.ts'
import { notAtThisHour } from '../../hours.ts'
import { ANNOUNCED_UNTIL, COURT_BY, SUE_BY, TEN_DAYS } from '../deadlines.ts'
import { CONTESTED, GOODS_KEPT, OVER, PLANNING } from '../facts.ts'
import { checks, done, last, requires, staffed } from '../words.ts'

/** What must stand before a removal is decided: each misses by itself. */
const DECIDING: readonly Rule[] = [
  ...(['decide', 'applyCourt'] as const).map((kind) => requires(kind, { code: `${kind}.not-begun`, needs: BEGUN, basis: acl(44), because: '尚未登记拆除事项', instead: '先登记' })),
  ...(['decide', 'demolish', 'applyCourt'] as const).map((kind) => requires(kind, { code: `${kind}.over`, needs: not(OVER), basis: acl(44), because: '已经拆除、由法院执行或者终结', instead: '归档' })),
  requires('decide', { code: 'decide.no-power', needs: implies(BEGUN, holds(PLANNING)), basis: acl(13), because: '法律没有授予本机关强制拆除的权力', instead: '申请人民法院强制执行；地方性法规不能设定行政强制执行' }),
  requires('decide', { code: 'decide.not-instructed', needs: implies(holds(PLANNING), done('instruct')), basis: [upl(68), acl(13)], because: '县级以上地方人民政府没有责成本机关强制拆除', instead: '报请区人民政府责成' }),
  requires('decide', { code: 'decide.not-announced', needs: done('announce'), basis: acl(44), because: '没有公告', instead: '公告并限期自行拆除' }),
  requires('decide', { code: 'decide.announcement-running', needs: implies(done('announce'), elapsed(ANNOUNCED_UNTIL)), basis: acl(44), because: '公告的自行拆除期限没有届满', instead: '等待期限届满' }),
  requires('decide', { code: 'decide.not-demanded', needs: done('serveDemand'), basis: acl(35), because: '没有催告', instead: '送达催告书' }),
  requires('decide', { code: 'decide.demand-running', needs: implies(done('serveDemand'), elapsed(DEMAND_BY)), basis: acl(37, 1), because: '催告的履行期限没有届满', instead: '等待催告期满' }),
  requires('decide', { code: 'decide.heard', needs: not(done('hear', 'conclusion', 'adopted')), basis: acl(36), because: '当事人的意见成立，应当采纳', instead: '不再强制拆除；情况有变的，重新催告' }),
  requires('decide', { code: 'decide.remedies-open', needs: implies(BEGUN, elapsed(SUE_BY)), basis: acl(44), because: '对限期拆除决定的复议、起诉期限没有届满', instead: '等待期限届满' }),
  requires('decide', { code: 'decide.not-reviewed', needs: done('review', 'conclusion', 'agree'), basis: gbf118(), because: '没有经过法制审核，或者审核不同意', instead: '提交法制审核' }),
  ...(['decide', 'demolish'] as const).flatMap((kind) => [
    requires(kind, { code: `${kind}.contested`, needs: not(CONTESTED), basis: acl(44), because: '当事人已经申请复议、提起诉讼，或者决定已被撤销', instead: '等待结果；决定被撤销的，终结执行' }),
    requires(kind, { code: `${kind}.suspended`, needs: not(done('suspend')), basis: acl(39), because: '执行已经中止', instead: '情形消失后恢复执行' }),
    requires(kind, { code: `${kind}.agreed`, needs: not(done('agree')), basis: acl(42), because: '正在履行执行协议', instead: '当事人不履行协议的，恢复执行' }),
  ]),
  checks('decide', {
    code: 'decide.contents',
    says: '决定书载明救济途径和期限，加盖印章',
    instead: '补齐决定书应当载明的事项',
    basis: acl(37, 2),
    test: ({ data }) => {
      if (!data.remediesTold) return { because: '没有载明申请复议、提起诉讼的途径和期限', field: 'remediesTold', basis: [acl(37, 2, 4)] }
      return data.sealed ? undefined : { because: '没有机关名称、日期或者印章', field: 'sealed', basis: [acl(37, 2, 5)] }
    },
  }),
  checks('decide', {
    code: 'decide.date',
    says: '拆除日期不早于决定之日',
    instead: '填写将来的日期',
    basis: acl(37, 2, 3),
    test: ({ data, on }) => (data.on < on ? { because: '拆除日期早于决定之日', field: 'on' } : undefined),
  }),
  checks('decide', {
    code: 'decide.risk',
    says: '中、高风险的写明化解措施',
    instead: '写明化解措施；不能化解的，不实施',
    basis: acl(5),
    test: ({ data }) => (data.risk !== 'low' && data.remedy === undefined ? { because: '评估为中、高风险，没有写明化解措施', field: 'remedy' } : undefined),
  }),
  requires('serveDecision', { code: 'serveDecision.nothing', needs: done('decide'), basis: acl(38), because: '没有强制执行决定', instead: '先作出决定' }),
  ...serviceRules('serveDecision', 'decide'),
]

const REMOVING: readonly Rule[] = [
  requires('demolish', { code: 'demolish.not-served', needs: done('serveDecision'), basis: acl(38), because: '强制执行决定书没有送达', instead: '先送达决定书' }),
  staffed('demolish', 2, { code: 'demolish.two-officers', basis: gbf118(), because: '执法人员不得少于两人，且都应持有当日有效的执法证', instead: '由两名以上持有效执法证的人员实施' }),
  checks('demolish', {
    code: 'demolish.date',
    says: '不早于决定书载明的日期',
    instead: '按决定的日期实施',
    basis: acl(37, 2, 3),
    test: ({ on }, file) => (on < (last(file, 'decide')?.data.on ?? on) ? { because: '早于决定书载明的日期' } : undefined),
  }),
  checks('demolish', {
    code: 'demolish.cleared',
    says: '人员撤离之后拆除',
    instead: '人员撤离之前不得拆除',
    basis: acl(5),
    test: ({ data }) => (data.cleared ? undefined : { because: '人员没有撤离', field: 'cleared' }),
  }),
  checks('demolish', {
    code: 'demolish.witness',
    says: '当事人不到场的有见证人',
    instead: '邀请见证人到场',
    basis: gbf118(),
    test: ({ data }) => (!data.partyPresent && data.witness === undefined ? { because: '当事人不到场，没有见证人', field: 'witness' } : undefined),
  }),
  checks('demolish', {
    code: 'demolish.inventory',
    says: '室内财物清点登记，签名，去向明确',
    instead: '制作清单，由当事人或者见证人签名；保管的写明地点',
    basis: acl(4),
    test: ({ data }) => {
      if (!data.inventorySigned) return { because: '财物清单没有当事人或者见证人签名', field: 'inventorySigned' }
      return data.inventory.some(({ to, storage }) => to === 'kept' && storage === undefined) ? { because: '保管的财物没有写明保管地点', field: 'inventory' } : undefined
    },
  }),
  checks('demolish', {
    code: 'demolish.utilities',
    says: '不停水、停电、停热、停气',
    instead: '不得对居民生活停止供水、供电、供热、供燃气',
    basis: acl(43, 2),
    test: ({ data }) => (data.noCutting ? undefined : { because: '对居民生活停止供水、供电、供热、供燃气', field: 'noCutting' }),
  }),
  checks('demolish', {
    code: 'demolish.hours',
    says: '不在夜间和法定节假日',
    instead: '改在工作日的日间实施；情况紧急的，写明',
    basis: acl(43, 1),
    test: (proposal, file) =>
      notAtThisHour(proposal, proposal.data, file.setting) ?? notAtThisHour({ on: proposal.on, minute: proposal.data.to }, proposal.data, file.setting),
  }),
  requires('returnGoods', { code: 'returnGoods.nothing', needs: all(done('demolish'), holds(GOODS_KEPT), not(done('returnGoods'))), basis: acl(4), because: '没有由本机关保管的室内财物，或者已经移交', instead: '核对拆除时的清单' }),
  checks('returnGoods', {
    code: 'returnGoods.complete',
    says: '全部移交，接收人签名',
    instead: '按拆除时的清单逐件移交，由接收人签名',
    basis: acl(4),
    test: ({ data }, file) => {
      const kept = last(file, 'demolish')?.data.inventory.filter(({ to }) => to === 'kept') ?? []
      const amount = (rows: readonly { readonly name: string; readonly quantity: number }[], name: string) => rows.filter((row) => row.name === name).reduce((sum, { quantity }) => sum + quantity, 0)
      const differs = kept.find(({ name }) => amount(data.items, name) !== amount(kept, name))
      if (differs !== undefined) return { because: `「${differs.name}」没有全部移交`, field: 'items' }
      return data.signed ? undefined : { because: '接收人没有签名', field: 'signed' }
    },
  }),
]

const TO_THE_COURT: readonly Rule[] = [
  requires('applyCourt', { code: 'applyCourt.planning', needs: implies(BEGUN, not(holds(PLANNING))), basis: [spc13(), upl(68)], because: '违反城乡规划法的违法建筑，人民法院不受理强制拆除的申请', instead: '报请县级以上地方人民政府责成强制拆除' }),
  requires('applyCourt', { code: 'applyCourt.pending', needs: not(done('applyCourt')), basis: acl(53), because: '已经申请，法院尚未裁定', instead: '登记法院裁定' }),
  requires('applyCourt', { code: 'applyCourt.not-demanded', needs: elapsed(TEN_DAYS), basis: [acl(54), acl(69)], because: '没有催告，或者催告书送达后不满十个工作日', instead: '送达催告书，十个工作日后申请' }),
  requires('applyCourt', { code: 'applyCourt.window', needs: all(elapsed(SUE_BY), within(COURT_BY), not(CONTESTED)), basis: [acl(53), spc18(156)], because: '不在起诉期限届满之后的三个月内，或者救济没有结束', instead: '在期限内申请' }),
  checks('applyCourt', {
    code: 'applyCourt.signed',
    says: '申请书由机关负责人签名并加盖印章',
    instead: '由机关负责人签名，加盖印章，注明日期',
    basis: acl(55, 2),
    test: ({ data }) => (data.leaderSigned ? undefined : { because: '申请书没有机关负责人签名或者印章', field: 'leaderSigned' }),
  }),
  requires('courtRules', { code: 'courtRules.nothing', needs: done('applyCourt'), basis: acl(57), because: '没有申请法院强制执行', instead: '先申请' }),
  requires('archive', { code: 'archive.open', needs: OVER, basis: acl(44), because: '尚未拆除、由法院执行或者终结', instead: '继续办理' }),
  requires('archive', { code: 'archive.goods', needs: implies(all(done('demolish'), holds(GOODS_KEPT)), done('returnGoods')), basis: acl(4), because: '保管的室内财物尚未移交', instead: '移交当事人；不领取的，公证提存' }),
]

/** The decision, the removal, the goods, the court (决定、拆除、财物、申请法院执行). */
export const REMOVING_RULES: readonly Rule[] = [...DECIDING, ...REMOVING, ...TO_THE_COURT]
