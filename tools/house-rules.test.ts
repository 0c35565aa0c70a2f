import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cruise, ROOMS, type Verdict } from './cruise.ts'

const HOUSE = resolve(import.meta.dirname, '..')
const MODULES = 'bureau/src/modules'
/** The house had this many files when the number was last raised. A checker that sees fewer is looking elsewhere. */
const FILES_AT_LEAST = 250

type Files = Readonly<Record<string, string>>
const uses = (path: string): string => `import { x as taken } from '${path}'\nexport const x = taken\n`
const usesType = (path: string): string => `import type { X as Taken } from '${path}'\nexport type X = Taken\n`
const CONST = 'export const x = 1\n'

/** Every rule broken on purpose. A rule that nothing breaks is a rule that guards nothing. */
const BREACHES: Readonly<Record<string, Files>> = {
  'pure-stays-pure': {
    'law/src/breach-node.ts': uses('node:fs'),
    'record/src/breach-package.ts': uses('fast-check'),
    'law/src/penalty/breach-type.ts': usesType('zod'),
  },
  'pure-knows-nobody': {
    'law/src/breach-record.ts': usesType('@zhunsheng/record/act.ts'),
    'jt808/src/breach-law.ts': uses('@zhunsheng/law/day.ts'),
    'record/src/breach-bureau.ts': uses('../../bureau/src/platform/clock.ts'),
    'record/src/breach-law.test.ts': uses('../../law/src/day.ts'),
  },
  'regimes-are-separate': { 'law/src/breached-regime/breach.ts': usesType('../penalty/surcharge.ts') },
  'modules-meet-at-contracts': {
    [`${MODULES}/breached/breach-store.ts`]: uses('../enforcement/store.ts'),
    [`${MODULES}/breached/breach-type.ts`]: usesType('../enforcement/stored-acts.ts'),
  },
  'contracts-are-leaves': {
    [`${MODULES}/breached/inside.ts`]: CONST,
    [`${MODULES}/breached/contract.ts`]: uses('./inside.ts'),
    [`${MODULES}/breached/wire.ts`]: usesType('./inside.ts'),
  },
  'platform-has-no-business': {
    'bureau/src/platform/breach-law.ts': usesType('@zhunsheng/law/day.ts'),
    'bureau/src/platform/breach-module.ts': uses('../modules/ledger/contract.ts'),
  },
  'only-main-knows-everyone': {
    [`${MODULES}/breached/module.ts`]: CONST,
    [`${MODULES}/breached/breach-assembly.ts`]: uses('./module.ts'),
  },
  'main-is-the-top': { 'bureau/src/main.ts': CONST, [`${MODULES}/breached/breach-main.ts`]: usesType('../../main.ts') },
  'sql-in-store': {
    [`${MODULES}/breached/breach-sql.ts`]: uses('kysely'),
    [`${MODULES}/breached/breach-sql-type.ts`]: usesType('kysely/migration'),
    [`${MODULES}/breached/papers/breach-pg.ts`]: uses('pg'),
    'journeys/breach-pglite.ts': uses('@electric-sql/pglite'),
  },
  'papers-show-only': { [`${MODULES}/breached/papers/breach-platform.ts`]: uses('../../../platform/clock.ts') },
  'browser-sees-wire-only': {
    'web/src/breach.ts': usesType('@zhunsheng/bureau/modules/enforcement/store.ts'),
    'cli/src/breach.ts': uses('../../bureau/src/platform/files.ts'),
  },
  'demo-acts-through-the-door': { 'demo/src/breach.ts': uses('@zhunsheng/bureau/modules/ledger/contract.ts') },
  'demo-takes-types-of-wire': { 'demo/src/breach-value.ts': uses('@zhunsheng/bureau/modules/enforcement/wire.ts') },
  'journeys-start-at-the-door': { 'journeys/breach.ts': uses('../bureau/src/modules/ledger/module.ts') },
  'no-test-in-product': {
    'law/src/breached.test.ts': CONST,
    'law/src/breach-test.ts': uses('./breached.test.ts'),
    'bureau/src/platform/breach-tool.ts': uses('../../../tools/cruise.ts'),
  },
  'bureau-needs-no-front': { [`${MODULES}/breached/breach-front.ts`]: uses('../../../../web/src/day.ts'), 'web/src/day.ts': CONST },
  'no-cycles': {
    'record/src/breach-a.ts': usesType('./breach-b.ts'),
    'record/src/breach-b.ts': usesType('./breach-a.ts'),
  },
  'no-dumping-ground': {
    'law/src/utils.ts': CONST,
    'law/src/breach-utils.ts': uses('./utils.ts'),
    'web/src/shared/breached.ts': CONST,
    'web/src/breach-shared.ts': uses('./shared/breached.ts'),
  },
  'no-unresolved': { [`${MODULES}/breached/breach-nowhere.ts`]: uses('./nowhere.ts') },
  'no-undeclared-package': { 'cli/src/breach-undeclared.ts': uses('react-dom') },
  'no-orphans': { 'law/src/breach-orphan.ts': CONST },
}
/** The files that stand in the way of a breach, and commit none themselves. */
const innocent = (path: string): boolean => !/breach-|\/breach[.]|\/(contract|wire|routes)[.]ts$/.test(path)

describe('the rules about who may import whom', () => {
  let copy: string
  let broken: Verdict

  beforeAll(() => {
    copy = mkdtempSync(join(HOUSE, '.rules-'))
    for (const room of ROOMS) if (existsSync(join(HOUSE, room))) cpSync(join(HOUSE, room), join(copy, room), { recursive: true, filter: (path) => !/[/\\](node_modules|dist|data)$/.test(path) })
    for (const file of ['package.json', 'tsconfig.base.json']) cpSync(join(HOUSE, file), join(copy, file))
    mkdirSync(join(copy, 'node_modules/@zhunsheng'), { recursive: true })
    for (const room of ROOMS) symlinkSync(join('..', '..', room), join(copy, 'node_modules/@zhunsheng', room), 'dir')
    for (const [path, text] of Object.values(BREACHES).flatMap((files) => Object.entries(files))) {
      mkdirSync(dirname(join(copy, path)), { recursive: true })
      writeFileSync(join(copy, path), text)
    }
    broken = cruise(copy)
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  test.each(Object.entries(BREACHES))('%s bites', (rule, files) => {
    const caught = broken.violations.filter((violation) => violation.rule.name === rule).map(({ from }) => from)
    const breaches = Object.keys(files).filter((path) => !innocent(path))
    expect(breaches).not.toEqual([])
    // Of a cycle only one end is named.
    if (rule === 'no-cycles') expect(breaches.some((path) => caught.includes(path))).toBe(true)
    else expect(caught).toEqual(expect.arrayContaining(breaches))
  })

  test('every rule is broken here, and says what to do instead', () => {
    expect(broken.ruleSetUsed.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(BREACHES).sort())
    for (const { name, comment } of broken.ruleSetUsed.forbidden) expect(comment.length, name).toBeGreaterThan(30)
  })
})

describe('the house', () => {
  let house: Verdict
  beforeAll(() => {
    house = cruise(HOUSE)
  })
  test('was really looked at', () => expect(house.totalCruised).toBeGreaterThanOrEqual(FILES_AT_LEAST))
  test('keeps every rule', () => expect(house.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]))
})
