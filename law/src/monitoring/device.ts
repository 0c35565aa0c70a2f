import { apl, type Citation } from '../article.ts'
import { CaseFile } from '../case-file.ts'
import { effectiveActs } from '../correction.ts'
import type { Day } from '../day.ts'
import type { Act, Setting } from '../dossier.ts'
import type { Refusal } from '../ruling.ts'
import { STATUTES } from '../statutes.ts'
import { BASIS_LEVELS, DEVICE_ACTS, registerWords } from './device-acts.ts'

/** An entry of a device or an event with the moment at which the server wrote it down (登记时刻), in milliseconds since 1970. */
export interface Entry extends Act {
  readonly recordedMs: number
}

const { last, every } = registerWords
const resetsOf = (kind: string): readonly string[] => Object.entries(DEVICE_ACTS).find(([name]) => name === kind)?.[1].resets ?? []

/**
 * A device as the register shows it for a day (某日的设备状态), from what had been entered by a moment.
 *
 * A certificate of verification speaks for itself whenever it is entered, since its issuer can be asked; everything else
 * counts from the moment when it was entered.
 */
export function deviceOn(entries: readonly Entry[], { on, knownMs }: { readonly on: Day; readonly knownMs: number }, setting: Setting): CaseFile {
  const certificates = new Set(entries.filter(({ kind }) => kind === 'certify').map(({ seq }) => seq))
  const known = entries.filter(({ recordedMs, seq, data }) => recordedMs <= knownMs || certificates.has(seq) || (typeof data['target'] === 'number' && certificates.has(data['target'])))
  const acts = effectiveActs(known).filter((act) => act.on <= on)
  return new CaseFile([...acts].sort((a, b) => a.on - b.on || a.seq - b.seq), setting, resetsOf)
}

/** What a record asks of its device. */
export interface Asked {
  readonly on: Day
  /** The record holds a measured value. */
  readonly measured: boolean
}

interface Need {
  readonly code: string
  readonly because: string
  readonly instead: string
  readonly basis?: readonly Citation[]
  readonly isMet: (device: CaseFile, asked: Asked) => boolean
}
const BASIS: readonly Citation[] = [apl(41, 1)]

/** Every known instrument by its names, so that a local one cannot pass for a law. */
const levelOf = (name: string): string | undefined => {
  const plain = name.replace(/[《》\s]/g, '')
  return Object.values(STATUTES).find((one) => one.name === plain || one.short === plain)?.level
}
/** Whether an instrument of that name can be of that rank (法律、行政法规); one that we know is what we know it to be. */
export function isLawOrRegulation(name: unknown, level: unknown): boolean {
  if (typeof name !== 'string' || (level !== 'law' && level !== 'regulation')) return false
  const known = levelOf(name)
  return known === undefined || known === BASIS_LEVELS[level]
}
const isPermitted = (device: CaseFile): boolean => {
  const permit = last(device, 'permit')
  return permit !== undefined && isLawOrRegulation(permit.data.instrument, permit.data.level)
}

/** The certificates that hold on a day, both named days included. */
const certificatesOn = (device: CaseFile, on: Day) => every(device, 'certify').filter((one) => one.on <= on && on <= one.data.until)

const needsCertificate = (device: CaseFile, { measured }: Asked): boolean => measured || last(device, 'register')?.data.measures === true || every(device, 'certify').length > 0

/** What the article asks of every device (第四十一条第一款), one line each. */
const NEEDS: readonly Need[] = [
  { code: 'device.unregistered', because: '设备没有登记在册', instead: '登记设备', isMet: (device) => last(device, 'register') !== undefined },
  { code: 'device.basis', because: '没有登记使用设备的法律、行政法规依据，或者登记的依据不是法律、行政法规', instead: '登记法律或者行政法规的名称和条款', isMet: isPermitted },
  { code: 'device.legal-review', because: '没有通过法制审核', instead: '由法制审核人员审核并登记结论', isMet: (device) => last(device, 'legalReview')?.data.result === 'passed' },
  { code: 'device.technical-review', because: '没有通过技术审核', instead: '组织技术审核并登记结论', isMet: (device) => last(device, 'technicalReview')?.data.result === 'passed' },
  { code: 'device.standard', because: '没有登记符合的标准', instead: '登记标准编号和证明材料', isMet: (device) => last(device, 'conform') !== undefined },
  { code: 'device.place', because: '没有登记设置地点及其合理性', instead: '登记设置地点和设置的合理性', isMet: (device) => last(device, 'place') !== undefined },
  { code: 'device.sign', because: '现在的设置地点没有明显的标志', instead: '设置标志并登记', isMet: (device) => last(device, 'sign') !== undefined },
  { code: 'device.published', because: '现在的设置地点没有向社会公布', instead: '公布设置地点并登记', isMet: (device) => last(device, 'publish') !== undefined },
  { code: 'device.certificate', because: '没有在有效期内的检定或者校准证书', instead: '检定或者校准，并登记证书', basis: [apl(41, 1), apl(41, 2)], isMet: (device, asked) => !needsCertificate(device, asked) || certificatesOn(device, asked.on).length > 0 },
  { code: 'device.service', because: '设备没有投入使用，或者已经停用', instead: '登记投入使用', isMet: (device) => last(device, 'start') !== undefined },
]

/** What a device lacks on a day (缺少的条件), each with its article and the cure; a device that nobody registered lacks that, and nothing else is asked. */
export function lacksOf(device: CaseFile, asked: Asked): readonly Refusal[] {
  const lacking = NEEDS.filter(({ isMet }) => !isMet(device, asked))
  const first = lacking[0]?.code === 'device.unregistered' ? lacking.slice(0, 1) : lacking
  return first.map(({ code, because, instead, basis = BASIS }) => ({ code, basis, because, instead }))
}

/** When a record was made, and whether it measures. */
export interface Made extends Asked {
  readonly atMs: number
}
const PAST = '补办、补登记只对以后的记录有效；这条记录可以作为线索，由执法人员另行取证'

/**
 * Why a device's record can be no evidence (设备不合条件), or nothing.
 *
 * Both as the register stood at the moment of the record and as it stands now: a late entry heals nothing, and an entry
 * that was annulled since does not count.
 */
export function lacksAt(entries: readonly Entry[], made: Made, nowMs: number, setting: Setting): readonly Refusal[] {
  const found = [made.atMs, nowMs].flatMap((knownMs) => lacksOf(deviceOn(entries, { on: made.on, knownMs }, setting), made))
  return found.filter(({ code }, index) => found.findIndex((one) => one.code === code) === index).map((one) => ({ ...one, because: `记录形成时，${one.because}`, instead: PAST }))
}
