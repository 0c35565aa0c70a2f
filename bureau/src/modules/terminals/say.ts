import type { Header } from '@zhunsheng/jt808/frame/header.ts'
import type { Bodies, Message } from '@zhunsheng/jt808/messages/catalogue.ts'
import type { Version } from '@zhunsheng/jt808/version.ts'
import type { CardReport, RecordingFate } from './contract.ts'
import { DONE, FAILED, framesOf, replied, stillKnown, UNSUPPORTED, WRONG, type Line } from './line.ts'
import { parametersText } from './parameters-text.ts'

/** Messages that bring positions. */
export type Report = Extract<Message, { readonly name: 'location' | 'locationBatch' | 'locationAnswer' }>
type Frames = readonly Uint8Array[]

/** What a message without positions leads to (非位置消息): the frames to be sent back. */
export async function say(line: Line, header: Header, message: Exclude<Message, Report>, { body, version }: { readonly body: Uint8Array; readonly version: Version }): Promise<Frames> {
  const { parts: { desk, tally, nowMs }, voice } = line
  switch (message.name) {
    case 'registration': {
      const { maker, model, terminalId, plate, plateColour } = message.body
      const result = await desk.register(header.phone, { maker, model, terminalId, plate: plateColour === 0 ? '' : plate, version })
      if ('code' in result) return voice.say(header, 'registrationAnswer', { serial: header.serial, result: DONE, code: result.code })
      tally.count('registration-refused')
      await desk.hold(header.phone, `注册：${plate}，${maker} ${model} ${terminalId}`, framesOf(header, body))
      return voice.say(header, 'registrationAnswer', { serial: header.serial, result: result.refused })
    }
    case 'authentication': {
      const identity = await desk.authenticate(header.phone, message.body.code)
      line.known = identity === undefined ? undefined : { terminal: header.phone, identity, askedMs: nowMs() }
      if (identity !== undefined) return voice.answer(header, DONE)
      tally.count('wrong-code')
      await desk.hold(header.phone, '鉴权码不符，或者没有注册', framesOf(header, body))
      return voice.answer(header, FAILED)
    }
    case 'terminalAnswer':
      replied(line, message.body.serial, { result: message.body.result })
      return []
    case 'cameraAnswer':
      replied(line, message.body.serial, { result: CAMERA_RESULTS[message.body.result] ?? FAILED })
      return []
    case 'parameters':
      replied(line, message.body.serial, { result: DONE, said: parametersText(message.body, version) })
      return []
    case 'serverTimeQuery':
      return voice.say(header, 'serverTime', { atMs: nowMs() })
    case 'logout':
      if (line.known?.terminal !== header.phone) return voice.answer(header, FAILED)
      await desk.logOut(header.phone)
      line.known = undefined
      return voice.answer(header, DONE)
    case 'heartbeat':
      return voice.answer(header, DONE)
    case 'mediaEvent':
      tally.count('media.announced')
      return voice.answer(header, DONE)
    case 'media':
      return recorded(line, header, message.body)
    case 'driverCard':
      return card(line, header, message.body)
    default:
      tally.count(`message.${message.name}`)
      return voice.answer(header, UNSUPPORTED)
  }
}
/** Of the camera's answer: done, failed, no such channel. */
const CAMERA_RESULTS: Readonly<Record<number, number>> = { 0: DONE, 1: FAILED, 2: UNSUPPORTED }

/** How each fate is answered: by the message's own answer (0x8800) where it is here, otherwise as the standard says failed or wrong. */
const ANSWERS: Readonly<Record<RecordingFate, number>> = { kept: DONE, repeated: DONE, broken: WRONG, 'too-large': FAILED, 'too-many': FAILED, full: FAILED }

/** Of the status word: satellites told the place. */
const LOCATED = 0b10

/** A whole picture (多媒体数据): kept before it is answered; what could not be made durable is not answered, and the terminal sends it again. */
async function recorded(line: Line, header: Header, { mediaId, type, format, event, channel, location, data }: Bodies['media']): Promise<Frames> {
  const { parts: { desk, tally, nowMs }, voice } = line
  const known = await stillKnown(line, header.phone)
  if (known === undefined) return stranger(line, header)
  const place = location === undefined || (location.status & LOCATED) === 0 ? {} : { place: { lat: location.latitudeE6 / 1e6, lon: location.longitudeE6 / 1e6 } }
  const fate = await desk
    .record({ terminal: header.phone, truckId: known.identity.truckId, plate: known.identity.plate, mediaId, type, format, event, channel, atMs: location?.atMs ?? nowMs(), ...place, receivedMs: nowMs(), bytes: data })
    .catch(() => undefined)
  tally.count(`media.${fate ?? 'not-durable'}`)
  if (fate === undefined) return []
  return ANSWERS[fate] === DONE ? voice.say(header, 'mediaAnswer', { mediaId, missing: [] }) : voice.answer(header, ANSWERS[fate])
}

/** The driver's card (驾驶员身份信息): of 2011, where nothing says that it was put in, what came is a card that is in. */
async function card(line: Line, header: Header, said: Bodies['driverCard']): Promise<Frames> {
  const { parts: { desk, tally, nowMs }, voice } = line
  const known = await stillKnown(line, header.phone)
  if (known === undefined) return stranger(line, header)
  const { name, licence, validUntil } = said
  const read: Partial<CardReport> = { ...(name === undefined ? {} : { name: name.trim() }), ...(licence === undefined ? {} : { licence: licence.trim() }), ...(validUntil === undefined ? {} : { validUntil }) }
  const isStored = await desk
    .card({ terminal: header.phone, truckId: known.identity.truckId, plate: known.identity.plate, kind: kindOf(said), atMs: said.atMs ?? nowMs(), receivedMs: nowMs(), ...read })
    .then(() => true, () => false)
  tally.count(isStored ? 'card' : 'card.not-durable')
  return isStored ? voice.answer(header, DONE) : []
}
function kindOf({ status, cardResult = DONE }: Bodies['driverCard']): CardReport['kind'] {
  if (status === TAKEN_OUT) return 'out'
  return cardResult === DONE ? 'in' : 'unread'
}
const TAKEN_OUT = 2

function stranger({ parts: { tally }, voice }: Line, header: Header): Frames {
  tally.count('unauthenticated')
  return voice.answer(header, FAILED)
}
