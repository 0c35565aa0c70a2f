/** Why the process cannot start (启动失败): one clear sentence, and the exit code by which a script can tell. */
export class StartFault extends Error {
  readonly exitCode: number
  constructor(sentence: string, exitCode: number) {
    super(sentence)
    this.exitCode = exitCode
  }
}

/** Exit codes: a bad option, a taken port, an unusable data folder, an unreachable database, a database too old. */
export const EXIT = { option: 2, port: 3, folder: 4, unreachable: 5, tooOld: 6 } as const
