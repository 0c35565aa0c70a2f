import { gbf118 } from './article.ts'
import { act, languageOf } from './language.ts'
import type { Rule } from './procedure.ts'
import { attachForm } from './recording.ts'

/** The act that brings a recording into the file afterwards (补录音像记录), for the acts of a procedure that may need one. */
export const recordingActs = (kinds: readonly string[]) =>
  ({
    attachRecording: act('补录音像记录', {
      // It puts the record right, and moves the case no further.
      stage: '更正',
      by: ['officer', 'teamLeader', 'hearingOfficer'],
      basis: gbf118(),
      help: '把录音录像附到已经记录的行为；没有的，写明原因和采取的替代措施。在此之前，其他行为不能办理。',
      form: attachForm(kinds),
    }),
  }) as const

const { checks } = languageOf<ReturnType<typeof recordingActs>>()

/** What holds of it in every procedure. */
export const recordingRules = (kinds: readonly string[]): readonly Rule[] => [
  checks('attachRecording', {
    code: 'attachRecording.target',
    says: '所记录的是案卷中可以音像记录的行为',
    instead: '选择案卷中的那一项行为',
    basis: gbf118(),
    test: ({ data }, file) => (file.acts.some(({ seq, kind }) => seq === data.of && kinds.includes(kind)) ? undefined : { because: '案卷中没有这一项行为，或者它不属于音像记录的行为', field: 'of' }),
  }),
  checks('attachRecording', {
    code: 'attachRecording.empty',
    says: '附有音像记录，或者写明没有的原因',
    instead: '附上录音录像；没有的，写明原因和替代措施',
    basis: gbf118(),
    test: ({ data }) => ((data.recordings ?? []).length === 0 && data.noRecording === undefined ? { because: '既没有附音像记录，也没有写明原因', field: 'recordings' } : undefined),
  }),
]
