import { arch, archr, citeAllInFull } from '@zhunsheng/law/article.ts'
import { parseDay } from '@zhunsheng/law/day.ts'
import { inForceOn } from '@zhunsheng/law/statutes.ts'
import type { Paper } from '../../../platform/paper/model.ts'
import { writtenDay } from '../../../platform/paper/moment.ts'
import type { AppraisalView } from '../wire.ts'

interface Listed {
  readonly bureau: { readonly name: string; readonly demo: boolean }
  readonly view: AppraisalView
}
const written = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

/** 电子档案鉴定销毁清册: what was appraised, by whom, who decided, and what of it is gone. */
export function destructionList({ bureau, view: { id, outcome, files, opinion, keepUntil, proposedBy, proposedAt, decision, erased } }: Listed): Paper {
  const on = parseDay(writtenDay(proposedAt))
  const basis = citeAllInFull([arch(21), ...(on !== undefined && inForceOn('archr', on) ? [archr(24)] : [])])
  return {
    agency: bureau.name,
    title: outcome === 'destroy' ? '电子档案鉴定销毁清册' : '电子档案继续保管鉴定表',
    number: `编号 ${id}`,
    family: 'form',
    ...(bureau.demo ? { mark: '演示数据' } : {}),
    blocks: [
      { kind: 'paragraph', text: `依据${basis}，对下列保管期限届满的文件进行鉴定。` },
      { kind: 'list', head: ['序号', '文件名', '字节', 'SHA-256 摘要'], rows: files.map(({ name, size, sha256 }, index) => [String(index + 1), name, String(size), sha256]) },
      { kind: 'opinion', title: '鉴定意见', text: `${opinion}${keepUntil === undefined ? '' : `（继续保管至${written(keepUntil)}）`}`, who: proposedBy, on: written(writtenDay(proposedAt)) },
      { kind: 'opinion', title: '审批意见', text: decision === undefined ? '' : `${decision.approved ? '批准' : '不批准'}。${decision.opinion}`, who: decision?.by ?? '', on: decision === undefined ? '' : written(writtenDay(decision.at)) },
      ...(outcome === 'destroy' ? [{ kind: 'paragraph' as const, text: `已从存储中清除 ${erased} 个文件，共 ${files.length} 个；各文件的摘要、来历和存证证明继续保存。` }] : []),
    ],
  }
}
