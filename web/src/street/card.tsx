import { Alert, Card, QRCode } from 'antd'
import { Link } from 'react-router'
import { useMe } from '../app/me.ts'
import { PageHead } from '../app/page.tsx'
import { useLine } from '../offline/line.ts'
import './street.css'

/** The officer's card to be scanned by whoever he stops (亮证): drawn on this device, so that it shows without signal too. */
export function Component() {
  const { person: { name, department, certificate }, bureau, today } = useMe()
  const isReached = useLine()
  return (
    <>
      <PageHead title="亮证" note="调查、检查时主动出示（《行政处罚法》第五十五条第一款）" />
      {certificate === undefined ? (
        <Alert type="error" showIcon title="您没有登记执法证，不能作为执法人员办案" description={<>执法应当由具有执法资格的人员实施（《行政处罚法》第四十二条第一款）；请系统管理员在<Link to="/people">人员</Link>中登记。</>} />
      ) : (
        <Card className="street-card">
          {!certificate.valid && <Alert type="error" showIcon style={{ marginBottom: 12 }} title={`执法证今日（${today}）无效，不能出示办案`} />}
          <div className="street-card-code"><QRCode value={`${window.location.origin}/public/officers/${encodeURIComponent(certificate.number)}`} size={240} errorLevel="M" bordered={false} type="svg" status={certificate.valid ? 'active' : 'expired'} /></div>
          <h2>{name}</h2>
          <div>{bureau.name} {department}</div>
          <div className="number">执法证 {certificate.number}</div>
          <div className="number quiet">{certificate.from} 至 {certificate.until}</div>
          <p className="quiet">请当事人扫码核验：看到的姓名、单位、证号应与此处一致。{!isReached && '现在没有网络：二维码照样有效，由当事人用自己的网络核验。'}</p>
        </Card>
      )}
    </>
  )
}
