/** What the player says of itself (播放状态). */
export type PlayerState = 'no-decoder' | 'loading' | 'playing' | 'over' | 'broken'

/** So far behind what came the picture may be, and so much of what was shown is kept, in seconds. */
const [MOST_BEHIND, BEHIND, KEPT] = [3, 0.3, 20]

const canPlay = (media: string): boolean => typeof MediaSource !== 'undefined' && MediaSource.isTypeSupported(media)

/** Plays a film in fragments that goes on (MediaSource), near to its end. Answers how to stop. */
export function playFilm(video: HTMLVideoElement, { url, media, tell }: { readonly url: string; readonly media: string; readonly tell: (state: PlayerState) => void }): () => void {
  if (!canPlay(media)) {
    tell('no-decoder')
    return () => undefined
  }
  const source = new MediaSource()
  const leaving = new AbortController()
  const address = URL.createObjectURL(source)
  tell('loading')
  video.src = address
  source.addEventListener('sourceopen', () => {
    feed(video, source, { url, media, signal: leaving.signal, tell }).catch(() => {
      if (!leaving.signal.aborted) tell('broken')
    })
  }, { once: true })
  return () => {
    leaving.abort()
    video.removeAttribute('src')
    video.load()
    URL.revokeObjectURL(address)
  }
}

async function feed(video: HTMLVideoElement, source: MediaSource, { url, media, signal, tell }: { readonly url: string; readonly media: string; readonly signal: AbortSignal; readonly tell: (state: PlayerState) => void }): Promise<void> {
  const response = await fetch(url, { signal, credentials: 'same-origin' })
  if (!response.ok || response.body === null) throw new Error(String(response.status))
  const buffer = source.addSourceBuffer(media)
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    await changed(buffer, () => buffer.appendBuffer(value))
    keepUp(video, buffer, tell)
    const { buffered } = buffer
    if (buffered.length > 0 && video.currentTime - buffered.start(0) > KEPT * 2) await changed(buffer, () => buffer.remove(0, video.currentTime - KEPT))
  }
  if (source.readyState === 'open') source.endOfStream()
  tell('over')
}
function changed(buffer: SourceBuffer, change: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = (): void => { buffer.removeEventListener('error', failed); resolve() }
    const failed = (): void => { buffer.removeEventListener('updateend', over); reject(new Error('the browser did not take the film')) }
    buffer.addEventListener('updateend', over, { once: true })
    buffer.addEventListener('error', failed, { once: true })
    change()
  })
}
/** A film that is live is shown as it comes: whoever is behind leaps. */
function keepUp(video: HTMLVideoElement, { buffered }: SourceBuffer, tell: (state: PlayerState) => void): void {
  if (buffered.length === 0) return
  const last = buffered.length - 1
  const end = buffered.end(last)
  if (video.currentTime < buffered.start(last) || end - video.currentTime > MOST_BEHIND) video.currentTime = Math.max(buffered.start(last), end - BEHIND)
  if (video.paused && video.dataset['paused'] !== 'yes') video.play().then(() => tell('playing'), () => undefined)
}
