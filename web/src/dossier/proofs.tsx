import type { CaseView } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { DownloadOutlined } from '@ant-design/icons'
import { Button, Card, Flex } from 'antd'
import { recordedAt } from './timeline.tsx'

/** That the record was not changed since (存证): the number of each act's leaf, its proof, and the whole dossier to hand over. */
export function Proofs({ view: { row, acts } }: { readonly view: CaseView }) {
  return (
    <Card size="small" title="存证" extra={<Flex gap={8} wrap><Button icon={<DownloadOutlined />} href={`/api/cases/${row.id}/bundle`} download>案卷包</Button><Button type="primary" icon={<DownloadOutlined />} href={`/api/cases/${row.id}/handover`} download>整个案卷（ZIP）</Button></Flex>}>
      <p className="quiet" style={{ marginTop: 0 }}>每一项行为记入案卷时，同时写入只增不改的存证日志。证明文件可以不依赖本系统核验；案卷包含有全部行为、文书和证据的摘要和证明；整个案卷另外装有文书、证据文件和核验页，可以直接移交当事人、律师、复议机关或者法院，用<a href="/verify.html" target="_blank" rel="noreferrer">离线核验页</a>（可以另存到任何一台电脑）或者 <code>npx zhunsheng verify</code> 核验。</p>
      <ul className="plain-list">
        {acts.map(({ seq, name, recordedAt: moment, leaf }) => (
          <li key={seq} className="row-line">
            <Flex justify="space-between" align="center" gap={8} wrap>
              <div>
                第 {seq} 项 <b>{name}</b>
                <div className="quiet number" style={{ fontSize: 13 }}>{leaf === undefined ? '等待写入存证日志' : `存证第 ${leaf} 号`} · {recordedAt(moment)}</div>
              </div>
              {leaf !== undefined && <Button size="small" icon={<DownloadOutlined />} href={`/api/cases/${row.id}/acts/${seq}/proof`} download={`${row.number}-${seq}.proof.txt`}>下载证明</Button>}
            </Flex>
          </li>
        ))}
      </ul>
    </Card>
  )
}
