/**
 * The units of an H.264 byte stream (NAL 单元), ITU-T H.264 Annex B: what lies between start codes of three bytes, zeros after it left out.
 * Without any start code the bytes are one unit, as some terminals send it.
 */
export function nalUnits(bytes: Uint8Array): readonly Uint8Array[] {
  const units: Uint8Array[] = []
  let from = -1
  for (let code = startCode(bytes, 0); code < bytes.length; code = startCode(bytes, code + START_BYTES)) {
    if (from !== -1) add(units, bytes, from, code)
    from = code + START_BYTES
  }
  add(units, bytes, from === -1 ? 0 : from, bytes.length)
  return units
}
const START_BYTES = 3

/** Where the next 00 00 01 begins; the length where there is none. The machine looks for single bytes fastest. */
function startCode(bytes: Uint8Array, from: number): number {
  for (let one = bytes.indexOf(1, from + 2); one !== -1; one = bytes.indexOf(1, one + 1)) if (bytes[one - 1] === 0 && bytes[one - 2] === 0) return one - 2
  return bytes.length
}
function add(units: Uint8Array[], bytes: Uint8Array, from: number, until: number): void {
  let end = until
  while (end > from && bytes[end - 1] === 0) end -= 1
  if (end > from) units.push(bytes.subarray(from, end))
}

/** What a unit is, ITU-T H.264 表 7-1: the numbers that matter here. */
export const NAL = { slice: 1, partition: 2, keySlice: 5, sequenceSet: 7, pictureSet: 8, delimiter: 9 } as const
/** The kind of a unit. */
export const nalKind = (unit: Uint8Array): number => (unit[0] ?? 0) & 0x1f
/** Whether the unit is part of a picture. */
export const isSlice = (unit: Uint8Array): boolean => nalKind(unit) >= NAL.slice && nalKind(unit) <= NAL.keySlice
/** Whether a slice is the first of its picture: `first_mb_in_slice` is 0, one bit. */
export const isFirstSlice = (unit: Uint8Array): boolean => ((unit[1] ?? 0) & 0x80) !== 0
