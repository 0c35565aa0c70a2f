/** A natural person's name for the public (姓名脱敏): the surname and 某. */
export const maskName = (name: string): string => `${name.slice(0, 1)}某${name.length > 2 ? '某' : ''}`

/** Masks identity numbers, telephone numbers and house numbers in running text (行政处罚法第五十条). */
export const maskText = (text: string): string =>
  text
    .replace(/\d{6}(?:19|20)\d{9}[\dXx]|\d{15}/g, '＊＊＊')
    .replace(/1[3-9]\d{9}|0\d{2,3}-?\d{7,8}/g, '＊＊＊')
    .replace(/\d+\s*(?:号|栋|幢|单元|室)(?:\d+(?:-\d+)*)?/g, '＊＊＊')
