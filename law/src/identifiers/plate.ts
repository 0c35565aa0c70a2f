/** The colour is part of a plate (号牌颜色): the same number may exist in two colours. */
export const PLATE_COLOURS = { blue: '蓝', yellow: '黄', green: '渐变绿', yellowGreen: '黄绿双拼', white: '白', black: '黑' } as const
export type PlateColour = keyof typeof PLATE_COLOURS

/** A vehicle's plate (机动车号牌). */
export interface Plate {
  readonly number: string
  readonly colour: PlateColour
}
export type CheckedPlate = { readonly ok: true; readonly value: Plate } | { readonly ok: false; readonly because: string }

/** The character by which a plate begins (省份简称), as a part of an expression. */
export const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
const LETTER = 'A-HJ-NP-Z'
/** Of new-energy vehicles: D, A, B, C, E run on electricity alone, F, G, H, J, K do not. */
const ENERGY = '[DABCEFGHJK]'
const ORDINARY = new RegExp(`^${PROVINCE}[${LETTER}][${LETTER}0-9]{4}([${LETTER}0-9]|[挂学警港澳])$`)
const SMALL_ENERGY = new RegExp(`^${PROVINCE}[${LETTER}]${ENERGY}[${LETTER}0-9]\\d{4}$`)
const LARGE_ENERGY = new RegExp(`^${PROVINCE}[${LETTER}]\\d{5}${ENERGY}$`)
/** The colours in which plates with a character at the end exist. */
const ENDINGS: Readonly<Record<string, PlateColour>> = { 挂: 'yellow', 学: 'yellow', 警: 'white', 港: 'black', 澳: 'black' }

/**
 * Checks a plate with its colour (机动车号牌), GA 36. Spaces and the dot after the second place are dropped, letters become capitals.
 *
 * A new-energy number has eight places and a colour of its own: small vehicles gradient green, large ones yellow and green.
 */
export function checkPlate(written: string, colour: PlateColour): CheckedPlate {
  const number = written.replace(/[\s·•.]/g, '').toUpperCase()
  const because = wrongNumber(number) ?? wrongColour(number, colour)
  return because === undefined ? { ok: true, value: { number, colour } } : { ok: false, because }
}

function wrongNumber(number: string): string | undefined {
  if (/^.[A-Z0-9]*[IO]/.test(number)) return '号牌号码不使用字母 I 和 O，请核对是否为数字 1 和 0'
  return [ORDINARY, SMALL_ENERGY, LARGE_ENERGY].some((form) => form.test(number)) ? undefined : '号牌号码格式不符：省份简称、发牌机关字母加 5 位，新能源汽车加 6 位'
}

function wrongColour(number: string, colour: PlateColour): string | undefined {
  const only = colourOf(number)
  if (only !== undefined) return only === colour ? undefined : `号牌 ${number} 应为${PLATE_COLOURS[only]}色号牌`
  return colour === 'green' || colour === 'yellowGreen' ? '新能源汽车号牌应为 8 位' : undefined
}

/** The one colour in which this number exists, if it exists in one only. */
function colourOf(number: string): PlateColour | undefined {
  if (LARGE_ENERGY.test(number)) return 'yellowGreen'
  return SMALL_ENERGY.test(number) ? 'green' : ENDINGS[number.slice(-1)]
}
