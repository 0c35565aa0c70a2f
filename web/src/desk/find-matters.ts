import type { MatterView } from '@zhunsheng/bureau/modules/library/wire.ts'

/** Every word must be found somewhere in what the list shows. */
export function mattersWith(matters: readonly MatterView[], search: string): readonly MatterView[] {
  const words = search.split(/\s+/).filter((word) => word !== '')
  return matters.filter(({ id, name, field, basis, measures }) => words.every((word) => `${id} ${name} ${field} ${basis} ${measures}`.includes(word)))
}
