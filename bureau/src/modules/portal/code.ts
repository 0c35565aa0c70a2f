/** Without the letters and digits that are taken for one another; thirty-two of them, so that a byte picks each as often. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 10
const HALF = LENGTH / 2

/** An activation code (激活码) of fifty bits, in two groups that can be read out on the telephone. */
export function newCode(chance: (length: number) => Uint8Array): string {
  const letters = Array.from(chance(LENGTH), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`
}
/** A code as it is compared: however it was typed. */
export const plainCode = (written: string): string => written.toUpperCase().replace(/[^A-Z0-9]/g, '')
