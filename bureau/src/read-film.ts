import { createFile, MP4BoxBuffer } from 'mp4box'

/** What an independent reader of films finds in these bytes. */
export function readFilm(bytes: Uint8Array) {
  const file = createFile()
  const faults: string[] = []
  const samples: { readonly cts: number; readonly duration: number; readonly is_sync: boolean; readonly size: number }[] = []
  let shown: { readonly codec: string | undefined; readonly width: number | undefined; readonly height: number | undefined } | undefined
  file.onError = (module, message) => void faults.push(`${module}: ${message}`)
  file.onReady = ({ tracks: [track] }) => {
    shown = { codec: track?.codec, width: track?.video?.width, height: track?.video?.height }
    file.setExtractionOptions(track?.id ?? 1, undefined, { nbSamples: 1 })
    file.start()
  }
  file.onSamples = (_, __, some) => void samples.push(...some.map(({ cts, duration, is_sync, size }) => ({ cts, duration, is_sync, size })))
  file.appendBuffer(MP4BoxBuffer.fromArrayBuffer(Uint8Array.from(bytes).buffer, 0))
  file.flush()
  return { shown, samples, faults }
}
