import type { RecordedAct } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import type { Answers, ShownAct, ShownForm } from './form.ts'

/** What a person must attest anew each time is never carried over: yes or no, times, days, persons, and the words of a decision. */
const CARRIED = ['text', 'choice', 'choices', 'money', 'matter', 'group', 'list']
const OWN_WORDS = ['opinion', 'signature', 'conclusion', 'receiver', 'way', 'witness', 'note', 'outcome', 'reason']

/** Answers that the dossier already holds to the very same questions (带入), latest first, so that nothing is typed twice. */
export function carriedOver(form: ShownForm, acts: readonly RecordedAct[], specs: ReadonlyMap<string, ShownAct>): Answers {
  const found: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(form)) {
    if (!CARRIED.includes(field.shape.type) || OWN_WORDS.includes(name)) continue
    const asked = JSON.stringify(field.shape)
    const earlier = acts.findLast((act) => {
      const same = specs.get(act.kind)?.form[name]
      return act.correctedBy === undefined && act.data[name] !== undefined && same !== undefined && JSON.stringify(same.shape) === asked
    })
    if (earlier !== undefined) found[name] = earlier.data[name]
  }
  return found
}
