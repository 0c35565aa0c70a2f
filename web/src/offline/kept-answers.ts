import { bearer, shelf } from './shelf.ts'

/** Answers that are kept whenever the server gives them: small, the same for a whole shift, and needed by every form. */
const KEPT = /^\/api\/(session|people|matters|lists|procedures(\/[\w.]+)?|workbench|public\/bureau|public\/benchmark-tables|public\/devolutions|public\/officers\/[^/?]+)$/

/** Keeps an answer of the server on this device, if it will be needed without a line. */
export async function keepAnswer(address: string, body: unknown): Promise<void> {
  if (KEPT.test(address) && bearer() !== '') await shelf.answers.put({ person: bearer(), address, body })
}
export async function kept<T>(address: string): Promise<T | undefined> {
  const found = await shelf.answers.get([bearer(), address])
  const body: T | undefined = found === undefined ? undefined : JSON.parse(JSON.stringify(found.body))
  return body
}
