import { useEffect, useRef, useState } from 'react'
import { detectorHere } from './detector'
import { useWords } from './words'

interface CameraProps {
  readonly onCode: (code: string) => void
  readonly onStop: () => void
}

/** Looks through the camera until it sees a code; the picture goes nowhere. */
export const Camera = ({ onCode, onStop }: CameraProps) => {
  const { w } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const [isRefused, setRefused] = useState(false)
  const seen = useRef(onCode)
  seen.current = onCode
  useEffect(() => {
    const [ended, detector] = [new AbortController(), detectorHere()]
    const look = async (picture: HTMLVideoElement): Promise<void> => {
      const [found] = (await detector?.detect(picture).catch(() => [])) ?? []
      if (ended.signal.aborted) return
      if (found) seen.current(found.rawValue)
      else requestAnimationFrame(() => void look(picture))
    }
    const begin = async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      const stop = () => stream.getTracks().forEach((track) => track.stop())
      if (ended.signal.aborted || !video.current) return stop()
      ended.signal.addEventListener('abort', stop)
      video.current.srcObject = stream
      await video.current.play()
      return look(video.current)
    }
    begin().catch(() => { if (!ended.signal.aborted) setRefused(true) })
    return () => ended.abort()
  }, [])
  return (
    <>
      {isRefused ? <p className="wrong" role="alert">{w.enter.noCamera}</p> : <video ref={video} muted playsInline aria-label={w.enter.camera} />}
      <button onClick={onStop}>{w.enter.stop}</button>
    </>
  )
}
