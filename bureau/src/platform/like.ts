/** A pattern for `like` that finds these words anywhere, taking them literally. */
export const containing = (words: string): string => `%${words.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`
