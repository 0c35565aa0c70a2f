/** What anybody would write first: cuts a stream at its delimiters and acknowledges every frame of 2019, without looking at its checksum or its body. */
export function plainAnswers(): (piece: Buffer) => Buffer {
  let rest: Buffer = Buffer.alloc(0)
  let serial = 0
  return (piece) => {
    const stream = Buffer.concat([rest, piece])
    const answers: Buffer[] = []
    let start = stream.indexOf(0x7e)
    for (let end = stream.indexOf(0x7e, start + 1); start >= 0 && end >= 0; start = stream.indexOf(0x7e, end + 1), end = start < 0 ? -1 : stream.indexOf(0x7e, start + 1)) answers.push(answered(unescaped(stream.subarray(start + 1, end)), (serial = (serial + 1) & 0xffff)))
    rest = start < 0 ? Buffer.alloc(0) : stream.subarray(start)
    return Buffer.concat(answers)
  }
}

function unescaped(frame: Buffer): Buffer {
  if (!frame.includes(0x7d)) return frame
  const plain: number[] = []
  for (let at = 0; at < frame.length; at += 1) {
    const byte = frame[at] ?? 0
    if (byte === 0x7d) plain.push((frame[(at += 1)] ?? 0) === 1 ? 0x7d : 0x7e)
    else plain.push(byte)
  }
  return Buffer.from(plain)
}

/** The platform's answer (0x8001): message id, attributes, version, phone, serial; then which message is answered, and 0. */
function answered(frame: Buffer, serial: number): Buffer {
  const plain = Buffer.alloc(23)
  plain.writeUInt16BE(0x8001, 0)
  plain.writeUInt16BE(0x4005, 2)
  frame.copy(plain, 4, 4, 15)
  plain.writeUInt16BE(serial, 15)
  frame.copy(plain, 17, 15, 17)
  frame.copy(plain, 19, 0, 2)
  plain[22] = plain.subarray(0, 22).reduce((sum, byte) => sum ^ byte, 0)
  const escaped: number[] = [0x7e]
  for (const byte of plain) {
    if (byte === 0x7d || byte === 0x7e) escaped.push(0x7d, byte - 0x7c)
    else escaped.push(byte)
  }
  return Buffer.from([...escaped, 0x7e])
}
