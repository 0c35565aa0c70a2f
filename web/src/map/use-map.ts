import { useEffect, useReducer, useRef, useState, type RefObject } from 'react'
import type { MapAsk, MapHandle } from './handle.ts'

/** Why there is no map. */
export type Missing = 'no-webgl' | 'unread'
interface Opened {
  readonly map: MapHandle | undefined
  readonly missing: Missing | undefined
  readonly again: () => void
}

const hasWebgl = (): boolean => document.createElement('canvas').getContext('webgl2') !== null

/** A box that the page still hides has no size, and the library would take one out of the air. */
const hasSize = (box: HTMLElement): Promise<void> =>
  new Promise((done) => {
    const watch = new ResizeObserver(() => {
      if (box.clientWidth === 0 || box.clientHeight === 0) return
      watch.disconnect()
      done()
    })
    watch.observe(box)
  })

/** Opens a map in its box once what it asks is known (开图), and closes it with the page. The program is read when somebody looks at a map. */
export function useMap(box: RefObject<HTMLDivElement | null>, ask: Omit<MapAsk, 'container'> | undefined): Opened {
  const [map, setMap] = useState<MapHandle>()
  const [isDrawn] = useState(hasWebgl)
  const [isUnread, setUnread] = useState(false)
  const [attempt, tryAgain] = useReducer((count: number) => count + 1, 0)
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  const isAsked = ask !== undefined
  useEffect(() => {
    const [container, asked] = [box.current, latest.current]
    if (!isAsked || !isDrawn || asked === undefined || container === null) return undefined
    let [isGone, opened]: [boolean, MapHandle | undefined] = [false, undefined]
    Promise.all([import('./engine.ts'), hasSize(container)]).then(
      ([{ openMap }]) => {
        if (isGone) return
        opened = openMap({ ...asked, container })
        setMap(opened)
      },
      () => setUnread(true),
    )
    return () => {
      isGone = true
      setMap(undefined)
      opened?.close()
    }
    // A map is opened once: what it was asked at first stays.
  }, [box, isAsked, isDrawn, attempt])
  const again = () => {
    setUnread(false)
    tryAgain()
  }
  return { map, missing: !isDrawn ? 'no-webgl' : isUnread ? 'unread' : undefined, again }
}
