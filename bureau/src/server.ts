import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { verifierKey, vkeyText } from '@zhunsheng/record/vkey.ts'
import { caseDesk } from './modules/enforcement/case-desk.ts'
import { cases } from './modules/enforcement/cases.ts'
import type { BureauFile } from './bureau-file.ts'
import type { CaseDesk } from './modules/enforcement/contract.ts'
import { leadOffice } from './modules/enforcement/lead-office.ts'
import { recorder } from './modules/enforcement/record-act.ts'
import { enforcementRoutes } from './modules/enforcement/routes.ts'
import { enforcementMigrations } from './modules/enforcement/store.ts'
import { signatureMigrations } from './modules/enforcement/store-signatures.ts'
import { evidenceRoutes } from './modules/evidence/routes.ts'
import { evidenceMigrations } from './modules/evidence/store.ts'
import { intakeRoutes } from './modules/intake/routes.ts'
import { intakeMigrations } from './modules/intake/store.ts'
import { ledger } from './modules/ledger/module.ts'
import { ledgerRoutes } from './modules/ledger/routes.ts'
import { ledgerMigrations } from './modules/ledger/store.ts'
import { libraryRoutes } from './modules/library/routes.ts'
import { cardRoutes } from './modules/officers/card-routes.ts'
import { officers } from './modules/officers/module.ts'
import { officerRoutes } from './modules/officers/routes.ts'
import { staffRoutes } from './modules/officers/staff-routes.ts'
import { officerMigrations } from './modules/officers/store.ts'
import { paymentListener } from './modules/payments/hear.ts'
import { paymentRoutes } from './modules/payments/routes.ts'
import { paymentMigrations } from './modules/payments/store.ts'
import { creditRoutes } from './modules/publicity/credit-routes.ts'
import { publicityMigrations } from './modules/publicity/store-credit.ts'
import { publicityRoutes } from './modules/publicity/routes.ts'
import { reportRoutes } from './modules/report/routes.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database.ts'
import { digests, hexDigest } from './platform/digest.ts'
import { filesIn } from './platform/files.ts'
import { buildHttp, type Http } from './platform/http.ts'
import type { LogKey } from './platform/keys.ts'
import { hashPassword } from './platform/password.ts'
import { chance, newId } from './platform/random.ts'
import { sessionMigrations } from './platform/session-store.ts'
import { sessions, type Sessions } from './platform/session.ts'

/** Every table of every module, in the order of their names. */
export const MIGRATIONS = { ...sessionMigrations, ...ledgerMigrations, ...officerMigrations, ...enforcementMigrations, ...signatureMigrations, ...evidenceMigrations, ...publicityMigrations, ...intakeMigrations, ...paymentMigrations }

export interface ServerParts {
  readonly database: Database
  readonly clock: Clock
  /** The hour outside, where the bureau itself lives on another day, as a demonstration does. */
  readonly outside?: Clock
  /** With which the log signs, Ed25519 or SM2 or both. */
  readonly keys: readonly LogKey[]
  readonly dataFolder: string
  readonly webFolder?: string
  readonly bureau: BureauFile
  readonly accounts: readonly { readonly login: string; readonly name: string; readonly post: string }[]
  readonly password?: string
  /** The key that the payment platform signs with, where there is one. */
  readonly platformKey?: string
  readonly logs: boolean
  readonly trustsProxy?: boolean
}
export interface Server {
  readonly http: Http
  readonly recorder: ReturnType<typeof recorder>
  readonly sessions: Sessions
  readonly seal: () => Promise<void>
}

/** Introduces the modules to each other (装配). Nobody else knows them all. */
export async function assemble({ database, clock, keys, dataFolder, webFolder, bureau, accounts, password, logs, trustsProxy = false, outside = clock, platformKey }: ServerParts): Promise<Server> {
  const origin = bureau.log
  const signers = keys.map(({ kind, publicKey, sign }) => ({ key: verifierKey(digests.sha256, origin, kind, publicKey), sign }))
  const theLedger = ledger({ database, clock, digests, salt: chance, origin, signers })
  const theSessions = sessions(database, clock)
  const theOfficers = officers({ database, clock, sessions: theSessions })
  const makeId = () => newId(clock.now())
  const theRecorder = recorder({ database, ledger: theLedger, officers: theOfficers, clock, newId: makeId, hash: hexDigest, bureau, heard: paymentListener({ clock, desk: () => theDesk }) })
  const theDesk: CaseDesk = caseDesk(theRecorder)
  const theCases = cases({ database, ledger: theLedger, officers: theOfficers, clock, bureau: bureau.name })
  const page = webFolder === undefined ? undefined : join(webFolder, 'verify.html')
  const verifyPage = page !== undefined && existsSync(page) ? page : undefined
  const http = await buildHttp({ title: '准绳 接口', logs, trustsProxy, ...(webFolder === undefined ? {} : { webFolder }) })
  officerRoutes(http, { database, clock, sessions: theSessions, officers: theOfficers, bureau: { name: bureau.name, demo: bureau.demo }, decoyHash: await hashPassword(makeId()) })
  cardRoutes(http, { database, clock, officers: theOfficers, bureau: bureau.name })
  staffRoutes(http, { database, clock, officers: theOfficers, newId: makeId })
  libraryRoutes(http)
  const files = filesIn(join(dataFolder, 'files'))
  const leads = leadOffice(makeId)
  intakeRoutes(http, { database, clock, officers: theOfficers, leads, newId: makeId })
  enforcementRoutes(http, { database, clock, officers: theOfficers, ledger: theLedger, files, recorder: theRecorder, cases: theCases, leads, bureau, ...(verifyPage === undefined ? {} : { verifyPage }) })
  paymentRoutes(http, { database, clock, outside, officers: theOfficers, desk: theDesk, newId: makeId, settings: bureau.payment, platformKey, bureau: { name: bureau.name, demo: bureau.demo } })
  evidenceRoutes(http, { database, clock, outside, officers: theOfficers, files, folder: dataFolder, ...(bureau.district === undefined ? {} : { district: bureau.district }) })
  publicityRoutes(http, { database, bureau: { name: bureau.name, demo: bureau.demo }, accounts, checkpoint: theLedger.checkpoint, logKeys: signers.map(({ key: one }) => vkeyText(one)), ...(password === undefined ? {} : { password }) })
  creditRoutes(http, { database, clock, officers: theOfficers, agency: { name: bureau.name, creditCode: bureau.creditCode ?? '' } })
  ledgerRoutes(http, { database, checkpoint: theLedger.checkpoint })
  reportRoutes(http, { database, clock, officers: theOfficers, listCases: theCases.list })
  return { http, recorder: theRecorder, sessions: theSessions, seal: theLedger.seal }
}
