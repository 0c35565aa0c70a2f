type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
const rowsOf = (value: unknown): readonly Plain[] => (Array.isArray(value) ? value.filter(isPlain) : [])

/** The end of the code of a rule that held under the older law. */
const OLDER = '.2017'

/**
 * The same story under the older law (旧法同题): `alike: 2021-03-01` says that it comes out the same when it begins on that day, only
 * under the older clauses. Nothing where the scenario does not say so.
 */
export function alikeBefore(scenario: Plain, codes: ReadonlySet<string>): Plain | undefined {
  const { alike, ...story } = scenario
  if (typeof alike !== 'string') return undefined
  const older = (expected: unknown): unknown => {
    if (Array.isArray(expected)) return expected.map(older)
    if (isPlain(expected)) return Object.fromEntries(Object.entries(expected).map(([kind, inner]) => [kind, older(inner)]))
    return typeof expected === 'string' && codes.has(expected + OLDER) ? expected + OLDER : expected
  }
  return {
    ...story,
    title: `${String(scenario['title'])}（旧法）`,
    given: { ...(isPlain(scenario['given']) ? scenario['given'] : {}), from: alike },
    ...(scenario['acts'] === undefined ? {} : { acts: rowsOf(scenario['acts']).map((row) => ({ ...row, ...('expect' in row ? { expect: older(row['expect']) } : {}) })) }),
    ...(scenario['ask'] === undefined ? {} : { ask: rowsOf(scenario['ask']).map((row) => ({ ...row, ...('unlawful' in row ? { unlawful: older(row['unlawful']) } : {}) })) }),
  }
}

/** The codes of the rules whose word a scenario expects: in a refusal, or as an obligation. */
export function codesExpected(scenario: Plain): ReadonlySet<string> {
  const codes = new Set<string>()
  const add = (value: unknown): void => {
    if (typeof value === 'string') codes.add(value)
    else if (Array.isArray(value)) value.forEach(add)
    else if (isPlain(value)) Object.values(value).forEach(add)
  }
  for (const row of rowsOf(scenario['acts'])) add(row['expect'])
  for (const row of rowsOf(scenario['ask'])) {
    add(row['unlawful'])
    for (const code of Object.keys(isPlain(row['owed']) ? row['owed'] : {})) codes.add(code)
  }
  return codes
}
