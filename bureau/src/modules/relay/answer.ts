/** What a worker says to the gateway that handed it positions (处理结果): the number of the parcel, and whether it is durable. */
export const answerText = (number: string, isDurable: boolean): string => `${isDurable ? 'durable' : 'failed'} ${number}`

export function answerOf(text: string): { readonly number: number; readonly isDurable: boolean } | undefined {
  const read = /^(durable|failed) (\d{1,15})$/.exec(text)
  return read === null ? undefined : { number: Number(read[2]), isDurable: read[1] === 'durable' }
}

/** Where the answer to a parcel goes, as it stands beside the parcel: the gateway, and the number by which it knows it. */
export const addressOf = (gateway: string, number: number): string => `${gateway} ${number}`

/** A gateway's name and the parcel's number; nothing where somebody else wrote it. */
export function addressIn(text: string | undefined): { readonly gateway: string; readonly number: string } | undefined {
  const [, gateway, number] = /^([A-Za-z0-9_-]{1,80}) (\d{1,15})$/.exec(text ?? '') ?? []
  return gateway === undefined || number === undefined ? undefined : { gateway, number }
}
