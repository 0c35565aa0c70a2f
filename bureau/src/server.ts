import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { USUAL_KEEPING } from '@zhunsheng/law/archive/keeping.ts'
import { settingWith } from '@zhunsheng/law/judges.ts'
import { verifierKey, vkeyText } from '@zhunsheng/record/vkey.ts'
import { agenciesOf } from './modules/enforcement/acting-agency.ts'
import { caseDesk } from './modules/enforcement/case-desk.ts'
import type { CaseDesk } from './modules/enforcement/contract.ts'
import { decidedCases } from './modules/enforcement/decided-cases.ts'
import { caseRecords } from './modules/enforcement/case-records.ts'
import { cases } from './modules/enforcement/cases.ts'
import { messagesBy, ownLists, type BureauFile } from './bureau-file.ts'
import { leadOffice } from './modules/enforcement/lead-office.ts'
import { recorder } from './modules/enforcement/record-act.ts'
import { enforcementRoutes } from './modules/enforcement/routes.ts'
import { checkTown } from './modules/enforcement/town-check.ts'
import { enforcementMigrations } from './modules/enforcement/store.ts'
import { signatureMigrations } from './modules/enforcement/store-signatures.ts'
import { comparedListener } from './modules/consistency/compared.ts'
import { consistency } from './modules/consistency/module.ts'
import { comparedMigrations } from './modules/consistency/store-compared.ts'
import { scanMigrations } from './modules/consistency/store-scans.ts'
import { applyRoute, tablesRoute } from './modules/discretion/apply-route.ts'
import { publishedBenchmarks } from './modules/discretion/published.ts'
import { replayRoutes } from './modules/discretion/replay-routes.ts'
import { checkDiscretion } from './modules/discretion/records-check.ts'
import { discretionRoutes } from './modules/discretion/routes.ts'
import { benchmarksOn, discretionMigrations } from './modules/discretion/store.ts'
import { appraisalOffice } from './modules/evidence/appraisal.ts'
import { fileChecks, noteDamage } from './modules/evidence/checks.ts'
import { usesTogether } from './modules/evidence/uses-together.ts'
import { custodyRoutes } from './modules/evidence/custody-routes.ts'
import { keepingRoutes } from './modules/evidence/keeping-routes.ts'
import { devolutionRoutes } from './modules/devolution/routes.ts'
import { devolutionMigrations } from './modules/devolution/store.ts'
import { evidenceRoom } from './modules/evidence/room.ts'
import { evidenceRoutes } from './modules/evidence/routes.ts'
import { evidenceMigrations, mediaOfItems } from './modules/evidence/store.ts'
import { custodyMigrations } from './modules/evidence/store-custody.ts'
import { keepingMigrations } from './modules/evidence/store-keeping.ts'
import { intakeRoutes } from './modules/intake/routes.ts'
import { intakeMigrations } from './modules/intake/store.ts'
import { monitoringFigures } from './modules/monitoring/facts.ts'
import { eventUses } from './modules/monitoring/file-uses.ts'
import { monitoring } from './modules/monitoring/module.ts'
import { checkRecords } from './modules/monitoring/records-check.ts'
import { monitoringMigrations } from './modules/monitoring/store.ts'
import { ledger } from './modules/ledger/module.ts'
import { ledgerRoutes } from './modules/ledger/routes.ts'
import { ledgerMigrations } from './modules/ledger/store.ts'
import { listRoutes, listsOn } from './modules/library/list-routes.ts'
import { libraryRoutes, powersOn } from './modules/library/routes.ts'
import { cardRoutes } from './modules/officers/card-routes.ts'
import { officers } from './modules/officers/module.ts'
import { officerRoutes } from './modules/officers/routes.ts'
import { staffRoutes } from './modules/officers/staff-routes.ts'
import { officerMigrations } from './modules/officers/store.ts'
import { deliverDue } from './modules/messages/deliver.ts'
import { httpGateway } from './modules/messages/gateway.ts'
import { messageListener } from './modules/messages/listen.ts'
import { messageRoutes } from './modules/messages/routes.ts'
import { messageMigrations } from './modules/messages/store.ts'
import { paymentFigures } from './modules/payments/facts.ts'
import { paymentListener } from './modules/payments/hear.ts'
import { paymentRoutes } from './modules/payments/routes.ts'
import { paymentMigrations } from './modules/payments/store.ts'
import { catalogueRoutes } from './modules/publicity/catalogue-routes.ts'
import { feedRoutes } from './modules/publicity/feed-routes.ts'
import { repairRoutes } from './modules/publicity/repair-routes.ts'
import { repairMigrations } from './modules/publicity/store-repair.ts'
import { creditRoutes } from './modules/publicity/credit-routes.ts'
import { publicityMigrations } from './modules/publicity/store-credit.ts'
import { publicityRoutes } from './modules/publicity/routes.ts'
import { portalMigrations } from './modules/portal/store.ts'
import { reportRoutes } from './modules/report/routes.ts'
import type { PositionSink } from './modules/terminals/contract.ts'
import type { Terminals } from './modules/terminals/module.ts'
import type { Video } from './modules/video/module.ts'
import { terminalMigrations } from './modules/terminals/store.ts'
import { tipoffUses } from './modules/tipoffs/file-uses.ts'
import { tipoffMigrations } from './modules/tipoffs/store.ts'
import { trackingFigures } from './modules/tracking/facts.ts'
import { answerUses } from './modules/tracking/file-uses.ts'
import { answerMigrations, trackingMigrations } from './modules/tracking/store.ts'
import { pictureMigrations } from './modules/pictures/store.ts'
import { cardMigrations } from './modules/tracking/store-cards.ts'
import { safetyMigrations } from './modules/tracking/store-safety.ts'
import { tileOrigin } from './modules/trucks/map-base.ts'
import { truckMigrations } from './modules/trucks/store.ts'
import type { Relay } from './modules/relay/contract.ts'
import { relayMigrations } from './modules/relay/store.ts'
import { onTheRoad } from './on-the-road.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database.ts'
import { digests, hexDigest } from './platform/digest.ts'
import { filesOn } from './platform/files.ts'
import { bucketShelf, type BucketPlace } from './platform/files-in-bucket.ts'
import { diskShelf } from './platform/files-on-disk.ts'
import { buildHttp, type Http } from './platform/http.ts'
import { insistMigrations } from './platform/insist.ts'
import type { LogKey } from './platform/keys.ts'
import { hashPassword } from './platform/password.ts'
import { chance, newId, token } from './platform/random.ts'
import { sessionMigrations } from './platform/session-store.ts'
import { sessions, type Sessions } from './platform/session.ts'

/** Every table of every module, in the order of their names. */
export const MIGRATIONS = { ...sessionMigrations, ...insistMigrations, ...ledgerMigrations, ...officerMigrations, ...enforcementMigrations, ...signatureMigrations, ...evidenceMigrations, ...custodyMigrations, ...keepingMigrations, ...publicityMigrations, ...intakeMigrations, ...discretionMigrations, ...comparedMigrations, ...scanMigrations, ...devolutionMigrations, ...monitoringMigrations, ...repairMigrations, ...paymentMigrations, ...truckMigrations, ...trackingMigrations, ...terminalMigrations, ...tipoffMigrations, ...answerMigrations, ...portalMigrations, ...pictureMigrations, ...cardMigrations, ...safetyMigrations, ...messageMigrations, ...relayMigrations }

export interface ServerParts {
  readonly database: Database
  readonly clock: Clock
  /** The hour outside, where the bureau itself lives on another day, as a demonstration does. */
  readonly outside?: Clock
  /** With which the log signs, Ed25519 or SM2 or both. */
  readonly keys: readonly LogKey[]
  readonly dataFolder: string
  /** Where evidence files lie, if not in the data folder. */
  readonly bucket?: BucketPlace
  readonly webFolder?: string
  readonly bureau: BureauFile
  readonly accounts: readonly { readonly login: string; readonly name: string; readonly post: string }[]
  /** People of enterprises whose names a demonstration says. */
  readonly enterprises?: readonly { readonly login: string; readonly name: string; readonly post: string }[]
  readonly password?: string
  readonly logs: boolean
  readonly trustsProxy?: boolean
  /** The key that the payment platform signs with, where there is one. */
  readonly platformKey?: string
  /** The key that messages to the gateway are signed with, where there is one. */
  readonly gatewayKey?: string
  /** The way to the other processes that share the trucks, where there are several. */
  readonly relay?: Relay
}
export interface Server {
  readonly http: Http
  readonly recorder: ReturnType<typeof recorder>
  readonly sessions: Sessions
  readonly enterpriseSessions: Sessions
  readonly seal: () => Promise<void>
  /** Looks at the next few files again, and erases what was decided on; answers how many were looked at. */
  readonly keepFiles: () => Promise<number>
  /** Where truck terminals hand in their positions. */
  readonly sink: PositionSink
  /** Computes what is compared of older cases; once all are, nothing. */
  readonly compareTurn: () => Promise<void>
  /** What is done for the trucks every minute. */
  readonly trackTurn: () => Promise<void>
  /** Sends the reminders that are due. */
  readonly sendMessages: () => Promise<number>
  /** Where truck terminals speak to us, once it is told to listen. */
  readonly gateway: Terminals
  readonly media: Video
}

/** Introduces the modules to each other (装配), those of the trucks in `on-the-road.ts`. Nobody else knows them all. */
export async function assemble({ database, clock, keys, dataFolder, bucket, webFolder, bureau, accounts, enterprises = [], password, logs, trustsProxy = false, outside = clock, platformKey, gatewayKey, relay }: ServerParts): Promise<Server> {
  const origin = bureau.log
  const setting = settingWith({ ...ownLists(bureau.lists), devolutions: bureau.devolutions })
  const signers = keys.map(({ kind, publicKey, sign }) => ({ key: verifierKey(digests.sha256, origin, kind, publicKey), sign }))
  const theLedger = ledger({ database, clock, digests, salt: chance, origin, signers })
  const theSessions = sessions(database, clock)
  const enterpriseSessions = sessions(database, clock, undefined, 'enterprise')
  const theOfficers = officers({ database, clock, sessions: theSessions })
  const makeId = () => newId(clock.now())
  const benchmarks = publishedBenchmarks({ demo: bureau.demo })
  const agencyOf = agenciesOf(bureau)
  const planning = { clock, newId: makeId, agencyOf, settings: messagesBy(bureau) }
  const { gateway: gatewayUrl } = planning.settings
  const smsGateway = gatewayUrl === undefined || gatewayKey === undefined ? undefined : httpGateway({ url: gatewayUrl, key: gatewayKey, now: outside.now })
  const theRecorder = recorder({ database, ledger: theLedger, officers: theOfficers, clock, newId: makeId, hash: hexDigest, bureau, setting, media: mediaOfItems, checks: [checkRecords(clock, setting), checkDiscretion(benchmarks), checkTown(theOfficers, bureau.towns)], heard: [paymentListener({ clock, desk: () => theDesk }), messageListener(planning), comparedListener({ benchmarks, officers: theOfficers })] })
  const theDesk: CaseDesk = caseDesk(theRecorder, setting)
  const theCases = cases({ database, ledger: theLedger, officers: theOfficers, clock, bureau: bureau.name, setting })
  const page = webFolder === undefined ? undefined : join(webFolder, 'verify.html')
  const verifyPage = page !== undefined && existsSync(page) ? page : undefined
  const http = await buildHttp({ title: '准绳 接口', logs, trustsProxy, tiles: tileOrigin(bureau.trucks?.map ?? {}), ...(webFolder === undefined ? {} : { webFolder }) })
  const decoyHash = await hashPassword(makeId())
  officerRoutes(http, { database, clock, sessions: theSessions, officers: theOfficers, bureau: { name: bureau.name, demo: bureau.demo }, decoyHash })
  cardRoutes(http, { database, clock, officers: theOfficers, bureau: bureau.name })
  staffRoutes(http, { database, clock, sessions: theSessions, officers: theOfficers, newId: makeId })
  libraryRoutes(http)
  discretionRoutes(http, { database, clock, officers: theOfficers })
  applyRoute(http, { database, clock, benchmarks })
  tablesRoute(http, { database, clock })
  const { turn: compareTurn } = consistency(http, { database, clock, officers: theOfficers, benchmarks, desk: () => theDesk, newId: makeId })
  replayRoutes(http, { database, clock, officers: theOfficers, decidedCases: decidedCases(setting) })
  const filesFolder = join(dataFolder, 'files')
  const files = filesOn({ shelf: bucket === undefined ? diskShelf(filesFolder) : bucketShelf(bucket), incoming: join(filesFolder, 'incoming'), clock: outside, onDamage: noteDamage(database, clock) })
  const records = caseRecords(theCases, database)
  const leads = leadOffice(makeId)
  const keeping = { records, elsewhere: usesTogether([eventUses(leads), tipoffUses(leads), answerUses]), setting: bureau.recordings === undefined ? USUAL_KEEPING : { looseMonths: bureau.recordings.months, source: bureau.recordings.source, verified: true } }
  const office = appraisalOffice({ ...keeping, database, files, clock, newId: makeId, copies: join(dataFolder, 'copies') })
  const checks = fileChecks({ database, files, clock, records })
  listRoutes(http, { clock, local: setting.local, own: bureau.lists ?? {} })
  devolutionRoutes(http, { database, clock, officers: theOfficers, devolutions: bureau.devolutions })
  intakeRoutes(http, { database, clock, officers: theOfficers, leads, newId: makeId })
  enforcementRoutes(http, { database, clock, officers: theOfficers, ledger: theLedger, files, recorder: theRecorder, cases: theCases, leads, bureau, benchmarks, ...(verifyPage === undefined ? {} : { verifyPage }) })
  const district = bureau.district === undefined ? {} : { district: bureau.district }
  paymentRoutes(http, { database, clock, outside, officers: theOfficers, desk: theDesk, newId: makeId, settings: bureau.payment, platformKey, agencyOf, bureau: { name: bureau.name, demo: bureau.demo } })
  messageRoutes(http, { ...planning, database, officers: theOfficers, desk: theDesk, hasGateway: smsGateway !== undefined })
  evidenceRoutes(http, { database, clock, outside, officers: theOfficers, records, files, folder: dataFolder, ...district })
  const room = evidenceRoom({ database, files, clock, outside, ...district })
  const monitoringDoor = monitoring(http, { database, ledger: theLedger, officers: theOfficers, clock, bureau: bureau.name, setting, leads, evidence: room, newId: makeId })
  const { sink, trackTurn, gateway, media } = onTheRoad(http, { database, clock, outside, files, officers: theOfficers, leads, evidence: room, monitoring: monitoringDoor, enterpriseSessions, bureau, newId: makeId, decoyHash, ...(relay === undefined ? {} : { relay }) })
  custodyRoutes(http, { database, clock, officers: theOfficers, records, bureau, agencyOf })
  keepingRoutes(http, { ...keeping, database, clock, officers: theOfficers, office, checks, newId: makeId, bureau })
  publicityRoutes(http, { database, clock, bureau: { name: bureau.name, demo: bureau.demo }, agencyOf, accounts, enterprises, checkpoint: theLedger.checkpoint, logKeys: signers.map(({ key: one }) => vkeyText(one)), ...(password === undefined ? {} : { password }) })
  catalogueRoutes(http, { database, clock, officers: theOfficers, agency: bureau, powers: powersOn, lists: (on) => listsOn(setting.local, on), benchmarks: benchmarksOn, setting })
  repairRoutes(http, { database, clock, outside, officers: theOfficers, openCase: theRecorder.record, secret: token, setting })
  feedRoutes(http, { database, clock, outside, agency: bureau.name, agencyOf, proof: theLedger.proof })
  creditRoutes(http, { database, clock, officers: theOfficers, agency: { name: bureau.name, creditCode: bureau.creditCode ?? '', agencyOf } })
  ledgerRoutes(http, { database, checkpoint: theLedger.checkpoint })
  reportRoutes(http, { database, clock, officers: theOfficers, listCases: theCases.list, offered: [monitoringFigures, paymentFigures, trackingFigures], towns: bureau.towns.map(({ town }) => town) })
  return { http, recorder: theRecorder, sessions: theSessions, enterpriseSessions, seal: theLedger.seal, keepFiles: () => office.carryOut().then(checks.turn), sink, trackTurn, compareTurn, gateway, media, sendMessages: () => deliverDue({ database, clock, desk: theDesk, gateway: smsGateway }) }
}
