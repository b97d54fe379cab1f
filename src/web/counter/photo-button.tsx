import { useState } from 'react'
import { ask } from './ask'
import { sayRefusal } from './say'
import { useReading } from './use-reading'
import { useWords } from './words'

interface PhotoButtonProps {
  readonly cardId: string
  readonly orderId: string
  readonly staffId: string
}

/** The photo that came with an application, for whoever judges it. */
export const PhotoButton = ({ cardId, orderId, staffId }: PhotoButtonProps) => {
  const spoken = useWords()
  const { order: said } = spoken.w
  const [photo, setPhoto] = useState<string>()
  const { busy, refused, start } = useReading(
    () => ask('channel/orderPhoto', { card: { cardId }, staff: { id: staffId }, orderId }), (read) => setPhoto(read.photo),
  )
  if (photo !== undefined) return <img className="photo" src={`data:image/jpeg;base64,${photo}`} alt={said.photoOf} />
  return (
    <>
      {refused && <p className="bad" role="alert">{sayRefusal(refused, spoken)}</p>}
      <button type="button" aria-busy={busy} onClick={start}>{said.photo}</button>
    </>
  )
}
