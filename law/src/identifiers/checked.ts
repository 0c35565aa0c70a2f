/** The answer of a check (校验): the value as it is kept, or why not, in words that a clerk understands. */
export type Checked = { readonly ok: true; readonly value: string; readonly warning?: string } | { readonly ok: false; readonly because: string }
