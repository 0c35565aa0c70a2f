import { maskName } from '@zhunsheng/law/identifiers/mask.ts'

/** Masks these people's names wherever they stand in a text, longer names first (姓名去标识化). */
export const maskNames = (text: string, names: readonly string[]): string =>
  [...names].filter((name) => name !== '').sort((a, b) => b.length - a.length).reduce((masked, name) => masked.replaceAll(name, maskName(name)), text)

/** Masks identity numbers, telephone numbers and house numbers in running text (行政处罚法第五十条). */
export const maskText = (text: string): string =>
  text
    .replace(/\d{6}(?:19|20)\d{9}[\dXx]|\d{15}/g, '＊＊＊')
    .replace(/1[3-9]\d{9}|0\d{2,3}-?\d{7,8}/g, '＊＊＊')
    .replace(/\d+\s*(?:号|栋|幢|单元|室)(?:\d+(?:-\d+)*)?/g, '＊＊＊')
