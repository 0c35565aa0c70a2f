import type { AgencyOf, Bureau } from './contract.ts'

/**
 * Who decides in a case (办案机关): 行政处罚法第二十四条: whoever took the power over acts in his own name; 第二十条第四款: whoever was entrusted in
 * the bureau's. Reconsideration of a town's act is asked of the government of the district (行政复议法第二十四条第一款第（二）、（三）项).
 */
export const agenciesOf =
  ({ name, word, government, superior, creditCode, towns }: Bureau): AgencyOf =>
  (town) => {
    if (town === null || town === undefined) return { name, word, government, superior, ...(creditCode === undefined ? {} : { creditCode }) }
    const known = towns.find((one) => one.town === town)
    // A town that was taken out of the configuration is still not the bureau.
    return known === undefined ? { name: town, word: town, government } : { government, ...known }
  }
