import { Alert, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { firstCode, readerHere } from './detector.ts'
import './scan.css'

interface Scanning {
  readonly onFound: (text: string) => void
}
type State = 'starting' | 'looking' | 'no-reader' | 'no-camera'
const LOOK_MS = 250
const WORDS = {
  'no-reader': '这个浏览器不能识别二维码。请手工录入号码，系统会立即校验；证照可以另外拍照入卷。',
  'no-camera': '没有取得摄像头：请允许使用摄像头（须以 https 打开），或者手工录入号码。',
} as const

/** The camera, looking for a code (摄像头扫码). Where the browser cannot, it says so, and nothing pretends to read. */
export function ScanView({ onFound }: Scanning) {
  const video = useRef<HTMLVideoElement>(null)
  const told = useRef(onFound)
  const [state, setState] = useState<State>('starting')
  useEffect(() => {
    told.current = onFound
  })
  useEffect(() => {
    let isOver = false
    let stream: MediaStream | undefined
    const stop = () => {
      isOver = true
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    const look = async () => {
      const reader = await readerHere()
      if (reader === undefined) return setState('no-reader')
      if (!window.isSecureContext || !('mediaDevices' in navigator)) return setState('no-camera')
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).catch(() => undefined)
      const shown = video.current
      if (stream === undefined || shown === null) return setState('no-camera')
      if (isOver) return stop()
      shown.srcObject = stream
      await shown.play().catch(() => undefined)
      setState('looking')
      const text = await firstCode({ reader, source: shown, isOver: () => isOver, wait: () => new Promise((done) => setTimeout(done, LOOK_MS)) })
      if (text !== undefined) told.current(text)
    }
    void look()
    return stop
  }, [])
  if (state === 'no-reader' || state === 'no-camera') return <Alert type="info" showIcon title={WORDS[state]} />
  return (
    <div className="scan-view">
      <video ref={video} playsInline muted aria-label="摄像头画面" />
      <div className="scan-note" aria-live="polite">{state === 'starting' ? <Spin /> : '把二维码或者条码放进画面'}</div>
    </div>
  )
}
