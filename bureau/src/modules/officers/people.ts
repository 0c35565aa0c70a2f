import { formatDay, parseDay, type Day } from '@zhunsheng/law/day.ts'
import { isCertified, isPost, POSTS, type Person } from '@zhunsheng/law/person.ts'
import type { PersonRow } from './store.ts'
import type { PersonView } from './wire.ts'

/** A stored person as the law sees him on a day. */
export function personOf(row: PersonRow): Person {
  const from = row.certificate_from === null ? undefined : parseDay(row.certificate_from)
  const until = row.certificate_until === null ? undefined : parseDay(row.certificate_until)
  return {
    id: row.id,
    name: row.name,
    posts: row.posts.filter(isPost),
    legalQualification: row.legal_qualification,
    reviewedBefore: row.reviewed_before,
    ...(from === undefined || until === undefined || row.certificate_number === null ? {} : { certificate: { number: row.certificate_number, from, until } }),
  }
}

/** A person as screens show him; whether the certificate is valid is asked of a day. */
export function viewOf(row: PersonRow, today: Day): PersonView {
  const person = personOf(row)
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    department: row.department,
    posts: [...person.posts],
    postNames: person.posts.map((post) => POSTS[post]),
    legalQualification: person.legalQualification,
    reviewedBefore: person.reviewedBefore,
    ...(person.certificate === undefined
      ? {}
      : { certificate: { number: person.certificate.number, from: formatDay(person.certificate.from), until: formatDay(person.certificate.until), valid: isCertified(person, today) } }),
  }
}
