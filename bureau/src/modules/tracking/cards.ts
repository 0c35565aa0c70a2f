import { civilDay } from '../../platform/clock.ts'
import type { Database, Queries } from '../../platform/database.ts'
import type { CardReport, CardSink } from '../terminals/contract.ts'
import { RECORDS } from '../trucks/wire.ts'
import type { RegisteredDriver, TruckRegister } from '../trucks/contract.ts'
import { addCard } from './store-cards.ts'
import type { CardHint } from './wire.ts'
import type { Known } from './world.ts'

/** Where the gateway hands in what driver's cards say (驾驶员卡). What is odd about a card is a hint to ask, and accuses nobody. */
export function cardSink({ database, register, known }: { readonly database: Database; readonly register: TruckRegister; readonly known: (queries: Queries) => Promise<Known> }): CardSink {
  return async (report) => {
    const { truckId, plate, terminal, kind, atMs, receivedMs, name, licence } = report
    const [driver, employer] = await database.read(async (queries) => [licence === undefined ? undefined : await register.driverWith(queries, licence), employerOf(await known(queries), truckId)] as const)
    await database.work((tx) => addCard(tx, { truck: truckId, plate, terminal, at: new Date(atMs).toISOString(), received: new Date(receivedMs).toISOString(), kind, name: driver?.name ?? name ?? null, licence: licence ?? null, is_known: driver !== undefined, hints: hintsOf(report, driver, employer) }))
  }
}

function employerOf({ vehicles }: Known, truck: string): string | undefined {
  const vehicle = vehicles.find(({ id }) => id === truck)
  return vehicle === undefined ? undefined : RECORDS.vehicle.parse(vehicle.data).enterprise
}

export function hintsOf({ kind, validUntil, receivedMs }: Pick<CardReport, 'kind' | 'validUntil' | 'receivedMs'>, driver: RegisteredDriver | undefined, employer: string | undefined): CardHint[] {
  if (kind !== 'in') return []
  return [
    ...(driver?.isEnded === true ? ['ended' as const] : []),
    ...(driver !== undefined && employer !== undefined && driver.enterprise !== employer ? ['other-enterprise' as const] : []),
    ...(validUntil !== undefined && validUntil < civilDay(new Date(receivedMs)) ? ['expired' as const] : []),
  ]
}
