import { numbersAhead, type NumbersAhead } from './numbers-ahead.ts'
import { recentFiles, type RecentFiles } from './recent-files.ts'

/** What this process remembers of what it read and wrote (本进程所知): cases, and the last number of each series. */
export interface Memory {
  readonly recent: RecentFiles
  readonly numbers: NumbersAhead
}

export const newMemory = (): Memory => ({ recent: recentFiles(), numbers: numbersAhead() })

/** For work that may yet be undone: nothing is known of its cases, and nothing of them is remembered. */
export const withoutCases = ({ numbers }: Memory): Memory => ({ recent: recentFiles(), numbers })
