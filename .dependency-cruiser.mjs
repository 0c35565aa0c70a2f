// Who may import whom. Each comment is what a developer reads, so each says what to do instead.
// tools/house-rules.test.ts breaks every rule on purpose: add the breach when you add a rule.
const MODULE = '^bureau/src/modules/([^/]+)/'
const TEST = '[.]test[.]tsx?$'
const PURE = '^(law|record|discretion|jt808|trucks)/src/'
const NOT_OURS = ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown']
const DATABASE = '(^|/)node_modules/(kysely|pg|@electric-sql/pglite)/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'pure-stays-pure',
      severity: 'error',
      comment: 'law, record, discretion, jt808 and trucks read no file, socket, clock or database and use no package. Take what you need as an argument, and do the reading in bureau.',
      from: { path: PURE, pathNot: TEST },
      to: { dependencyTypes: NOT_OURS, pathNot: '(^|/)node_modules/@zhunsheng/|^(law|record|discretion|jt808|trucks)/' },
    },
    {
      name: 'pure-knows-nobody',
      severity: 'error',
      comment: 'law, record, discretion, jt808 and trucks know neither each other nor the programs that use them. Let the caller hand over what is needed.',
      from: { path: '^(law|record|discretion|jt808|trucks)/' },
      to: { path: '^(law|record|discretion|jt808|trucks|bureau|web|cli|demo|journeys|bench|tools)/', pathNot: '^$1/' },
    },
    {
      name: 'regimes-are-separate',
      severity: 'error',
      comment: 'A body of law does not import another. What two of them need belongs at the top of law/src.',
      from: { path: '^law/src/([^/]+)/' },
      to: { path: '^law/src/([^/]+)/', pathNot: ['^law/src/$1/', '^law/src/(matters|jurisdictions|identifiers|scenario)/'] },
    },
    {
      name: 'modules-meet-at-contracts',
      severity: 'error',
      comment: "Import the other module's contract.ts, or its wire.ts for what crosses HTTP; or let main.ts introduce the two.",
      from: { path: MODULE },
      to: { path: MODULE, pathNot: ['^bureau/src/modules/$1/', '/(contract|wire)[.]ts$'] },
    },
    {
      name: 'contracts-are-leaves',
      severity: 'error',
      comment: 'contract.ts and wire.ts say what a module offers. They import the pure rooms, the platform and other contracts and wires, never the code behind one.',
      from: { path: `${MODULE}.*(contract|wire)[.]ts$` },
      to: { path: '^bureau/src/modules/', pathNot: '/(contract|wire)[.]ts$' },
    },
    {
      name: 'platform-has-no-business',
      severity: 'error',
      comment: 'platform is about machines and knows no matter of the bureau: no law, no module. Pass the matter in as an argument.',
      from: { path: '^bureau/src/platform/' },
      to: { path: '^(law|discretion|web|cli|demo|journeys|bench|tools)/|^bureau/src/(modules/|main[.]ts$)' },
    },
    {
      name: 'only-main-knows-everyone',
      severity: 'error',
      comment: 'The module.ts files are put together in server.ts and, those of the trucks, in on-the-road.ts; main.ts starts them (or in a test of their own folder). Take a contract as an argument instead.',
      from: { path: '^(bureau|web|cli|demo)/', pathNot: ['^bureau/src/(main|server|on-the-road)[.]ts$', TEST] },
      to: { path: '^bureau/src/modules/[^/]+/module[.]ts$' },
    },
    {
      name: 'main-is-the-top',
      severity: 'error',
      comment: 'Nobody inside the bureau imports main.ts: it would know its own wiring. Take what you need as an argument.',
      from: { path: '^bureau/src/', pathNot: TEST },
      to: { path: '^bureau/src/main[.]ts$' },
    },
    {
      name: 'sql-in-store',
      severity: 'error',
      comment: 'Only store.ts and store-….ts speak SQL. Ask the store for what you need, by a name that a clerk would understand.',
      from: { path: '^(bureau|web|cli|demo|journeys|tools)/', pathNot: ['^bureau/src/platform/', '^bureau/src/main[.]ts$', `${MODULE}store[a-z-]*([.]test|)[.]ts$`] },
      to: { path: DATABASE },
    },
    {
      name: 'papers-show-only',
      severity: 'error',
      comment: 'A paper is made from acts that it is given. It may import the pure rooms, its neighbours in papers/, the words of its own module and platform/paper.',
      from: { path: `${MODULE}papers/`, pathNot: TEST },
      to: { path: '^bureau/src/(platform/(?!paper/)|modules/[^/]+/(routes|access|reactions|module|store)|main[.]ts$)' },
    },
    {
      name: 'browser-sees-wire-only',
      severity: 'error',
      comment: 'The web and the command line may use law, record, discretion, jt808, trucks and the wire.ts files. The rest of the bureau is behind HTTP.',
      from: { path: '^(web|cli)/' },
      to: { path: '^(bureau|demo|journeys|bench|tools)/', pathNot: '^bureau/src/modules/[^/]+/wire[.]ts$' },
    },
    {
      name: 'demo-acts-through-the-door',
      severity: 'error',
      comment: 'The demonstration lives its year through real acts: it may use law, trucks and the types of wire.ts, and sends the rest over HTTP.',
      from: { path: '^demo/', pathNot: TEST },
      to: { path: '^(record|discretion|bureau|web|cli|journeys|bench|tools)/', pathNot: '^bureau/src/modules/[^/]+/wire[.]ts$' },
    },
    {
      name: 'demo-takes-types-of-wire',
      severity: 'error',
      comment: 'From wire.ts the demonstration takes types only (import type): parsing is the business of the door.',
      from: { path: '^demo/', pathNot: TEST },
      to: { path: '^bureau/src/modules/[^/]+/wire[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'journeys-start-at-the-door',
      severity: 'error',
      comment: 'A journey starts main.ts and then behaves like a user. It reaches into no module and no screen.',
      from: { path: '^journeys/' },
      to: { path: '^(bureau|web|cli|bench|tools)/', pathNot: ['^bureau/src/main[.]ts$', '^bureau/src/modules/[^/]+/wire[.]ts$'] },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      comment: 'What the bureau runs on imports no test, journey, benchmark or tool. If the product needs it, it is product: move it.',
      from: { path: '^(law|record|discretion|jt808|trucks|bureau|web|cli|demo)/', pathNot: TEST },
      to: { path: `${TEST}|^(journeys|bench|tools)/` },
    },
    {
      name: 'bureau-needs-no-front',
      severity: 'error',
      comment: 'The server knows no screen and no terminal. Only main.ts may ask for the demonstration, and demo-people.ts opens the door for it.',
      from: { path: '^bureau/src/', pathNot: '^bureau/src/(main|demo-people)[.]ts$' },
      to: { path: '^(web|cli|demo)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or three. Types count.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-dumping-ground',
      severity: 'error',
      comment: 'Name the file after what it is about: utils, helpers, common, misc, shared and lib say nothing.',
      from: {},
      to: { path: '(^|/)(util|utils|helper|helpers|common|misc|shared|lib)([.]ts$|[.]tsx$|/)', pathNot: 'node_modules' },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'This import leads nowhere. Mend the path, or declare the package in the package.json of this room.',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^node:', '[?]url$', '^virtual:pwa-register/'] },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      comment: 'This package happens to be there, but nobody in this room asked for it. Declare it in the package.json of the room.',
      from: { pathNot: [TEST, '^[^/]+$', '^tools/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nobody imports this file and it imports nobody. Use it or delete it; history keeps it.',
      from: { orphan: true, pathNot: [TEST, '[.]d[.]ts$', '(^|/)main[.]tsx?$', '^[^/]+$', '^tools/strange-zone[.]ts$', '[.]m?js$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^[^/]+/(dist|coverage)/|^[.]rules-' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
}
