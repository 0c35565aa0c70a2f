import { useLayoutEffect, useRef, useState } from 'react'

const USUAL = 640
const NARROWEST = 200

/** A drawing is as wide as its place, so that letters on it keep their size (图幅宽度). */
export function usePaperWidth() {
  const svg = useRef<SVGSVGElement>(null)
  const [width, setWidth] = useState(USUAL)
  useLayoutEffect(() => {
    const element = svg.current
    if (element === null) return undefined
    const watching = new ResizeObserver(([entry]) => setWidth(Math.max(NARROWEST, entry?.contentRect.width ?? NARROWEST)))
    watching.observe(element)
    return () => watching.disconnect()
  }, [])
  return { svg, width }
}
