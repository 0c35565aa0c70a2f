import type { Stage } from './steps.ts'

/** How far the case has come, in one line (阶段). */
export function StageBar({ stages, isEnded }: { readonly stages: readonly Stage[]; readonly isEnded: boolean }) {
  const current = stages.findIndex(({ isCurrent }) => isCurrent)
  return (
    <ol className="stage-bar" aria-label="阶段">
      {stages.map(({ name, isCurrent, steps }, index) => {
        const isDone = (index < current && steps.some(({ state }) => state === 'done')) || (isCurrent && isEnded)
        return (
          <li key={name} className={isCurrent && !isEnded ? 'stage-now' : isDone ? 'stage-done' : ''} aria-current={isCurrent ? 'step' : undefined}>
            <span aria-hidden>{isDone ? '✓' : index + 1}</span> {name}
          </li>
        )
      })}
    </ol>
  )
}
