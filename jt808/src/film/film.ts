import { box, fullBox, letters, u16, u32, u8, written, zeros, type Box } from './boxes.ts'
import type { FilmForm, Frame } from './frames.ts'

/** Times are milliseconds. */
const TIMESCALE = 1000
const TRACK = 1
const [UNITY, ONE] = [[0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000], 0x10000]
/** Flags of a sample (ISO/IEC 14496-12 8.8.3.1): depends on no other; depends on others and is no point to begin at. */
const [KEY, NOT_KEY] = [0x02000000, 0x01010000]
/** Of `trun`: where the bytes begin, and of each sample how long it lasts, its size and its flags. */
const TOLD = 0x000701
const BASE_IS_MOOF = 0x020000
const [ENABLED_IN_MOVIE, SELF_CONTAINED] = [3, 1]

/**
 * What stands before the pictures of a film in fragments (初始化段): ISO/IEC 14496-12 8.8, with the sets of parameters of 14496-15 5.3.3.
 * A film that is over says how long it is.
 */
export function filmBeginning(form: FilmForm, durationMs?: number): Uint8Array {
  const { width, height } = form
  const head = fullBox('mvhd', 0, 0, u32(0, 0, TIMESCALE, 0, ONE), u16(0x0100), zeros(10), u32(...UNITY), zeros(24), u32(TRACK + 1))
  const trackHead = fullBox('tkhd', 0, ENABLED_IN_MOVIE, u32(0, 0, TRACK, 0, 0), zeros(16), u32(...UNITY), u32(width * ONE, height * ONE))
  const media = box('mdia', fullBox('mdhd', 0, 0, u32(0, 0, TIMESCALE, 0), u16(UNDETERMINED, 0)), fullBox('hdlr', 0, 0, zeros(4), letters('vide'), zeros(12), letters('video\0')), information(form))
  const extends_ = box('mvex', ...(durationMs === undefined ? [] : [fullBox('mehd', 0, 0, u32(durationMs))]), fullBox('trex', 0, 0, u32(TRACK, 1, 0, 0, 0)))
  return written(box('ftyp', letters('iso6'), u32(0), letters('iso6avc1mp41')), box('moov', head, box('trak', trackHead, media), extends_))
}
/** The language is not said: three letters of five bits, 'und'. */
const UNDETERMINED = 0x55c4

function information(form: FilmForm): Box {
  const none = ['stts', 'stsc', 'stco'].map((kind) => fullBox(kind, 0, 0, u32(0)))
  return box(
    'minf',
    fullBox('vmhd', 0, 1, zeros(8)),
    box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, SELF_CONTAINED))),
    box('stbl', fullBox('stsd', 0, 0, u32(1), entry(form)), ...none, fullBox('stsz', 0, 0, u32(0, 0))),
  )
}
const [DPI_72, DEPTH, NO_COLOURS] = [0x480000, 0x18, 0xffff]
function entry({ width, height, sequenceSet, pictureSet, high }: FilmForm): Box {
  const [, profile = 0, constraints = 0, level = 0] = sequenceSet
  // Lengths of four bytes; one set of each kind; high profiles say again what is in their set.
  const more = high === undefined ? [] : [u8(0xfc | high.chroma, 0xf8 | high.luma, 0xf8 | high.colours, 0)]
  const config = box('avcC', u8(1, profile, constraints, level, 0xff, 0xe1), u16(sequenceSet.length), sequenceSet, u8(1), u16(pictureSet.length), pictureSet, ...more)
  return box('avc1', zeros(6), u16(1), zeros(16), u16(width, height), u32(DPI_72, DPI_72, 0), u16(1), zeros(32), u16(DEPTH, NO_COLOURS), config)
}

/** Pictures in a row as one fragment of a film (分段): `number` goes up from 1, `atMs` is when the first is shown. All but the pictures are words of four bytes. */
export function filmFragment(frames: readonly Frame[], number: number, atMs: number): Uint8Array {
  const content = frames.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const run = RUN_BYTES + frames.length * SAMPLE_BYTES
  const moof = MOOF_BYTES + run
  const words = [
    moof, MOOF, 16, MFHD, 0, number,
    moof - 24, TRAF, 16, TFHD, BASE_IS_MOOF, TRACK, 20, TFDT, VERSION_1, Math.floor(atMs / WORD), atMs % WORD,
    run, TRUN, TOLD, frames.length, moof + HEAD_BYTES,
  ]
  for (const { bytes, isKey, durationMs } of frames) words.push(durationMs, bytes.length, isKey ? KEY : NOT_KEY)
  words.push(content + HEAD_BYTES, MDAT)
  const film = new Uint8Array(moof + HEAD_BYTES + content)
  const view = new DataView(film.buffer)
  let at = 0
  for (const word of words) {
    view.setUint32(at, word)
    at += 4
  }
  for (const { bytes } of frames) {
    film.set(bytes, at)
    at += bytes.length
  }
  return film
}
const [HEAD_BYTES, RUN_BYTES, SAMPLE_BYTES, MOOF_BYTES, VERSION_1, WORD] = [8, 20, 12, 68, 0x01000000, 2 ** 32]
const nameOf = (kind: string): number => new DataView(letters(kind).buffer).getUint32(0)
const [MOOF, MFHD, TRAF, TFHD, TFDT, TRUN, MDAT] = [nameOf('moof'), nameOf('mfhd'), nameOf('traf'), nameOf('tfhd'), nameOf('tfdt'), nameOf('trun'), nameOf('mdat')]
