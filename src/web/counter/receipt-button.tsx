import { useState } from 'react'
import { ask, refusedBy, type Refused } from './ask'
import { sayRefusal } from './say'
import { useWords } from './words'

interface ReceiptButtonProps {
  readonly cardId: string
  readonly staffId: string
}

const open = (base64: string): void => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  window.open(URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' })))
}

/** The collection receipt, opened to be printed. */
export const ReceiptButton = ({ cardId, staffId }: ReceiptButtonProps) => {
  const spoken = useWords()
  const [refused, setRefused] = useState<Refused>()
  const print = () => {
    setRefused(undefined)
    ask('channel/receipt', { card: { cardId }, staff: { id: staffId } }).then(({ pdf }) => open(pdf), (thrown: unknown) => setRefused(refusedBy(thrown)))
  }
  return (
    <>
      {refused && <p className="bad" role="alert">{sayRefusal(refused, spoken)}</p>}
      <button className="main" onClick={print}>{spoken.w.order.receipt}</button>
    </>
  )
}
