import { filmBeginning, filmFragment } from '@zhunsheng/jt808/film/film.ts'
import { openFrameMaker } from '@zhunsheng/jt808/film/frames.ts'
import { openMediaReader } from '@zhunsheng/jt808/stream/media-reader.ts'
import { openUnitAssembly } from '@zhunsheng/jt808/stream/unit-assembly.ts'
import { writeMediaUnit } from '@zhunsheng/jt808/stream/write-unit.ts'
import { filmFrame, isKeyFrame } from '@zhunsheng/trucks/sim/film.ts'
import { plainFilm } from './film/plain.ts'
import { mustAgree, repeat, type Benchmark, type Portion } from './match.ts'

/** Pictures of 192 by 128 with a key frame every fourth: about 1 Mbit in a second of ten, as a terminal's smaller stream has. */
const FORM = { across: 12, down: 8, keyEvery: 4 }
const [FRAMES, EVERY_MS, SECONDS] = [100, 100, 10]
const PIECE = 1460
const SENT = packetsOf()
const STREAM = Buffer.concat(SENT)
const PIECES = Array.from({ length: Math.ceil(STREAM.length / PIECE) }, (_, index) => STREAM.subarray(index * PIECE, (index + 1) * PIECE))
const MBIT = (STREAM.length * 8) / 1e6 / SECONDS

function packetsOf(): readonly Uint8Array[] {
  let sequence = 0
  return Array.from({ length: FRAMES }, (_, index) => {
    const many = writeMediaUnit({ rtp: 0x81, payload: 98, sequence: sequence & 0xffff, phone: '13900000000', channel: 1, data: isKeyFrame(index, FORM) ? 0 : 1, relativeMs: BigInt(index * EVERY_MS), sinceKeyFrameMs: 0, sinceFrameMs: EVERY_MS }, filmFrame(index, FORM)) ?? []
    sequence += many.length
    return many
  }).flat()
}

/** What a browser is sent of ten seconds of one stream. */
function ourFilm(): readonly Uint8Array[] {
  const [reader, assembly, maker] = [openMediaReader(), openUnitAssembly(), openFrameMaker()]
  const out: Uint8Array[] = []
  let number = 0
  const filmed = (all: ReturnType<typeof maker.push>): void => {
    for (const one of all) out.push(one.kind === 'form' ? filmBeginning(one.form) : filmFragment([one.frame], (number += 1), one.frame.atMs))
  }
  for (const piece of PIECES)
    for (const packet of reader.feed(piece)) {
      const unit = assembly.accept(packet)
      if (unit !== undefined) filmed(maker.push(unit))
    }
  filmed(maker.end())
  return out
}

/** From the packets of JT/T 1078 to the film that a browser plays, on one core. */
export const FILM: Benchmark = {
  name: 'film',
  says: 'packets of JT/T 1078 out of a stream in pieces of 1460 bytes, made into fragments of MP4, one a picture',
  open: () => {
    mustAgree(Buffer.concat(ourFilm()).equals(Buffer.concat(plainFilm(PIECES))), 'the film')
    let megabits = 0
    const ours = (ms: number): Portion => {
      const done = repeat(ms, SENT.length, () => void ourFilm())
      megabits = ((done.count / done.ms) * 1000 * MBIT * SECONDS) / SENT.length
      return done
    }
    return Promise.resolve([
      {
        name: '1078 to MP4', unit: 'packets', target: 130 * 100,
        product: { name: 'jt808', work: ours },
        peers: [{ name: 'Buffer.concat', work: (ms) => repeat(ms, SENT.length, () => void plainFilm(PIECES)) }],
        notes: [`${FRAMES} pictures, ${SENT.length} packets, ${MBIT.toFixed(2)} Mbit/s, both films the same byte by byte`],
        afterwards: () => [`${(megabits / 8).toFixed(0)} MB/s: ${Math.floor(megabits).toLocaleString('en')} streams of 1 Mbit/s at once on one core, sockets and hashing left out`],
      },
    ])
  },
}
