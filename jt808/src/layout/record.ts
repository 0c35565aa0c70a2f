import { inside } from '../fault.ts'
import { unfit } from '../bytes/writer.ts'
import type { Version } from '../version.ts'
import type { Conditional, Field, Layout, ValueOf, When } from './layout.ts'

type Fields = Readonly<Record<string, Field<unknown>>>
type Always<F> = { [K in keyof F]: F[K] extends Conditional<unknown> ? never : K }[keyof F]
type Value<F> = F extends { readonly layout: infer L } ? ValueOf<L> : never
/** What a record with these fields holds: those that may be left out are left out, not `undefined`. */
export type RecordOf<F> = { readonly [K in Always<F>]: Value<F[K]> } & { readonly [K in Exclude<keyof F, Always<F>>]?: Value<F[K]> }

/** Parts one after the other, by name, in the order of the table of the standard. */
export function record<F extends Fields>(fields: F): Layout<RecordOf<F>> {
  const entries = Object.entries(fields)
  return {
    form: { kind: 'record', fields },
    read(from) {
      const value: Record<string, unknown> = {}
      for (const [key, { layout, when }] of entries) {
        if (when !== undefined && !when(value, from.version)) continue
        value[key] = layout.read(from)
        if (from.fault !== undefined) {
          from.fault = inside(key, from.fault)
          break
        }
      }
      // What was read by the table has the type that the table declares.
      return value as RecordOf<F>
    },
    write(to, value) {
      const given: Readonly<Record<string, unknown>> = value
      for (const [key, { layout, when }] of entries) {
        const wanted = when === undefined || when(given, to.version)
        const there = Object.hasOwn(given, key)
        if (wanted !== there) unfit(to, wanted ? 'missing' : 'unexpected')
        else if (wanted) layout.write(to, given[key])
        if (to.fault !== undefined) {
          to.fault = inside(key, to.fault)
          return
        }
      }
    },
  }
}

/** A part with its Chinese name, as the table of the standard calls it. */
export const called = <T>(label: string, layout: Layout<T>): { readonly label: string; readonly layout: Layout<T> } => ({ label, layout })

/** A part that is there only for some records. */
export const calledWhen = <T>(label: string, when: When, layout: Layout<T>): Conditional<T> => ({ label, when, layout })

/** Whether a bit of an earlier field is set. */
export const bitOf = (field: string, bit: number): When => (before) => ((Number(before[field]) >>> bit) & 1) === 1
/** Whether an earlier field has one of these values. */
export const oneOf = (field: string, ...values: readonly number[]): When => (before) => values.includes(Number(before[field]))
/** From this edition on. */
export const since = (first: Version): When => (_, version) => version >= first
/** In this edition only. */
export const only = (one: Version): When => (_, version) => version === one
/** Where all of these hold. */
export const allOf = (...conditions: readonly When[]): When => (before, version) => conditions.every((holds) => holds(before, version))
