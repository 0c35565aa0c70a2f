/**
 * What can be wrong with a position as it arrives. `held`: it goes no further, and is kept with its kind; `corrected`: one
 * value is put right by the stated rule and it goes on.
 *
 * | kind | what | then |
 * | --- | --- | --- |
 * | `duplicate` | this instant was seen already at this place, or the same message came again with another time | held |
 * | `conflict` | another place for an instant that was seen already | held |
 * | `late` | older than the last position that went through: a history, no news | held |
 * | `clock-rollover` | the clock is whole cycles of 1024 weeks behind (GPS week rollover), to within a day | corrected: the cycles are added |
 * | `clock-wrong` | the clock is more than nine years behind the receiver (1970), or ahead of it (2099) by more than is allowed, and the message is live | corrected: the time of receipt |
 * | `clock-lost` | the same, but from the terminal's memory: nobody knows when it was | held |
 * | `null-island` | within a hundredth of a degree of 0° 0° | held |
 * | `unlocated` | the terminal says itself that it has no position | held; it is still a sign of life |
 * | `malformed` | not a number, or no place on the earth, or a speed that no truck has | held |
 * | `outside` | outside of the bounds that the bureau set | held |
 * | `jump` | nobody could have driven there from the last position in this time | held, until several agree with each other: then the last position was the wrong one |
 */
export type HeldKind = 'duplicate' | 'conflict' | 'late' | 'clock-lost' | 'null-island' | 'unlocated' | 'malformed' | 'outside' | 'jump'
export type CorrectedKind = 'clock-rollover' | 'clock-wrong'
export type DoorKind = HeldKind | CorrectedKind

/** What officials read. */
export const DOOR_KINDS: Readonly<Record<DoorKind, string>> = {
  duplicate: '重复上报',
  conflict: '同一时刻位置不一',
  late: '迟到（补传的历史位置）',
  'clock-lost': '终端时钟错误且为补传，时间无从确定',
  'null-island': '零点坐标',
  unlocated: '终端未定位',
  malformed: '数值无效',
  outside: '超出辖区范围',
  jump: '位置跳变',
  'clock-rollover': '终端时钟周数翻转，已更正',
  'clock-wrong': '终端时钟错误，已按接收时间更正',
}
