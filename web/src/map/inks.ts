import type { Drawn } from './drawn.ts'

interface Ink {
  readonly line: string
  readonly width: number
  readonly fill?: string
  readonly dashes?: readonly [number, number]
}
/** How each kind of shape is drawn (图例), the lowest first; the legend takes its samples from here. */
export const INKS: Readonly<Record<Drawn['kind'], Ink>> = {
  zone: { line: '#b3261e', width: 2, fill: '#b3261e', dashes: [3, 1.5] },
  site: { line: '#8a4f00', width: 2, fill: '#d98a1f' },
  disposal: { line: '#2a7a4b', width: 2, fill: '#2a7a4b' },
  road: { line: '#6b7685', width: 3, dashes: [0.7, 1.7] },
  route: { line: '#7f9cc7', width: 3 },
  way: { line: '#1f4b8e', width: 2.5 },
  gate: { line: '#1c2530', width: 1.5, fill: '#ffffff' },
  held: { line: '#c3271d', width: 1.5 },
}
