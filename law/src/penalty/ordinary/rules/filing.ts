import { not } from '../../../condition.ts'
import { DEVOLVED, devolved } from '../../../devolution.ts'
import { IDENTIFY, notIdentified } from '../../../party.ts'
import type { Rule } from '../../../procedure.ts'
import { apl } from '../../../article.ts'
import { matterFault } from '../../offence.ts'
import { limitationEnd } from '../../limitation.ts'
import { checks, done, last, requires } from '../words.ts'

/** Filing (立案): 行政处罚法第二十二条、第三十六条、第五十四条. */
export const FILING_RULES: readonly Rule[] = [
  requires('apply', {
    code: 'apply.once',
    needs: not(done('apply')),
    basis: apl(29),
    because: '本案已经呈请立案',
    instead: '另一违法行为另立新案；内容有误的，更正原记录',
  }),
  checks('apply', {
    code: 'apply.matter-known',
    says: '执法事项在权责清单内，违法行为发生时有处罚依据',
    instead: '选择行为发生时有效的执法事项；新法处罚较轻的，写明适用新法',
    basis: [apl(4), apl(37)],
    test: ({ data, on }) => matterFault(data.matter, data.actedUntil ?? data.actedFrom, on),
  }),
  checks('apply', {
    code: 'apply.days-in-order',
    says: '行为发生、终了、发现之日先后有序',
    instead: '核对三个日期',
    basis: apl(36, 2),
    test: ({ data, on }) => {
      if (data.actedUntil !== undefined && data.actedUntil < data.actedFrom) return { because: '行为终了之日早于发生之日', field: 'actedUntil' }
      if (data.discoveredOn < data.actedFrom) return { because: '发现之日早于行为发生之日', field: 'discoveredOn' }
      return data.discoveredOn > on ? { because: '发现之日晚于呈请立案之日', field: 'discoveredOn' } : undefined
    },
  }),
  checks('apply', {
    code: 'apply.party-identified',
    says: '当事人身份明确',
    instead: IDENTIFY,
    basis: apl(59, 1, 1),
    test: ({ data }) => notIdentified(data.party),
  }),
  checks('apply', { code: 'apply.devolved', ...DEVOLVED, test: ({ data, on }, file) => devolved(data, on, file.setting) }),
  checks('file', {
    code: 'file.devolved',
    ...DEVOLVED,
    test: ({ on }, file) => {
      const lead = last(file, 'apply')
      return lead === undefined ? undefined : devolved(lead.data, on, file.setting)
    },
  }),
  requires('file', { code: 'file.not-proposed', needs: done('apply'), basis: apl(54, 2), because: '尚未呈请立案', instead: '由承办人先呈请立案' }),
  requires('file', { code: 'file.once', needs: not(done('file')), basis: apl(54, 2), because: '本案已经立案', instead: '继续办理本案' }),
  checks('file', {
      code: 'file.limitation',
      says: '没有超过追究期限',
      instead: '不予立案，写明超过追究期限',
      basis: apl(36, 1),
      test: (_, file) => {
        const lead = last(file, 'apply')
        if (lead === undefined) return undefined
        const end = limitationEnd(lead.data)
        return lead.data.discoveredOn > end ? { because: '违法行为终了后，超过追究期限才被发现' } : undefined
      },
    }),
  requires('decline', { code: 'decline.not-proposed', needs: done('apply'), basis: apl(54, 2), because: '尚未呈请立案', instead: '由承办人先呈请立案' }),
  requires('decline', { code: 'decline.filed', needs: not(done('file')), basis: apl(54, 2), because: '本案已经立案，不能再不予立案', instead: '依调查结果作出决定，或者终止调查' }),
]
