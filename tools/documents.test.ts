import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ORDINARY_ACTS } from '../law/src/penalty/ordinary/acts/acts.ts'
import { filesUnder, HOUSE, textOf } from './house-files.ts'

const documents = ['README.md', ...filesUnder('docs').filter((path) => path.endsWith('.md')), ...filesUnder('').filter((path) => path.endsWith('/README.md'))]
const decisions = documents.filter((path) => path.startsWith('docs/decisions/'))
const KEPT_BY = /^Kept by: (.+(?:\n.+)*)/m
const LOCAL_LINK = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g
/** Paths in backquotes that begin with a room or a folder of the top level. */
const NAMED_FILE = /`((?:law|record|bureau|web|cli|tools|docs|\.ci)\/[\w./-]+\.[a-z]+)`/g
const COMMAND = /\bnpm run ([\w:]+)/g

const dead = (path: string, pattern: RegExp, from: string): string[] =>
  [...textOf(path).matchAll(pattern)].flatMap(([, target = '']) => (existsSync(join(HOUSE, from, target)) ? [] : [`${path}: ${target}`]))

describe('what the documents say is so', () => {
  test('links lead somewhere', () => expect(documents.flatMap((path) => dead(path, LOCAL_LINK, dirname(path)))).toEqual([]))
  test('files that are named exist', () => {
    expect(['README.md', ...filesUnder('docs').filter((path) => path.endsWith('.md'))].flatMap((path) => dead(path, NAMED_FILE, ''))).toEqual([])
  })
  test('commands that are named exist', () => {
    const { scripts } = JSON.parse(textOf('package.json'))
    const named = documents.flatMap((path) => [...textOf(path).matchAll(COMMAND)].map(([, name = '']) => ({ path, name })))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(({ path, name }) => !(name in scripts) && !path.startsWith('web/'))).toEqual([])
  })
  test.each(decisions)('%s names what keeps it', (path) => {
    const [, keepers = ''] = KEPT_BY.exec(textOf(path)) ?? []
    expect(keepers).toMatch(/`[\w./-]+`/)
  })
  test('decisions are numbered in a row', () => {
    expect(decisions.map((path) => Number(/\/(\d{4})-/.exec(path)?.[1]))).toEqual(decisions.map((_, index) => index + 1))
  })
  test('the glossary has every act of the ordinary procedure, by its name', () => {
    const glossary = textOf('docs/glossary.md')
    expect(Object.entries(ORDINARY_ACTS).filter(([code, { name }]) => !glossary.includes(`| ${code} | ${name} |`)).map(([code]) => code)).toEqual([])
  })
})
