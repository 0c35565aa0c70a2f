import type { BureauFile } from './bureau-file.ts'
import type { LeadOffice } from './modules/enforcement/contract.ts'
import type { EvidenceRoom } from './modules/evidence/contract.ts'
import type { MonitoringDoor } from './modules/monitoring/contract.ts'
import type { Officers } from './modules/officers/contract.ts'
import { pictures } from './modules/pictures/module.ts'
import { portal } from './modules/portal/module.ts'
import { USUAL_TERM } from './modules/portal/parts.ts'
import type { Relay } from './modules/relay/contract.ts'
import type { PositionSink } from './modules/terminals/contract.ts'
import { terminals, type Terminals } from './modules/terminals/module.ts'
import { tipoffs } from './modules/tipoffs/module.ts'
import { tracking } from './modules/tracking/module.ts'
import { truckDays } from './modules/tracking/near.ts'
import { trucks } from './modules/trucks/module.ts'
import { ownHaulage } from './modules/trucks/own-haulage.ts'
import { truckRegister } from './modules/trucks/register.ts'
import { video, type Video } from './modules/video/module.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database.ts'
import type { Files } from './platform/files.ts'
import type { Http } from './platform/http.ts'
import { chance, token } from './platform/random.ts'
import type { Sessions } from './platform/session.ts'
import { settingLines, USUAL_TRUCKS } from './trucks-file.ts'

interface RoadParts {
  readonly database: Database
  readonly clock: Clock
  readonly outside: Clock
  readonly files: Files
  readonly officers: Officers
  readonly leads: LeadOffice
  readonly evidence: EvidenceRoom
  readonly monitoring: MonitoringDoor
  readonly enterpriseSessions: Sessions
  readonly bureau: BureauFile
  readonly newId: () => string
  readonly decoyHash: string
  /** Where several processes share the trucks. */
  readonly relay?: Relay
}
interface Road {
  readonly sink: PositionSink
  readonly trackTurn: () => Promise<void>
  readonly gateway: Terminals
  readonly media: Video
}

/** Introduces to each other the modules that watch muck trucks (渣土车监管的装配): register, road, pictures, terminals, and both doors to the outside. */
export function onTheRoad(http: Http, { files, leads, outside, enterpriseSessions, decoyHash, bureau: file, monitoring, relay, ...parts }: RoadParts): Road {
  const { database, clock, officers, newId } = parts
  const bureau = { name: file.name, demo: file.demo }
  const watching = file.trucks ?? USUAL_TRUCKS
  const register = truckRegister
  trucks(http, { database, clock, officers, newId, map: watching.map })
  const { sink, cards, warnings, turn, own, alarms, noteLook } = tracking(http, { ...parts, bureau, register, monitoring, rules: watching.watches, keeping: watching.keeping, safety: watching.safety, settings: settingLines(watching), exhibits: (...of) => thePictures.exhibits(...of), heard: (raised) => (relay === undefined ? gateway.alarmed(raised) : relay.tell(raised)), ...(relay === undefined ? {} : { share: relay.share }) })
  const thePictures = pictures(http, { ...parts, files, alarms, rules: watching.pictures })
  tipoffs(http, { ...parts, outside, leads, register, days: truckDays, secret: token })
  portal(http, { ...parts, bureau, sessions: enterpriseSessions, haulage: ownHaulage({ clock, newId }), own, term: file.portal ?? USUAL_TERM, decoyHash, chance })
  const gateway: Terminals = terminals(http, { database, clock, officers, newId, register, limits: watching.limits, snapshots: watching.snapshots, ...(watching.mapping === undefined ? {} : { mapping: watching.mapping }), ...(relay === undefined ? {} : { spanning: relay.lines }), sink: relay === undefined ? sink : { ...sink, take: relay.take }, recordings: thePictures.recordings, cards, warnings })
  relay?.introduce({ take: sink.take, alarmed: gateway.alarmed })
  const media = video(http, { clock, officers, newId, cameras: gateway.cameras, clips: thePictures.clips, noteLook, rules: watching.video })
  // Old pictures are erased once, by whoever leads.
  const isMine = (): boolean => relay?.share.leads() ?? true
  return { sink, trackTurn: () => turn().then(() => (isMine() ? thePictures.turn() : undefined)), gateway, media }
}
