import { Collapse } from 'antd'
import { TabLinks } from '../piece/tab-links.tsx'

const TABS = [
  { to: '/payments', name: '缴款通知', isExact: true },
  { to: '/payments/days', name: '每日对账' },
  { to: '/payments/differences', name: '对账差异' },
] as const

/** The lists of payments, and how and by which articles they are kept (罚款收缴). */
export function PaymentTabs() {
  return (
    <>
      <TabLinks label="罚款收缴" tabs={TABS} />
      <Collapse ghost size="small" className="no-print" style={{ marginBottom: 8 }} items={[{ key: 'help', label: '怎么办、依据什么', children: <Help /> }]} />
    </>
  )
}

function Help() {
  return (
    <ul style={{ margin: 0, paddingInlineStart: 18, lineHeight: 1.8 }}>
      <li>作出罚款决定的机关与收缴罚款的机构分离：缴款通知在案件「账目」中开具，由当事人到代收机构缴纳，通知本身不是票据（《行政处罚法》第六十七条第一款、第二款）。</li>
      <li>当事人自收到决定书之日起十五日内缴纳；确有经济困难的，经申请和批准可以延期、分期，每期各有一份通知（《行政处罚法》第六十七条第三款、第六十六条第二款）。</li>
      <li>到期不缴的，每日按罚款数额的百分之三加处罚款，不超出罚款数额；复议、诉讼期间不予计算（《行政处罚法》第七十二条第一款第（一）项、第七十三条第三款）。</li>
      <li>当场收缴只限于法律规定的情形，必须出具专用票据；收缴后二日内交本机关，本机关二日内缴付银行，凭证号在银行文件中核对（《行政处罚法》第六十八条至第七十一条）。</li>
      <li>每日与银行文件核对：相符的自动记入案卷；每一笔差异都写明原因、如何处理，然后结账。结账后不改，银行补报的另行补充结账（《罚款决定与罚款收缴分离实施办法》第十二条）。</li>
      <li>罚没款全部上缴国库，不得与考核挂钩；因此这里不按人员、队伍统计，也不按金额排序（《行政处罚法》第七十四条第二款、第三款）。</li>
    </ul>
  )
}
