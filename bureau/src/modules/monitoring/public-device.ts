import type { CaseFile } from '@zhunsheng/law/case-file.ts'
import { formatDay, type Day } from '@zhunsheng/law/day.ts'
import { registerWords } from '@zhunsheng/law/monitoring/device-acts.ts'

const { last, every } = registerWords

/** What the party may know of the device at the moment of the record (设备的合法性): every condition with its day. */
export function deviceFacts(device: CaseFile, on: Day): { readonly name: string; readonly value: string }[] {
  const permit = last(device, 'permit')
  const legal = last(device, 'legalReview')
  const technical = last(device, 'technicalReview')
  const standard = last(device, 'conform')
  const sign = last(device, 'sign')
  const published = last(device, 'publish')
  const certificates = every(device, 'certify').filter((one) => one.on <= on && on <= one.data.until)
  const said = (name: string, value: string | undefined) => (value === undefined ? [] : [{ name, value }])
  return [
    ...said('使用依据', permit && `《${permit.data.instrument}》${permit.data.article}`),
    ...said('法制审核', legal && `${formatDay(legal.on)} ${legal.data.result === 'passed' ? '通过' : '不通过'}`),
    ...said('技术审核', technical && `${formatDay(technical.on)} ${technical.data.result === 'passed' ? '通过' : '不通过'}（${technical.data.reviewer}）`),
    ...said('符合标准', standard?.data.standard),
    ...said('标志', sign && `${formatDay(sign.on)} 设置`),
    ...said('地点公布', published && `${formatDay(published.on)} 公布`),
    ...certificates.map(({ on: from, data }) => ({ name: data.what === 'verification' ? '检定证书' : '校准证书', value: `${data.number}，${formatDay(from)} 至 ${formatDay(data.until)}（${data.issuer}）` })),
  ]
}
