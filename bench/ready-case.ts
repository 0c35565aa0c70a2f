import { calendarOf } from '@zhunsheng/law/calendar.ts'
import { parseDay } from '@zhunsheng/law/day.ts'
import type { Act, Setting } from '@zhunsheng/law/dossier.ts'
import { judgeOf } from '@zhunsheng/law/judge.ts'
import { CHONGQING } from '@zhunsheng/law/jurisdictions/chongqing.ts'
import { parseAnswers } from '@zhunsheng/law/parse.ts'
import { ORDINARY_COURSE } from '@zhunsheng/law/penalty/ordinary/course.ts'
import { ORDINARY_PENALTY } from '@zhunsheng/law/penalty/ordinary/procedure.ts'
import { CAST } from '@zhunsheng/law/scenario/cast.ts'
import { mustAgree } from './match.ts'

export const SETTING: Setting = { calendar: calendarOf(), local: CHONGQING }
export const judge = judgeOf(ORDINARY_PENALTY)

/** Twenty lawful acts: a usual case, from the report to the archive, with four pieces of evidence. */
export function twentyActs(): readonly Act[] {
  const steps = ORDINARY_COURSE.steps({ upTo: 'archive', from: '2021-08-02' }, SETTING, [])
  const recorded: Act[] = []
  for (const step of steps.flatMap((one) => (one.act === 'collect' ? [one, one, one, one] : [one]))) {
    const on = parseDay(step.on)
    const spec = judge.procedure.acts[step.act]
    if (on === undefined || spec === undefined) throw new Error(`the course has no day or act ${step.act}`)
    const parsed = parseAnswers(spec.form, ORDINARY_COURSE.typical(step.act, on), () => undefined)
    if (!parsed.ok) throw new Error(`typical answers of ${step.act} do not fit its form`)
    const by = ORDINARY_COURSE.by(step.act).flatMap((id) => CAST[id] ?? [])
    const act: Act = { kind: step.act, on, by, data: parsed.value, seq: recorded.length + 1, recordedOn: on }
    const ruling = judge.rule(judge.read({ procedure: judge.procedure.code, acts: recorded }, SETTING), act, on)
    mustAgree(ruling.granted, `${step.act} is lawful in the usual course`)
    recorded.push(act)
  }
  mustAgree(recorded.length === 20, `the dossier has 20 acts, not ${recorded.length}`)
  return recorded
}
