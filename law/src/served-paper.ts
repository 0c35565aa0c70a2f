import { apl, cpl } from './article.ts'
import type { CaseFile } from './case-file.ts'
import type { Day } from './day.ts'
import type { Act } from './dossier.ts'
import type { Answers } from './field.ts'
import type { SERVICE } from './forms.ts'
import { languageOf } from './language.ts'
import type { ActSpec, Rule } from './procedure.ts'
import { filesIn } from './recording.ts'
import { servedOn } from './service.ts'

/** The words of the language for acts of any name, so long as their form is that of service. */
const { checks } = languageOf<Readonly<Record<string, ActSpec<typeof SERVICE>>>>()

/** The day on which a paper counts as served (送达之日), by the way in which it was served. */
export function receiptDay(act: Act<Answers<typeof SERVICE>>, file: CaseFile): Day | undefined {
  const served = servedOn({ way: act.data.way, on: act.data.receivedOn ?? act.on, confirmed: act.data.confirmed }, file.setting.calendar)
  return 'on' in served ? served.on : undefined
}

/** What every service of a paper must keep to (送达), by the act that serves and the act that made the paper: 行政处罚法第六十一条, 民事诉讼法第八十七条至第九十五条. */
export function serviceRules(kind: string, paper: string): readonly Rule[] {
  return [
    checks(kind, {
      code: `${kind}.electronic-confirmed`,
      says: '电子送达须有确认书',
      instead: '由当事人签订确认书，或者改用其他方式',
      basis: apl(61, 2),
      test: ({ data }, file) => {
        if (data.way !== 'electronic') return undefined
        if (!data.confirmed) return { because: '当事人没有签订电子送达确认书', field: 'confirmed' }
        // Where the file has his confirmation, its last word counts and not what is said of it.
        return file.last('confirmAddress')?.data['electronic'] === false ? { because: '当事人在送达地址确认书中没有同意电子送达', field: 'way' } : undefined
      },
    }),
    checks(kind, {
      code: `${kind}.left-with-witness`,
      says: '留置送达须有见证或者影像',
      instead: '写明见证人，或者拍照、录像记录送达过程',
      basis: cpl(89),
      test: ({ data }) => (data.way === 'left' && data.witness === undefined && filesIn(data).length === 0 ? { because: '留置送达没有见证人，也没有拍照、录像', field: 'witness' } : undefined),
    }),
    checks(kind, {
      code: `${kind}.notice-last`,
      says: '公告送达是最后的方式',
      instead: '先用其他方式；确实无法送达的，写明情况',
      basis: cpl(95),
      test: ({ data }) => (data.way === 'notice' && !data.unreachable ? { because: '受送达人并非下落不明，其他方式也并非无法送达', field: 'unreachable' } : undefined),
    }),
    checks(kind, {
      code: `${kind}.receipt-day`,
      says: '送达日期清楚，不晚于登记之日',
      instead: '填写签收、回执或者公告的日期',
      basis: cpl(87),
      test: ({ data, on }, file) => {
        if (data.receivedOn !== undefined && data.receivedOn > on) return { because: '签收日期晚于登记之日', field: 'receivedOn' }
        if ((data.way === 'post' || data.way === 'electronic') && data.receivedOn === undefined) return { because: '没有填写回执或者到达系统的日期', field: 'receivedOn' }
        const before = file.last(paper)
        return before !== undefined && data.receivedOn !== undefined && data.receivedOn < before.on ? { because: '签收日期早于文书的日期', field: 'receivedOn' } : undefined
      },
    }),
  ]
}
