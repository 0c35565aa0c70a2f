import { fen, type Fen } from '../../money.ts'

/** What the party owes and has paid (缴款账目), in fen, on a day. */
export interface Account {
  readonly fine: Fen
  readonly confiscated: Fen
  readonly surcharge: Fen
  readonly paidFine: Fen
  readonly paidConfiscation: Fen
  readonly paidSurcharge: Fen
  readonly waived: Fen
}

/** What is still owed in all. */
export const outstanding = (account: Account): Fen =>
  fen(least(account.fine - account.paidFine) + least(account.confiscated - account.paidConfiscation) + least(account.surcharge - account.waived - account.paidSurcharge))
const least = (amount: bigint): bigint => (amount < 0n ? 0n : amount)
