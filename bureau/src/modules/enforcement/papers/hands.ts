import type { Block } from '../../../platform/paper/model.ts'
import type { Signature } from '../wire.ts'

/** Who signed, and what he drew. */
export type Signed = Pick<Signature, 'role' | 'name' | 'strokes'>

/** Whose line it is where no name is printed: the other side of a record or of a service. */
const PARTY = /当事人|被询问人|受送达人|现场人员|代收人|被检查|持有人/
const belongs = (label: string, printed: string | undefined, { role, name }: Signed): boolean =>
  role === 'officer' ? printed === name : role === 'witness' ? label.includes('见证人') : printed === undefined && PARTY.test(label)

/** Puts what was signed on a screen onto the lines for signing (手写签名入文书); each signature once. */
export function withHands(blocks: readonly Block[], signatures: readonly Signed[]): readonly Block[] {
  const left = [...signatures]
  return blocks.map((block) =>
    block.kind !== 'signature'
      ? block
      : {
          ...block,
          lines: block.lines.map((line) => {
            const index = left.findIndex((one) => belongs(line.label, line.name, one))
            const [found] = index < 0 ? [] : left.splice(index, 1)
            return found === undefined ? line : { ...line, hand: pathOf(found.strokes) }
          }),
        },
  )
}

/** Strokes as the data of an SVG path. */
const pathOf = (strokes: Signed['strokes']): string => strokes.map((stroke) => stroke.map((value, at) => `${at === 0 ? 'M' : at === 2 ? 'L' : ' '}${value}`).join('')).join('')
