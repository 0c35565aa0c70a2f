/** How reminders leave the house (短信提醒): `messages` in `bureau.json`. */
export interface MessageSettings {
  /** Where the gateway takes messages; without it they are held. */
  readonly gateway?: string
  /** The signature of every message (短信签名), as the carrier registered it. */
  readonly sign: string
  /** Where the party finds out more: an address, a telephone, a page. */
  readonly where: string
}
