import type { Fix } from '@zhunsheng/trucks/fix.ts'

/** The door of the server (接口): what a logged-in person may send over HTTP. */
export interface Door {
  readonly post: (who: string, path: string, body: Readonly<Record<string, unknown>>, key: string) => Promise<Readonly<Record<string, unknown>>>
  /** Hands a file over as evidence, under a name. */
  readonly upload: (who: string, name: string, content: Uint8Array) => Promise<void>
  readonly get: (who: string, path: string) => Promise<Readonly<Record<string, unknown>>>
  /** Sends what a machine sends, with its key: JSON, or a picture. */
  readonly report: (key: string, path: string, payload: Readonly<Record<string, unknown>> | Uint8Array) => Promise<Readonly<Record<string, unknown>>>
  /** What somebody in the street reports, with photographs (群众举报). */
  readonly tipoff: (report: Readonly<Record<string, unknown>>, photos: readonly Uint8Array[], key: string) => Promise<void>
  /** What the payment platform tells the bureau, signed as it signs (到账通知). */
  readonly notify: (notice: Readonly<Record<string, string>>) => Promise<void>
  /** Hands in positions of trucks, as the gateway of the terminals does. */
  readonly positions: (fixes: readonly Fix[]) => Promise<void>
  /** What the server does for the trucks every minute. */
  readonly minute: () => Promise<void>
  /** Sets the clock of the bureau to a moment of the year, written day and HH:mm. */
  readonly setClock: (on: string, at: string) => void
}
