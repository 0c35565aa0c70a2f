/** How long an enterprise has to answer an alarm (企业答复期限): the bureau's own rule. */
export interface AnswerTerm {
  readonly hours: number
  readonly source: string
}
