/** As much of the peer as the benchmark uses; the package brings no types. */
declare module 'hypercore' {
  export default class Hypercore {
    constructor(folder: string)
    readonly length: number
    ready(): Promise<void>
    append(blocks: readonly Uint8Array[]): Promise<unknown>
    get(index: number): Promise<Uint8Array>
    close(): Promise<void>
  }
}
