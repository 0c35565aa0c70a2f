import type { MatterView } from '@zhunsheng/bureau/modules/library/wire.ts'
import { describe, expect, test } from 'vitest'
import { mattersWith } from './find-matters.ts'

const matter = (id: string, name: string, field: string, basis: string): MatterView => ({ id, name, field, basis, range: '', precondition: '', measures: '', competence: 'bureau', verified: true })
const ALL = [matter('street.front', '出店经营', '市容', '《重庆市市容环境卫生管理条例》第十八条'), matter('green.fell', '砍伐树木', '园林绿化', '《城市绿化条例》第二十条')]

describe('权责清单 · search', () => {
  test.each([
    ['everything, when nothing is asked', '  ', ['street.front', 'green.fell']],
    ['by name', '出店', ['street.front']],
    ['by article', '第二十条', ['green.fell']],
    ['by several words, each of them', '市容 第十八条', ['street.front']],
    ['nothing, when one of the words is nowhere', '市容 第二十条', []],
  ])('%s', (_, search, ids) => {
    expect(mattersWith(ALL, search).map(({ id }) => id)).toEqual(ids)
  })
})
