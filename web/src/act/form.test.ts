import { citeShort } from '@zhunsheng/law/article.ts'
import { CORRECTIONS } from '@zhunsheng/law/correction.ts'
import { day } from '@zhunsheng/law/day.ts'
import type { Form, Shape } from '@zhunsheng/law/field.ts'
import { parseAnswers } from '@zhunsheng/law/parse.ts'
import { ORDINARY_PENALTY } from '@zhunsheng/law/penalty/ordinary/procedure.ts'
import { typicalAnswers } from '@zhunsheng/law/penalty/ordinary/typical-answers.ts'
import { describe, expect, test } from 'vitest'
import { answersOf, faultsOf, isAnswers, isAsked, namePath, type ShownForm, type ShownShape } from './form.ts'

/** A form as it comes out of the server: through JSON, with the articles written out. */
const overHttp = (form: Form): ShownForm =>
  JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(form).map(([name, field]) => [name, { ...field, basis: field.basis.map(citeShort), shape: shapeOverHttp(field.shape) }]))))
const shapeOverHttp = (shape: Shape): ShownShape => (shape.type === 'list' || shape.type === 'group' ? { ...shape, of: overHttp(shape.of) } : shape)

const ON = day('2026-03-02')
const KINDS = Object.entries(ORDINARY_PENALTY.acts)
const apply = overHttp(ORDINARY_PENALTY.acts['apply']?.form ?? {})
const inspect = overHttp(ORDINARY_PENALTY.acts['inspect']?.form ?? {})
const typicalApply = typicalAnswers('apply', ON)

describe('表单 · what is sent', () => {
  test.each(KINDS.map(([kind, { form }]) => [kind, form] as const))('typical answers to %s are sent as they were filled in, and the screen finds wrong what the door finds', (kind, form) => {
    const shown = overHttp(form)
    const sent = answersOf(shown, typicalAnswers(kind, ON))
    expect(sent).toEqual(typicalAnswers(kind, ON))
    const atTheDoor = parseAnswers(form, sent)
    expect(faultsOf(shown, sent)).toEqual(atTheDoor.ok ? [] : atTheDoor.faults)
  })

  test.each([
    ['an empty line', ''],
    ['blanks only', '   '],
    ['a cleared choice', null],
    ['a field never touched', undefined],
    ['a cleared list of choices', []],
  ])('%s is not sent', (_, given) => {
    expect(answersOf(apply, { ...typicalApply, leadNumber: given })).not.toHaveProperty('leadNumber')
  })

  test('text is sent without the blanks around it', () => {
    expect(answersOf(apply, { ...typicalApply, place: '  杨家坪正街 ' })['place']).toBe('杨家坪正街')
  })

  test('「否」 and zero are answers, not gaps', () => {
    expect(answersOf(apply, { ...typicalApply, endangersLife: false })['endangersLife']).toBe(false)
  })

  test('what the form does not ask is not sent', () => {
    expect(answersOf(apply, { ...typicalApply, forged: 'x' })).not.toHaveProperty('forged')
  })

  test('a correction sends the answers to the form of the act that it corrects', () => {
    const correct = overHttp(CORRECTIONS.correct.form)
    const answers = { ...typicalAnswers('inspect', ON), place: ' 新地点 ' }
    const sent = answersOf(correct, { target: 2, answers, reason: '笔误' }, (seq) => (seq === 2 ? inspect : undefined))
    expect(isAnswers(sent['answers']) && sent['answers']['place']).toBe('新地点')
    expect(faultsOf(correct, sent, () => inspect)).toEqual([])
  })

  test('a correction of an act that is not chosen yet sends no answers', () => {
    expect(answersOf(overHttp(CORRECTIONS.correct.form), { answers: { place: 'x' }, reason: '笔误' })).toEqual({ reason: '笔误' })
  })
})

describe('表单 · what is wrong before it is sent', () => {
  test('every missing field is named, inside the group as well', () => {
    const paths = faultsOf(apply, answersOf(apply, {})).map(({ path }) => path)
    expect(paths).toContain('source')
    expect(paths).toContain('party.name')
    expect(paths).not.toContain('leadNumber')
    expect(paths).not.toContain('party.phone')
  })

  test('a false credit code is found without asking the server', () => {
    const party = { ...(isAnswers(typicalApply['party']) ? typicalApply['party'] : {}), creditCode: '91500107MA5U000000' }
    expect(faultsOf(apply, answersOf(apply, { ...typicalApply, party })).map(({ path }) => path)).toEqual(['party.creditCode'])
  })
})

describe('表单 · where a ground is shown', () => {
  test.each([
    ['data.party.name', ['party', 'name']],
    ['party.name', ['party', 'name']],
    ['data.items.0.quantity', ['items', 0, 'quantity']],
    ['fine', ['fine']],
    ['', []],
  ])('the path %s', (path, steps) => {
    expect(namePath(path)).toEqual(steps)
  })

  test.each([
    ['a field', ['place'], true],
    ['a field of a group', ['party', 'name'], true],
    ['the group itself, which has no line of its own', ['party'], false],
    ['what the form does not ask', ['fine'], false],
    ['what every object has', ['constructor'], false],
    ['nothing', [], false],
  ])('%s', (_, path, expected) => {
    expect(isAsked(apply, path)).toBe(expected)
  })
})
