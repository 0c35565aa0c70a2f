import { useEffect } from 'react'

const FIELDS = [
  ['agency', '公示的机关'],
  ['entries', '条目，按变动的先后排列'],
  ['cursor', '游标：下一次从这里继续'],
  ['more', '是否还有；为 false 时已到最新，保存游标，以后用它取增量'],
  ['entries[].state', 'published 公示中；withdrawn 已撤回；expired 公示期限届满；repaired 信用修复后停止公示'],
  ['entries[].changedAt', '变动时间（世界协调时）'],
  ['entries[].decision', '公示中的决定：文号、当事人（自然人已隐去姓名）、案由、事实、依据、种类、罚款、日期'],
  ['entries[].number, on, reason', '不再公示的，只留文号、日期和理由；收到后请删除自己保存的内容'],
  ['entries[].proof', '公示这件决定的行为在存证日志中的证明（C2SP tlog-proof）的地址'],
] as const
const ADDRESSES = [
  ['/api/public/feed.json', 'JSON，可以翻页、取增量'],
  ['/api/public/feed.csv', 'CSV 表格，参数相同；游标在回答的 X-Cursor 中'],
  ['/api/public/feed.atom', 'Atom 订阅，最新五十条；不再公示的为 deleted-entry'],
  ['/api/public/feed.schema.json', '数据结构（JSON Schema）'],
  ['/api/public/catalogue.json', '执法依据和程序；参数 on 为有效日期'],
  ['/api-docs', '全部接口的说明（OpenAPI）'],
] as const

/** What the open data are and how a machine keeps a copy (开放数据说明). */
export function Component() {
  useEffect(() => {
    document.title = '开放数据'
  }, [])
  return (
    <article className="public-paper">
      <h1>开放数据</h1>
      <p>公示的执法决定可以由程序取用，不需要登录和申请。内容与公示页面相同：自然人的姓名、证件号码、电话和住址已经隐去。</p>
      <h2>地址</h2>
      <table className="public-facts"><tbody>{ADDRESSES.map(([address, says]) => <tr key={address}><th scope="row"><a href={address}>{address}</a></th><td>{says}</td></tr>)}</tbody></table>
      <h2>怎样取得全部，再取增量</h2>
      <ol>
        <li>请求 <code>/api/public/feed.json?size=200</code>，保存条目；</li>
        <li>用回答中的游标继续：<code>/api/public/feed.json?size=200&amp;cursor=…</code>，直到 <code>more</code> 为 false；</li>
        <li>以后定期用最后一次的游标再请求，只得到新公示的和有变动的；状态不是 published 的，请删除自己保存的内容。</li>
      </ol>
      <h2>数据项</h2>
      <table className="public-facts"><tbody>{FIELDS.map(([name, says]) => <tr key={name}><th scope="row"><code>{name}</code></th><td>{says}</td></tr>)}</tbody></table>
      <h2>缓存和限流</h2>
      <p>回答可以保存五分钟，并带有 ETag；没有变动的，带上 If-None-Match 请求得到 304。每个网络地址每分钟可以请求六十次，超过的回答 429，Retry-After 写明需要等待的秒数。</p>
      <h2>怎样核对没有改动</h2>
      <p>每件决定的公示行为都在存证日志中留下一片叶子。下载 <code>proof</code> 地址的证明，与<a href="/api/public/log-keys">存证公钥</a>和<a href="/api/public/checkpoint">检查点</a>核对，可以确认公示行为确已记录，没有事后删改；叶子是加盐的承诺值，不泄露内容。</p>
    </article>
  )
}
